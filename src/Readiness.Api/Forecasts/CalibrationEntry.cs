namespace Readiness.Api.Forecasts;

/// <summary>How forecasts of a region's cases from earlier days did, against what came.</summary>
/// <param name="Region">Id of the series.</param>
/// <param name="Days">Days whose cases were forecast together.</param>
/// <param name="FirstOrigin">First day from which it was forecast.</param>
/// <param name="LastOrigin">No origin was later.</param>
/// <param name="Origins">Number of forecasts.</param>
/// <param name="Coverage50">Share of the totals within the central 50 % interval.</param>
/// <param name="Coverage90">Share of the totals within the central 90 % interval.</param>
/// <param name="Score">Mean weighted interval score, cases; lower is better.</param>
/// <param name="WeeklyBaselineScore">The same of a baseline that takes each week to be like the last.</param>
/// <param name="RelativeScore">The one divided by the other: below 1 is better than the baseline; none if the baseline's is 0.</param>
public sealed record CalibrationEntry(
    string Region,
    int Days,
    DateOnly FirstOrigin,
    DateOnly LastOrigin,
    int Origins,
    double Coverage50,
    double Coverage90,
    double Score,
    double WeeklyBaselineScore,
    double? RelativeScore);
