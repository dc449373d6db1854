using System.Collections.Immutable;

namespace Readiness.Demand.Calibration;

/// <summary>How forecasts of one region's totals over one horizon did.</summary>
/// <param name="Region">Id of the region.</param>
/// <param name="Days">Days whose cases are summed.</param>
/// <param name="Origins">Number of forecasts.</param>
/// <param name="Wis">Mean weighted interval score, cases.</param>
/// <param name="WeeklyWis">The same of the weekly baseline.</param>
/// <param name="DailyWis">The same of the daily baseline.</param>
/// <param name="LogWis">Mean weighted interval score of log(1 + cases).</param>
/// <param name="Coverage50">Share of the totals within the central 50 % interval.</param>
/// <param name="Coverage90">Share of the totals within the central 90 % interval.</param>
/// <param name="Pit">Randomised probability integral transform of each total, by origin.</param>
public sealed record CalibrationScore(
    string Region,
    int Days,
    int Origins,
    double Wis,
    double WeeklyWis,
    double DailyWis,
    double LogWis,
    double Coverage50,
    double Coverage90,
    ImmutableArray<double> Pit)
{
    /// <summary>The score divided by that of the weekly baseline; below 1 is better than the baseline. 1 if both are 0.</summary>
    public double RelativeWis => Ratio(WeeklyWis);

    /// <summary>The score divided by that of the daily baseline.</summary>
    public double RelativeToDaily => Ratio(DailyWis);

    private double Ratio(double baseline) => Wis <= 0 && baseline <= 0 ? 1 : Wis / baseline;
}
