using System.Collections.Immutable;

namespace Readiness.Quarantine;

/// <summary>Answer to a <see cref="LocationProblem"/>.</summary>
/// <param name="Sites">Opened sites, by site index.</param>
/// <param name="Placements">Who goes where.</param>
/// <param name="Proof">Termination and the levels <c>unserved</c> and <c>cost</c>.</param>
public sealed record SitePlan(ImmutableArray<SiteUse> Sites, ImmutableArray<Placement> Placements, PlanProof Proof);
