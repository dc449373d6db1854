using System.Globalization;

namespace Readiness.Benchmarks.Tables.Sites;

/// <summary>
/// Tells the formats apart. Both hold equally many numbers, but authors begin a new line with each facility and customer
/// (<see cref="SiteFormat.Orlib"/>) or with each section (<see cref="SiteFormat.Tbed1"/>).
/// </summary>
internal static class SiteLayout
{
    /// <summary>The only format whose line ends the text has; none if it has those of both or of neither.</summary>
    public static SiteFormat? Guess(string text)
    {
        var ends = new HashSet<long>();
        long count = 0;
        int[] header = [];
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            string[] words = line.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (words.Contains(SiteTokens.CapacityWord))
            {
                return SiteFormat.Orlib;
            }

            if (words.Length > 0 && count == 0)
            {
                header = [.. words.Take(2).Select(static word => int.TryParse(word, CultureInfo.InvariantCulture, out int number) ? number : 0)];
            }

            count += words.Length;
            ends.Add(count);
        }

        if (header is not [> 0, > 0])
        {
            return null;
        }

        bool orlib = IsOrlib(header[0], header[1], ends);
        return orlib == IsTbed1(header[0], header[1], ends) ? null : orlib ? SiteFormat.Orlib : SiteFormat.Tbed1;
    }

    private static bool IsOrlib(long facilities, long customers, HashSet<long> ends)
    {
        bool fits = ends.Contains(2);
        for (long j = 1; j <= facilities && fits; j++)
        {
            fits = ends.Contains(2 + (2 * j));
        }

        for (long i = 1; i <= customers && fits; i++)
        {
            fits = ends.Contains(2 + (2 * facilities) + (i * (facilities + 1)));
        }

        return fits;
    }

    private static bool IsTbed1(long facilities, long customers, HashSet<long> ends)
    {
        bool fits = ends.Contains(2) && ends.Contains(2 + customers) && ends.Contains(2 + customers + facilities);
        for (long j = 0; j <= facilities && fits; j++)
        {
            fits = ends.Contains(2 + customers + (2 * facilities) + (j * customers));
        }

        return fits;
    }
}
