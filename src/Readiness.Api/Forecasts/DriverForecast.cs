using System.Collections.Immutable;
using Readiness.Districts;

namespace Readiness.Api.Forecasts;

/// <summary>How much there is of what drives the needs.</summary>
/// <param name="Driver">What is counted.</param>
/// <param name="Zone">Id of the zone; none for the whole district.</param>
/// <param name="Planned">The course that a plan is made for, by day; contacts at home before any is housed.</param>
/// <param name="Days">Quantiles by day.</param>
public sealed record DriverForecast(
    WorkloadDriver Driver, string? Zone, ImmutableArray<double> Planned, ImmutableArray<ImmutableArray<double>> Days);
