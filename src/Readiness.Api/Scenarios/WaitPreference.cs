using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace Readiness.Api.Scenarios;

/// <summary>How long a client would like to wait for the end of a solve: <c>Prefer: wait=SECONDS</c> (RFC 7240, section 4.3).</summary>
internal static class WaitPreference
{
    /// <summary>The longest wait that is honoured.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(300);

    /// <summary>Reads the header; what is not understood is ignored, as the standard asks.</summary>
    /// <param name="prefer">Values of the header.</param>
    /// <returns>The wait, at most <see cref="Longest"/>; none if none is asked for.</returns>
    public static TimeSpan? Read(StringValues prefer)
    {
        IEnumerable<string> preferences = prefer.SelectMany(v => (v ?? "").Split(','));
        foreach (string preference in preferences)
        {
            string[] parts = preference.Split(';')[0].Split('=', 2, StringSplitOptions.TrimEntries);
            if (parts.Length == 2
                && parts[0].Equals("wait", StringComparison.OrdinalIgnoreCase)
                && int.TryParse(parts[1].Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out int seconds))
            {
                return TimeSpan.FromSeconds(Math.Min(seconds, Longest.TotalSeconds));
            }
        }

        return null;
    }
}
