using System.Collections.Immutable;

namespace Readiness.Demand.Epidemics;

/// <summary>One possible course of a region's reported cases.</summary>
/// <param name="Weight">Its probability; the weights of an ensemble sum to 1.</param>
/// <param name="Cases">New cases of each forecast day, 0 or more.</param>
public sealed record CaseTrajectory(double Weight, ImmutableArray<long> Cases);
