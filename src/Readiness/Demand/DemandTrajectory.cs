using System.Collections.Immutable;

namespace Readiness.Demand;

/// <summary>One possible course.</summary>
/// <param name="Weight">Probability weight, more than 0 up to 1.</param>
/// <param name="Zones">One entry per zone of the district, in its order.</param>
public sealed record DemandTrajectory(double Weight, ImmutableArray<ZoneDemand> Zones);
