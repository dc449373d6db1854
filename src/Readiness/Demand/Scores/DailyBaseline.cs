using System.Collections.Immutable;
using Readiness.Demand.Series;

namespace Readiness.Demand.Scores;

/// <summary>
/// The yardstick that knows no epidemiology, by days: each coming day is like the last one, give or take what days differed by in the past.
/// </summary>
/// <remarks>
/// A random walk whose steps are the past differences between totals of day that follow each other, and their negatives; totals are cut at 0 and the
/// median is held at the last one, as in the baseline of the COVID-19 Forecast Hub (Cramer et al., PNAS 119, 2022).
/// </remarks>
public static class DailyBaseline
{
    /// <summary>Forecasts the cases of the days after a series' end.</summary>
    /// <param name="series">The series, at least one day of 0 or more cases.</param>
    /// <param name="days">Days whose cases are summed, 1 or more.</param>
    /// <param name="levels">Probabilities of the quantiles; those of the COVID-19 Forecast Hub by default.</param>
    /// <param name="seed">Seed of the walks; 0 or more.</param>
    /// <exception cref="ArgumentNullException">The series is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The series is empty, the days are fewer than 1, or the seed is negative.</exception>
    public static QuantileForecast Forecast(DailySeries series, int days, ImmutableArray<double> levels = default, int seed = 1) =>
        RandomWalkBaseline.Forecast(series, 1, days, levels, seed);
}
