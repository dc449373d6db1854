using System.Collections.Immutable;
using Readiness.Districts;

namespace Readiness.Scenarios;

/// <summary>What came of reading changes: the changes, or everything that is wrong with them.</summary>
/// <param name="Changes">The changes in order; empty if there are errors.</param>
/// <param name="Errors">Every fault found; empty if the changes can be applied. At most 1,000 are listed, then one entry says how many more there are.</param>
public sealed record ScenarioReadResult(ImmutableArray<ScenarioChange> Changes, ImmutableArray<DistrictError> Errors);
