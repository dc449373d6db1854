using System.Collections.Immutable;
using Readiness.Demand.Scores;
using Readiness.Districts;

namespace Readiness.Demand.Needs;

/// <summary>How much there is of what drives the need for heads and items.</summary>
/// <param name="Driver">What is counted. Contacts at home are those in quarantine if nobody is housed at a site.</param>
/// <param name="Zone">Id of the zone; none for the whole district.</param>
/// <param name="Days">Quantiles by day of the horizon.</param>
public sealed record DriverNeed(WorkloadDriver Driver, string? Zone, ImmutableArray<QuantileForecast> Days);
