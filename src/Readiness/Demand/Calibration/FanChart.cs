using System.Collections.Immutable;
using Readiness.Demand.Scores;

namespace Readiness.Demand.Calibration;

/// <summary>Forecast and outcome of a region from one origin, day by day: what a fan chart shows.</summary>
/// <param name="Region">Id of the region.</param>
/// <param name="Origin">The last known day; the arrays begin on the day after.</param>
/// <param name="Daily">Quantiles of each day's cases.</param>
/// <param name="Observed">The cases that came.</param>
public sealed record FanChart(string Region, DateOnly Origin, ImmutableArray<QuantileForecast> Daily, ImmutableArray<long> Observed);
