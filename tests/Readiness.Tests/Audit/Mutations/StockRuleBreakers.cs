using Readiness.Audit;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Tests.Audit.Mutations;

/// <summary>Reserves larger than what is kept, and stores too small for what transfers bring.</summary>
internal static class StockRuleBreakers
{
    private static readonly int?[] LastClasses = [null, 1, 2, 3, 4];

    public static readonly RuleBreaker[] All =
    [
        new(AuditRules.ReserveBroken, "the reserve is a unit larger than what is kept", facts =>
            from evening in facts.Sample(StockWalk.Evenings(facts.Plan).Where(evening => evening.Taken.Sum() + evening.Dispatched > 0))
            from last in LastClasses
            where evening.Breaks(last)
            select new BrokenPlan($"{evening.Item}/{evening.Place}", evening.Day, WithReserve(facts, new Reserve(evening.Place, evening.Item, evening.Kept + 1, last)))),
        new(AuditRules.ReserveBroken, "a transfer more leaves", facts =>
            from place in facts.Sample(
                from lane in facts.District.Lanes
                from item in facts.District.Items
                from day in Enumerable.Range(0, facts.Days)
                where !facts.Decisions.Shipments.Any(shipment => (shipment.From, shipment.To, shipment.Item, shipment.Day) == (lane.From, lane.To, item.Id, facts.Date(day)))
                select (lane, item, day))
            let more = facts.Plan.Plus(new PlannedShipment(
                place.item.Id, place.lane.From, place.lane.To, facts.Date(place.day), facts.Date(place.day).AddDays(place.lane.LeadTimeDays), place.item.PackSize))
            from evening in StockWalk.Evenings(more).Where(evening => (evening.Place, evening.Item, evening.Day) == (place.lane.From, place.item.Id, place.day))
            where evening.Breaks(4)
            let plan = more.With(district => district with { Reserves = [new Reserve(evening.Place, evening.Item, evening.Kept + 1, 4)] })
            select new BrokenPlan($"{evening.Item}/{evening.Place}", evening.Day, plan)),
        new(AuditRules.StorageExceeded, "there is less room than is left on a day on which a transfer arrives", facts =>
            from shipment in facts.Sample(facts.Decisions.Shipments.Where(shipment => shipment.Arrives < facts.Date(facts.Days)))
            where facts.District.Facilities.Any(facility => facility.Id == shipment.To)
            let litres = StockWalk.Evenings(facts.Plan).Where(evening => evening.Place == shipment.To && evening.Day == facts.DayOf(shipment.Arrives))
                .Sum(evening => evening.Kept * facts.Item(evening.Item).LitresPerPack / facts.Item(evening.Item).PackSize)
            where litres > 0
            select new BrokenPlan(shipment.To, facts.DayOf(shipment.Arrives), facts.Plan.With(district => district with
            {
                Facilities = [.. district.Facilities.Select(facility => facility.Id == shipment.To ? facility with { StorageLitres = 0.99 * litres } : facility)],
            }))),
    ];

    private static DraftPlan WithReserve(PlanFacts facts, Reserve reserve) => facts.Plan.With(district => district with { Reserves = [reserve] });
}
