using System.Collections.Immutable;

namespace Readiness.Staffing;

/// <summary>Answer to a <see cref="RosterProblem"/>.</summary>
/// <param name="Assignments">Who works what, ordered by person and day.</param>
/// <param name="Proof">Termination and, for every level of the problem, objective and bound. <see cref="Termination.Infeasible"/> comes with no assignments.</param>
public sealed record Roster(ImmutableArray<RosterAssignment> Assignments, PlanProof Proof)
{
    /// <summary>If there is no roster at all: everybody who has no legal schedule and all pins that contradict each other; otherwise the people and rules that together leave none.</summary>
    public ImmutableArray<RosterConflict> Conflicts { get; init; } = [];
}
