using Readiness.Audit;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Tests.Audit.Mutations;

/// <summary>Units said to be kept away by what does not exist, or to be where they are not.</summary>
internal static class ItemCauseBreakers
{
    public static readonly RuleBreaker[] All =
    [
        Without("items: a reserve, without reserves", UnmetCause.Reserve, district => district with { Reserves = [] }),
        Without("items: a full store, without limits", UnmetCause.Storage, district => district with
        {
            Facilities = [.. district.Facilities.Select(facility => facility with { StorageLitres = null })],
        }),
        Without("items: a full lorry, with lanes that take everything", UnmetCause.Lorry, district => district with
        {
            Lanes = [.. district.Lanes.Select(lane => lane with { CapacityLitresPerDay = null })],
        }),
        Without("items: a least dispatch, with lanes that take any", UnmetCause.MinimumDispatch, district => district with
        {
            Lanes = [.. district.Lanes.Select(lane => lane with { MinimumUnits = 1 })],
        }),
        Without("items: lots on offer, without offers", UnmetCause.Budget, district => district with { Offers = [] }),
        new(AuditRules.UnmetCauseUnsupported, "items: more lots on offer than there are", facts =>
            from unmet in facts.Sample(Short(facts))
            from bought in new[] { 0, 1 }
            let offer = new PurchaseOffer("last", unmet.Item!, PlaceOf(facts, unmet.Subject), 1, 1, unmet.Amount - 1 + bought)
            where offer.UnitsPerLot > 0
            let plan = facts.Replacing(unmet, unmet with { Cause = UnmetCause.Budget }).With(district => district with { Offers = [offer] })
            select new BrokenPlan(unmet.Item!, null, bought == 0 ? plan : plan.Plus(new PlannedPurchase("last", 1)))),
        Without("items: a late delivery, without shipments", UnmetCause.Delivery, district => district with { Shipments = [], Offers = [] }),
        Without("items: lead time, without lanes", UnmetCause.LeadTime, district => district with { Lanes = [] }),
        Without("items: expiry, of what keeps", UnmetCause.Expiry, Keeping),
        Without("items: packs, of single units that keep", UnmetCause.PackSize, district => Keeping(district) with
        {
            Items = [.. district.Items.Select(item => item with { PackSize = 1 })],
        }),
        Beyond("items: limits keep away more than there is", UnmetCause.Plan),
        Beyond("items: more urgent needs use more than there is", UnmetCause.Priority),
        Beyond("items: equal needs get more than there is", UnmetCause.Fairness),
    ];

    private static District Keeping(District district) => district with
    {
        StockLots = [.. district.StockLots.Select(lot => lot with { Expires = null })],
        Shipments = [.. district.Shipments.Select(shipment => shipment with { Expires = null })],
    };

    private static RuleBreaker Without(string way, UnmetCause cause, Func<District, District> change) => new(AuditRules.UnmetCauseUnsupported, way, facts =>
        from unmet in facts.Sample(Short(facts))
        select new BrokenPlan(
            PlanFacts.Subject(unmet), facts.DayOf(unmet.Day), facts.Replacing(unmet, unmet with { Cause = cause }).With(change)));

    private static string PlaceOf(PlanFacts facts, string need) =>
        facts.District.BurnRates.FirstOrDefault(rate => rate.Id == need)?.Place ?? need;

    private static RuleBreaker Beyond(string way, UnmetCause cause) => new(AuditRules.UnmetCauseUnsupported, way, facts =>
        from unmet in facts.Sample(Short(facts))
        let supply = facts.District.StockLots.Where(lot => lot.Item == unmet.Item).Sum(lot => lot.Quantity)
            + facts.District.Shipments.Where(shipment => shipment.Item == unmet.Item).Sum(shipment => shipment.Quantity)
        select new BrokenPlan(unmet.Item!, null, facts.Replacing(unmet, unmet with { Cause = cause, Amount = supply + 1 })));

    // The only booking of its need and day, so that another cause is not one that is booked twice.
    private static IEnumerable<UnmetNeed> Short(PlanFacts facts) => facts.Decisions.Unmet.Where(unmet =>
        unmet.Kind == UnmetKind.Items && facts.Decisions.Unmet.Count(other => PlanFacts.Slot(other) == PlanFacts.Slot(unmet)) == 1);
}
