using System.Collections.Immutable;

namespace Readiness.Plans;

/// <summary>The raw decisions of a joint plan: all that is needed to execute and to audit it.</summary>
/// <remarks>
/// Course of a day at every place: deliveries, purchases and transfers that arrive are available first; transfers of lead time 0 leave from that morning's stock
/// (not from what other such transfers brought the same day) and arrive; kits of the day's assignments, issues and recipes are used; longer transfers leave from what is left; lots on their
/// expiry date are then waste. Everything takes the lots that expire first, a transfer only lots still usable on arrival.
/// </remarks>
/// <param name="Sites">Opened quarantine sites with admissions; each site at most once.</param>
/// <param name="Assignments">Who works where; the kit of the line is used up at the duty's place on the day.</param>
/// <param name="Shipments">Transfers between places.</param>
/// <param name="Issues">Items handed out that are not bound to a shift.</param>
/// <param name="Unmet">What stays unmet: every missing head, guest and unit exactly once.</param>
public sealed record PlanDecisions(
    ImmutableArray<SiteOpening> Sites,
    ImmutableArray<Assignment> Assignments,
    ImmutableArray<PlannedShipment> Shipments,
    ImmutableArray<StockIssue> Issues,
    ImmutableArray<UnmetNeed> Unmet)
{
    /// <summary>Units of needs that recipes serve in place of the item, beside the issues; each need, recipe and day at most once.</summary>
    public ImmutableArray<SubstitutedIssue> Substitutions { get; init; } = [];

    /// <summary>What is bought; each offer at most once.</summary>
    public ImmutableArray<PlannedPurchase> Purchases { get; init; } = [];
}
