using System.Collections.Immutable;
using Readiness.Audit;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Tests.Audit.Mutations;

/// <summary>Decisions of a published plan that could stay and do not.</summary>
internal static class PinBreakers
{
    public static readonly RuleBreaker[] All =
    [
        new(AuditRules.PinnedDecisionChanged, "somebody is off", facts =>
            from turn in facts.Sample(facts.Decisions.Assignments)
            select new BrokenPlan(PlanFacts.Subject(turn), facts.DayOf(turn.Day), OnItself(facts).Without(turn))),
        new(AuditRules.PinnedDecisionChanged, "somebody else works", facts =>
            from turn in facts.Sample(facts.Decisions.Assignments)
            let other = facts.District.Staff.First(person => person.Id != turn.Staff)
            select new BrokenPlan(PlanFacts.Subject(turn), facts.DayOf(turn.Day), OnItself(facts).Without(turn).Plus(turn with { Staff = other.Id }))),
        new(AuditRules.PinnedDecisionChanged, "nothing is dispatched", facts =>
            from sent in facts.Sample(facts.Decisions.Shipments)
            select new BrokenPlan(PlanFacts.Subject(sent), facts.DayOf(sent.Day), OnItself(facts).Without(sent))),
        new(AuditRules.PinnedDecisionChanged, "a pack more or less is dispatched", facts =>
            from sent in facts.Sample(facts.Decisions.Shipments)
            from more in new[] { 1, -1 }
            let pack = facts.District.Items.First(item => item.Id == sent.Item).PackSize
            select new BrokenPlan(
                PlanFacts.Subject(sent), facts.DayOf(sent.Day), OnItself(facts).Without(sent).Plus(sent with { Quantity = sent.Quantity + (more * pack) }))),
        new(AuditRules.PinnedDecisionChanged, "a site stays closed", facts =>
            from opening in Free(facts)
            select new BrokenPlan(opening.Site, facts.DayOf(opening.OpenFrom), OnItself(facts).Without(opening))),
        new(AuditRules.PinnedDecisionChanged, "a site closes a day early", facts =>
            from opening in Free(facts)
            where opening.OpenTo > opening.OpenFrom
            select new BrokenPlan(
                opening.Site, facts.DayOf(opening.OpenTo), OnItself(facts).WithOpening(open => open with { OpenTo = open.OpenTo.AddDays(-1) }, opening.Site))),
        new(AuditRules.PinnedDecisionChanged, "a guest fewer moves in", facts =>
            from entry in facts.Sample(facts.Admissions)
            let fewer = entry.Admission with { Guests = entry.Admission.Guests - 1 }
            select new BrokenPlan(
                $"{entry.Site}/{entry.Admission.Zone}", facts.DayOf(entry.Admission.Day),
                OnItself(facts).WithOpening(open => open with { Admissions = open.Admissions.Replace(entry.Admission, fewer) }, entry.Site))),
        new(AuditRules.PinnedDecisionChanged, "another number of lots is bought", facts =>
            from item in facts.District.Items.Take(1)
            from lots in new[] { 0, 1, 3 }
            let offer = new PurchaseOffer("offer", item.Id, facts.District.Facilities[0].Id, 5, 10, 1)
            let plan = facts.Plan.With(district => district with { Offers = [offer] })
            let told = new PublishedPlan(plan.Decisions with { Purchases = [new PlannedPurchase("offer", 2)] }, Whole(facts))
            let bought = plan with { Published = told }
            select new BrokenPlan("offer", 0, lots == 0 ? bought : bought.Plus(new PlannedPurchase("offer", lots)))),
    ];

    private static PlanWindow Whole(PlanFacts facts) => new(facts.District.Horizon.Start, facts.District.Horizon.End);

    private static DraftPlan OnItself(PlanFacts facts) => facts.Plan with { Published = new PublishedPlan(facts.Decisions, Whole(facts)) };

    // A site that must open has a rule of its own.
    private static ImmutableArray<SiteOpening> Free(PlanFacts facts) =>
        [.. facts.Decisions.Sites.Where(opening => facts.District.CandidateSites.Any(site => site.Id == opening.Site && site.Status == SiteStatus.Available))];
}
