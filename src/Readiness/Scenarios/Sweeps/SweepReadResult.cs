using System.Collections.Immutable;
using Readiness.Districts;

namespace Readiness.Scenarios.Sweeps;

/// <summary>What came of reading a sweep: the sweep, or everything that is wrong with it.</summary>
/// <param name="Sweep">The sweep; null if there are errors.</param>
/// <param name="Errors">Every fault found; empty if every cell can be applied. At most 1,000 are listed, then one entry says how many more there are.</param>
public sealed record SweepReadResult(Sweep? Sweep, ImmutableArray<DistrictError> Errors);
