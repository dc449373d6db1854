using Readiness.Audit;
using Readiness.Plans;

namespace Readiness.Tests.Audit.Mutations;

/// <summary>Entries that make no sense whatever they decide.</summary>
internal static class EntryBreakers
{
    private static readonly long[] Amounts = [long.MinValue, -1, 0, 1_000_000_000_001, long.MaxValue];

    public static readonly RuleBreaker[] All =
    [
        new(AuditRules.MissingEntry, "a null among the sites", facts => [new("sites", null, facts.Plan.Plus((SiteOpening)null!))]),
        new(AuditRules.MissingEntry, "a null among the assignments", facts => [new("assignments", null, facts.Plan.Plus((Assignment)null!))]),
        new(AuditRules.MissingEntry, "a null among the shipments", facts => [new("shipments", null, facts.Plan.Plus((PlannedShipment)null!))]),
        new(AuditRules.MissingEntry, "a null among the issues", facts => [new("issues", null, facts.Plan.Plus((StockIssue)null!))]),
        new(AuditRules.MissingEntry, "a null among the unmet needs", facts => [new("unmet", null, facts.Plan.Plus((UnmetNeed)null!))]),
        new(AuditRules.MissingEntry, "a null among the substitutions", facts => [new("substitutions", null, facts.Plan.Plus((SubstitutedIssue)null!))]),
        new(AuditRules.MissingEntry, "a null among the purchases", facts => [new("purchases", null, facts.Plan.Plus((PlannedPurchase)null!))]),
        new(AuditRules.MissingEntry, "a null among a site's admissions", facts =>
            from opening in facts.Decisions.Sites
            select new BrokenPlan($"sites/{opening.Site}/admissions", null, facts.Plan.WithOpening(
                open => open with { Admissions = open.Admissions.Add(null!) }, opening.Site))),

        new(AuditRules.InvalidAmount, "guests", facts =>
            from entry in facts.Sample(facts.Admissions)
            from amount in Amounts
            select new BrokenPlan(entry.Subject, facts.DayOf(entry.Admission.Day), facts.Replacing(entry, entry.Admission with { Guests = amount }))),
        new(AuditRules.InvalidAmount, "units of a transfer", facts =>
            from shipment in facts.Sample(facts.Decisions.Shipments)
            from amount in Amounts
            select new BrokenPlan(PlanFacts.Subject(shipment), facts.DayOf(shipment.Day), facts.Replacing(shipment, shipment with { Quantity = amount }))),
        new(AuditRules.InvalidAmount, "units of an issue", facts =>
            from issue in facts.Sample(facts.Decisions.Issues)
            from amount in Amounts
            select new BrokenPlan(PlanFacts.Subject(issue), facts.DayOf(issue.Day), facts.Replacing(issue, issue with { Quantity = amount }))),
        new(AuditRules.InvalidAmount, "the amount of an unmet need", facts =>
            from unmet in facts.Sample(facts.Decisions.Unmet)
            from amount in Amounts
            select new BrokenPlan(PlanFacts.Subject(unmet), facts.DayOf(unmet.Day), facts.Replacing(unmet, unmet with { Amount = amount }))),

        new(AuditRules.OutsideHorizon, "an admission", facts =>
            from entry in facts.Sample(facts.Admissions)
            from date in Outside(facts)
            select new BrokenPlan(entry.Subject, facts.DayOf(date), facts.Replacing(entry, entry.Admission with { Day = date }))),
        new(AuditRules.OutsideHorizon, "an assignment", facts =>
            from turn in facts.Sample(facts.Decisions.Assignments)
            from date in Outside(facts)
            select new BrokenPlan(PlanFacts.Subject(turn), facts.DayOf(date), facts.Replacing(turn, turn with { Day = date }))),
        new(AuditRules.OutsideHorizon, "a transfer", facts =>
            from shipment in facts.Sample(facts.Decisions.Shipments)
            from date in Outside(facts)
            select new BrokenPlan(PlanFacts.Subject(shipment), facts.DayOf(date), facts.Replacing(shipment, shipment with { Day = date }))),
        new(AuditRules.OutsideHorizon, "an issue", facts =>
            from issue in facts.Sample(facts.Decisions.Issues)
            from date in Outside(facts)
            select new BrokenPlan(PlanFacts.Subject(issue), facts.DayOf(date), facts.Replacing(issue, issue with { Day = date }))),
        new(AuditRules.OutsideHorizon, "an unmet need", facts =>
            from unmet in facts.Sample(facts.Decisions.Unmet)
            from date in Outside(facts)
            select new BrokenPlan(PlanFacts.Subject(unmet), facts.DayOf(date), facts.Replacing(unmet, unmet with { Day = date }))),
    ];

    private static DateOnly[] Outside(PlanFacts facts) => [DateOnly.MinValue, facts.Date(-1), facts.Date(facts.Days), DateOnly.MaxValue];
}
