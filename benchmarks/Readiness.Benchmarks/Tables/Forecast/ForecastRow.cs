using System.Collections.Immutable;
using Readiness.Demand.Calibration;

namespace Readiness.Benchmarks.Tables.Forecast;

/// <summary>The cells of a series and horizon.</summary>
internal static class ForecastRow
{
    /// <summary>The columns.</summary>
    public static TableLayout Layout { get; } = new(
        [
            "series", "group", "horizon", "origins", "relative_wis", "relative_wis_daily_baseline", "coverage_50", "coverage_90", "wis", "log_wis",
            "seconds_per_fit",
        ],
        ["series", "group"]);

    /// <summary>The cells, in the order of the columns.</summary>
    public static ImmutableArray<string> Cells(string group, CalibrationScore score, double secondsPerFit) =>
    [
        score.Region,
        group,
        TableCell.Figure(score.Days),
        TableCell.Figure(score.Origins),
        Rounded(score.RelativeWis),
        Rounded(score.RelativeToDaily),
        Rounded(score.Coverage50),
        Rounded(score.Coverage90),
        Rounded(score.Wis),
        Rounded(score.LogWis),
        TableCell.Seconds(secondsPerFit),
    ];

    private static string Rounded(double value) => TableCell.Figure(Math.Round(value, 4));
}
