using Readiness.Audit;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Tests.Audit.Mutations;

/// <summary>Purchases of what is not on offer, or of more than is, or than can be paid.</summary>
internal static class PurchaseBreakers
{
    public static readonly RuleBreaker[] All =
    [
        new(AuditRules.UnknownOffer, "an offer that does not exist", facts =>
            from offer in facts.Sample(Offers(facts))
            from id in new[] { "dream", "" }
            select new BrokenPlan(id, null, Offering(facts, offer, null).Plus(new PlannedPurchase(id, 1)))),
        new(AuditRules.UnknownOffer, "no offer", facts => [new("", null, facts.Plan.Plus(new PlannedPurchase(null!, 1)))]),
        new(AuditRules.DuplicatePurchase, "the same offer twice", facts =>
            from offer in facts.Sample(Offers(facts))
            select new BrokenPlan(offer.Id, null, Offering(facts, offer, null).Plus(new PlannedPurchase(offer.Id, 1)).Plus(new PlannedPurchase(offer.Id, 2)))),
        new(AuditRules.PurchaseBeyondOffer, "a lot too many", facts =>
            from offer in facts.Sample(Offers(facts))
            from more in new[] { 1, 1_000 }
            select new BrokenPlan(offer.Id, null, Offering(facts, offer, null).Plus(new PlannedPurchase(offer.Id, offer.MostLots + more)))),
        new(AuditRules.BudgetExceeded, "one offer for more than the budget", facts =>
            from offer in facts.Sample(Offers(facts))
            from budget in new[] { 0, (3 * offer.PricePerLot) - 0.01 }
            select new BrokenPlan("policy", null, Offering(facts, offer, budget).Plus(new PlannedPurchase(offer.Id, 3)))),
        new(AuditRules.BudgetExceeded, "two offers for more than the budget together", facts =>
            from offer in facts.Sample(Offers(facts))
            let other = offer with { Id = "other" }
            let plan = Offering(facts, offer, 3.5 * offer.PricePerLot).With(district => district with { Offers = district.Offers.Add(other) })
            select new BrokenPlan("policy", null, plan.Plus(new PlannedPurchase(offer.Id, 2)).Plus(new PlannedPurchase("other", 2)))),
        new(AuditRules.InvalidAmount, "lots", facts =>
            from offer in facts.Sample(Offers(facts))
            from lots in new[] { 0, -1, long.MaxValue }
            select new BrokenPlan(offer.Id, null, Offering(facts, offer, null).Plus(new PlannedPurchase(offer.Id, lots)))),
        new(AuditRules.IssueBeyondStock, "what was bought comes too late", facts =>
            from issue in facts.Sample(facts.Decisions.Issues.Where(issue => facts.DayOf(issue.Day) < facts.Days - 1))
            from late in new[] { false, true }
            let place = facts.District.BurnRates.FirstOrDefault(rate => rate.Id == issue.Need)?.Place ?? issue.Need
            let offer = new PurchaseOffer("offer", issue.Item, place, 1, 1, 1_000_000, OrderOn: late ? issue.Day.AddDays(1) : issue.Day, LeadTimeDays: late ? 0 : 1)
            let plan = Offering(facts, offer, null).Plus(new PlannedPurchase("offer", 1)).With(district => district with { StockLots = [], Shipments = [] })
            select new BrokenPlan(PlanFacts.Subject(issue), facts.DayOf(issue.Day), plan.Deciding(decisions => decisions with { Shipments = [], Issues = [issue] }))),
    ];

    private static IEnumerable<PurchaseOffer> Offers(PlanFacts facts) =>
        from item in facts.District.Items
        from place in facts.Index.PlaceIds
        select new PurchaseOffer("offer", item.Id, place, 5, 10, 4);

    private static DraftPlan Offering(PlanFacts facts, PurchaseOffer offer, double? budget) =>
        facts.Plan.With(district => district with { Offers = [offer] }).WithPolicy(policy => policy with { PurchaseBudget = budget });
}
