using Readiness.Plans;

namespace Readiness.Planning;

/// <summary>Options of <c>ReadinessPlanner</c>. The work limit counts feedback rounds.</summary>
public sealed record PlannerOptions : SolveOptions
{
    /// <summary>The plan that people have been told: its decisions stay within its window, and other changes are as few as the needs allow. None plans anew.</summary>
    public PublishedPlan? Published { get; init; }
}
