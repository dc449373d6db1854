using System.Collections.Immutable;

namespace Readiness.Scenarios;

/// <summary>A what-if: a name and typed changes to a district, applied in order.</summary>
/// <param name="Name">Name; not empty, at most 200 characters.</param>
/// <param name="Changes">The changes, at most <see cref="MostChanges"/>; none leaves the district as it is.</param>
public sealed record Scenario(string Name, ImmutableArray<ScenarioChange> Changes)
{
    /// <summary>Most changes that a scenario may have.</summary>
    public const int MostChanges = 100;
}
