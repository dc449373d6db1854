using System.Collections.Immutable;

namespace Readiness.Api.Forecasts;

/// <summary>What the district's laboratories together make of the samples.</summary>
/// <param name="TestsPerDay">Samples that they can test on a day.</param>
/// <param name="Backlog">Quantiles of the samples that wait at the end of each day.</param>
/// <param name="DaysOver">Quantiles of the number of days on which more come in than can be tested.</param>
/// <param name="LongestWaitDays">Quantiles of the longest wait beyond the day of the sample; none where nothing can be tested.</param>
public sealed record LaboratoryForecast(
    double TestsPerDay, ImmutableArray<ImmutableArray<double>> Backlog, ImmutableArray<double> DaysOver, ImmutableArray<double>? LongestWaitDays);
