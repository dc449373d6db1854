using System.Collections.Immutable;
using MathNet.Numerics.Distributions;
using Readiness.Demand.Epidemics;
using Readiness.Demand.Series;

namespace Readiness.Demand.Calibration;

/// <summary>An epidemic whose truth is known: counts drawn from the model of the forecaster.</summary>
/// <param name="Series">Its daily counts over all days of the prior.</param>
/// <param name="Parameters">Its parameters, in the order of <see cref="EpidemicPrior.ParameterNames"/>.</param>
public sealed record SimulatedEpidemic(DailySeries Series, ImmutableArray<double> Parameters)
{
    /// <summary>Draws the counts of one of the epidemics of a prior.</summary>
    /// <param name="prior">The epidemics; take another seed for it than for the prior that forecasts.</param>
    /// <param name="epidemic">Which one, 0 to its number - 1.</param>
    /// <param name="first">First day of the counts, within the prior's days.</param>
    /// <param name="sizeOn">A day of the prior; by its end the epidemic has had <paramref name="cases"/> expected cases since the first day.</param>
    /// <param name="cases">Those cases, more than 0.</param>
    /// <param name="random">The generator.</param>
    /// <returns>The epidemic; its counts are negative binomial, without the discrepancy that forecasts allow for.</returns>
    /// <exception cref="ArgumentNullException">The prior or the generator is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Epidemic, days or cases are out of range.</exception>
    public static SimulatedEpidemic Draw(EpidemicPrior prior, int epidemic, DateOnly first, DateOnly sizeOn, double cases, Random random)
    {
        ArgumentNullException.ThrowIfNull(prior);
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)epidemic, (uint)prior.Count, nameof(epidemic));
        ArgumentOutOfRangeException.ThrowIfLessThan(first, prior.Setting.FirstDay);
        ArgumentOutOfRangeException.ThrowIfLessThan(sizeOn, first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sizeOn, prior.Setting.LastDay);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(cases, 0);
        int start = first.DayNumber - prior.Setting.FirstDay.DayNumber;
        ReadOnlySpan<float> reports = prior.Reports.AsSpan(epidemic * prior.Days + start, prior.Days - start);
        double total = 0;
        for (int day = 0; day <= sizeOn.DayNumber - first.DayNumber; day++)
        {
            total += reports[day];
        }

        double dispersion = prior.Dispersions[prior.DispersionIndex[epidemic]];
        var counts = ImmutableArray.CreateBuilder<long>(reports.Length);
        foreach (float report in reports)
        {
            // No more than a large country has in a day; keeps the sampler within its range.
            double mean = Math.Clamp(report / total * cases, 1e-12, 1e6);
            double rate = Gamma.Sample(random, dispersion, dispersion / mean);
            counts.Add(rate > 1e-9 ? Poisson.Sample(random, Math.Min(rate, 1e7)) : 0);
        }

        int width = prior.ParameterNames.Length;
        return new SimulatedEpidemic(
            new DailySeries($"simulated-{epidemic}", first, counts.MoveToImmutable()),
            [.. prior.Parameters.AsSpan(epidemic * width, width)]);
    }
}
