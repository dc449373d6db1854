using System.Collections.Immutable;

namespace Readiness.Supplies.Online;

/// <summary>Everything that came in and went out over some days, as an auditor looks at it.</summary>
/// <param name="Donations">All donations.</param>
/// <param name="Requests">All requests.</param>
/// <param name="Dispatches">All dispatches, in the order in which they were decided.</param>
/// <param name="End">The state after the last day.</param>
public sealed record MatchingRecord(
    ImmutableArray<Donation> Donations, ImmutableArray<SupplyRequest> Requests, ImmutableArray<Dispatch> Dispatches, MatchingState End);
