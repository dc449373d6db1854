using System.Collections.Immutable;

namespace Readiness.Supplies;

/// <summary>Answer to an <see cref="AllocationProblem"/>.</summary>
/// <param name="Transfers">What is dispatched; at most one entry per (lane, item, day).</param>
/// <param name="Served">Units served of each demand, by demand index, in whatever way.</param>
/// <param name="Proof">Termination and bounds: for a proportional level <c>NAME.logShortfall</c>, for every fair level <c>NAME.worstShortfall</c> (1 - lowest fill rate, times the risk where that counts), then <c>NAME</c> (weighted unserved units); then <c>substituted</c> if a demand has alternatives, <c>spending</c> if there are offers, <c>expired</c> and <c>transport</c>.</param>
public sealed record SupplyPlan(ImmutableArray<Transfer> Transfers, ImmutableArray<long> Served, PlanProof Proof)
{
    /// <summary>What of the served units is served by alternatives, by demand, then alternative; at most one entry for each.</summary>
    public ImmutableArray<AlternativeUse> Alternatives { get; init; } = [];

    /// <summary>What is bought, by offer; at most one entry for each.</summary>
    public ImmutableArray<Purchase> Purchases { get; init; } = [];
}
