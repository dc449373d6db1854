using System.Globalization;
using Readiness.Districts;

namespace Readiness.Api.Storage;

/// <summary>One version of a baseline.</summary>
/// <param name="Version">1 for the first document of its id, one more for each that replaced it; never used twice.</param>
/// <param name="District">The district.</param>
internal sealed record StoredBaseline(long Version, District District)
{
    /// <summary>The strong entity tag (RFC 9110) of this version.</summary>
    public string Tag => TagOf(Version);

    /// <summary>The strong entity tag of a version.</summary>
    /// <param name="version">The version.</param>
    public static string TagOf(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");
}
