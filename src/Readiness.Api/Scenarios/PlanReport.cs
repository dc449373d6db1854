using Readiness.Plans;

namespace Readiness.Api.Scenarios;

/// <summary>The decisions of a plan.</summary>
/// <param name="Sites">Quarantine sites that open, with who moves in when.</param>
/// <param name="Assignments">Who works where and when.</param>
/// <param name="Shipments">Transfers between places, in whole packs.</param>
/// <param name="Issues">Items handed out that are not bound to a shift.</param>
/// <param name="Substitutions">Units of needs that recipes serve in place of the item.</param>
/// <param name="Purchases">What is bought.</param>
public sealed record PlanReport(
    IReadOnlyList<SiteOpening> Sites,
    IReadOnlyList<Assignment> Assignments,
    IReadOnlyList<PlannedShipment> Shipments,
    IReadOnlyList<StockIssue> Issues,
    IReadOnlyList<SubstitutedIssue> Substitutions,
    IReadOnlyList<PlannedPurchase> Purchases)
{
    /// <summary>The decisions without what stays unmet, which the scenario itself tells.</summary>
    /// <param name="decisions">The decisions.</param>
    internal static PlanReport Of(PlanDecisions decisions) =>
        new(decisions.Sites, decisions.Assignments, decisions.Shipments, decisions.Issues, decisions.Substitutions, decisions.Purchases);
}
