using System.Collections.Immutable;
using Readiness.Demand.Scores;

namespace Readiness.Demand.Epidemics;

/// <summary>The forecast of one region. All quantiles are those of the trajectories.</summary>
/// <param name="Id">Id of its series.</param>
/// <param name="Trajectories">Possible courses, of equal weight.</param>
/// <param name="Daily">Quantiles of the cases of each forecast day.</param>
/// <param name="Cumulative">Quantiles of the cases from the first forecast day up to and including each day: entry 6 is the 7-day total.</param>
/// <param name="Parameters">What the counts say about the model's parameters.</param>
/// <param name="EffectiveSize">Effective number of prior trajectories behind the forecast (Kish); small numbers say that the priors fit badly.</param>
public sealed record RegionForecast(
    string Id,
    ImmutableArray<CaseTrajectory> Trajectories,
    ImmutableArray<QuantileForecast> Daily,
    ImmutableArray<QuantileForecast> Cumulative,
    ImmutableArray<ParameterEstimate> Parameters,
    double EffectiveSize)
{
    /// <summary>Quantiles of the cases of the first days together.</summary>
    /// <param name="days">Number of days, 1 to those of the forecast.</param>
    /// <exception cref="ArgumentOutOfRangeException">The days are not within the forecast.</exception>
    public QuantileForecast Total(int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, Cumulative.Length);
        return Cumulative[days - 1];
    }
}
