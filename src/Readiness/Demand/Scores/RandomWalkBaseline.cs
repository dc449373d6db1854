using System.Collections.Immutable;
using MathNet.Numerics.Random;
using Readiness.Demand.Series;

namespace Readiness.Demand.Scores;

/// <summary>
/// A random walk over spans of days (weeks, or single days): the last span's total, plus steps drawn from its past differences and their negatives,
/// never below 0 and with the median held where it began.
/// </summary>
/// <remarks>The baseline of the COVID-19 Forecast Hub (Cramer et al., PNAS 119, 2022), here for totals of days instead of one week far ahead.</remarks>
internal sealed class RandomWalkBaseline
{
    // Half of the walks; the other half mirrors them, which holds the median exactly before negative totals are cut.
    private const int Pairs = 5000;

    private readonly double last;
    private readonly double[] differences;
    private readonly int span;

    /// <summary>Collects the differences of a series.</summary>
    /// <param name="series">The series; at least one day.</param>
    /// <param name="span">Days that are one step of the walk.</param>
    public RandomWalkBaseline(DailySeries series, int span)
    {
        this.span = span;
        int days = series.Counts.Length;
        differences = new double[days];
        for (int day = 0; day < days; day++)
        {
            // Before the first count lies a span of zeros: that nothing had been reported is known, too.
            DateOnly from = series.Start.AddDays(day - span + 1);
            differences[day] = series.Total(from, span) - series.Total(from.AddDays(-span), span);
        }

        last = series.Total(series.End.AddDays(1 - span), span);
    }

    /// <summary>Whether the series ever changed, so that steps are not all 0.</summary>
    public bool Moves => differences.Any(static difference => difference != 0);

    /// <summary>Totals of some days, ascending: equally likely values of the walk.</summary>
    /// <param name="skip">Days ahead that do not count.</param>
    /// <param name="days">Days that count.</param>
    /// <param name="seed">Seed of the steps.</param>
    public double[] Totals(int skip, int days, int seed)
    {
        var random = new Xoshiro256StarStar(seed, threadSafe: false);
        var totals = new double[2 * Pairs];
        for (int pair = 0; pair < Pairs; pair++)
        {
            double up = last;
            double down = last;
            for (int ahead = 0; ahead < skip + days; ahead += span)
            {
                double step = differences[random.Next(differences.Length)];
                step = random.NextBoolean() ? step : -step;
                up += step;
                down -= step;
                int counted = Math.Min(ahead + span, skip + days) - Math.Max(ahead, skip);
                if (counted > 0)
                {
                    totals[2 * pair] += Math.Max(0, up) * counted / span;
                    totals[2 * pair + 1] += Math.Max(0, down) * counted / span;
                }
            }
        }

        Array.Sort(totals);
        HoldMedian(totals, last * days / span);
        return totals;
    }

    /// <summary>Quantiles of the total of the days after a series' end.</summary>
    /// <exception cref="ArgumentNullException">The series is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The series is empty, the days are fewer than 1, or the seed is negative.</exception>
    public static QuantileForecast Forecast(DailySeries series, int span, int days, ImmutableArray<double> levels, int seed)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentOutOfRangeException.ThrowIfZero(series.Counts.Length, nameof(series));
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(seed);
        levels = levels.IsDefault ? QuantileForecast.HubLevels : levels;
        double[] totals = new RandomWalkBaseline(series, span).Totals(0, days, seed);
        return new QuantileForecast(levels, [.. levels.Select(level => SortedSample.Quantile(totals, level))]);
    }

    private static void HoldMedian(double[] sorted, double median)
    {
        double shift = SortedSample.Quantile(sorted, 0.5) - median;
        for (int index = 0; index < sorted.Length; index++)
        {
            sorted[index] = Math.Max(0, sorted[index] - shift);
        }
    }
}
