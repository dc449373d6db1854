using System.Collections.Immutable;

namespace Readiness.Quarantine;

/// <summary>Answer to a <see cref="LocationProblem"/>.</summary>
/// <param name="Sites">Opened sites, by site index.</param>
/// <param name="Placements">Who goes where.</param>
/// <param name="Proof">
/// Termination and a level for every criterion of <see cref="LocationProblem.Objectives"/>. Without levels there is no plan and nothing is open: no choice of
/// sites keeps the rules about them (<see cref="Termination.Infeasible"/>), or none was found in time.
/// </param>
public sealed record SitePlan(ImmutableArray<SiteUse> Sites, ImmutableArray<Placement> Placements, PlanProof Proof)
{
    /// <summary>What stays unserved, and why; empty if everyone is served.</summary>
    public ImmutableArray<UnservedDemand> Unserved { get; init; } = [];

    /// <summary>What proves the bound of the level <c>cost</c>, if <see cref="LocationOptions.WithCertificate"/> asked for it and the method gives one.</summary>
    public LocationCertificate? Certificate { get; init; }

    /// <summary>What would serve them: limits to relax one at a time, the cheapest for what it serves first.</summary>
    public ImmutableArray<LocationRelaxation> Relaxations { get; init; } = [];
}
