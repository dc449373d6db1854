using System.Collections.Immutable;
using Readiness.Demand.Scores;

namespace Readiness.Demand.Needs;

/// <summary>What the district's laboratories together make of the samples (<see cref="LaboratoryLoad"/>).</summary>
/// <param name="TestsPerDay">Samples that they can test on a day.</param>
/// <param name="Backlog">Quantiles of the samples that wait at the end of each day of the horizon.</param>
/// <param name="DaysOver">Quantiles of the number of days on which more samples come in than can be tested.</param>
/// <param name="LongestWaitDays">Quantiles of the longest wait for a test beyond the day of the sample; none where nothing can be tested.</param>
public sealed record LaboratoryNeed(
    double TestsPerDay, ImmutableArray<QuantileForecast> Backlog, QuantileForecast DaysOver, QuantileForecast? LongestWaitDays);
