using System.Globalization;

namespace Readiness.Benchmarks.Tables;

/// <summary>How the tables write their values.</summary>
internal static class TableCell
{
    /// <summary>The verdict on an answer that the auditors object to.</summary>
    public const string Failed = "failed";

    /// <summary>Six decimals, without the sign of a rounded zero; empty if the value is not known.</summary>
    public static string Figure(double? value) =>
        value is { } known && double.IsFinite(known) ? (Math.Round(known, 6) + 0.0).ToString("0.######", CultureInfo.InvariantCulture) : "";

    /// <summary>Wall seconds; empty if they are not known.</summary>
    public static string Seconds(double? value) => value?.ToString("0.000", CultureInfo.InvariantCulture) ?? "";

    /// <summary>The verdict of the auditors; empty if there was nothing to look at.</summary>
    public static string Verdict(bool? passed) => passed switch { true => "passed", false => Failed, null => "" };
}
