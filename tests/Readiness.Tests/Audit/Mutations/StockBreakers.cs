using Readiness.Audit;
using Readiness.Districts;

namespace Readiness.Tests.Audit.Mutations;

/// <summary>Whatever makes a transfer, a kit or an issue ask for more than is there; <see cref="StockWalk"/> says who comes too late.</summary>
internal static class StockBreakers
{
    private static readonly string[] Rules = [AuditRules.DispatchBeyondStock, AuditRules.KitMissing, AuditRules.IssueBeyondStock];

    private static readonly (string Way, Func<PlanFacts, IEnumerable<DraftPlan>> Change)[] Ways =
    [
        ("a lot is not there", facts =>
            from lot in facts.Sample(facts.District.StockLots)
            select facts.Plan.With(district => district with { StockLots = district.StockLots.Remove(lot) })),
        ("a lot expires sooner", facts =>
            from lot in facts.Sample(facts.District.StockLots)
            select facts.Plan.With(district => district with { StockLots = district.StockLots.Replace(lot, lot with { Expires = district.Horizon.Start }) })),
        ("a delivery does not come", facts =>
            from delivery in facts.Sample(facts.District.Shipments)
            select facts.Plan.With(district => district with { Shipments = district.Shipments.Remove(delivery) })),
        ("a delivery comes a day later", facts =>
            from delivery in facts.Sample(facts.District.Shipments)
            select facts.Plan.With(district => district with { Shipments = district.Shipments.Replace(delivery, delivery with { Arrives = delivery.Arrives.AddDays(1) }) })),
        ("a delivery may come two days later, and is counted on only then", facts => Uncertain(facts, new ShipmentOutcome(0, 0.5), new ShipmentOutcome(2, 0.45))),
        ("a delivery may be cut, and the rest is not counted on", facts => Uncertain(facts, new ShipmentOutcome(0, 0.6), new ShipmentOutcome(0, 0.4, 0.25))),
        ("a delivery may never come", facts => Uncertain(facts, new ShipmentOutcome(0, 0.85))),
        ("a transfer is not made", facts => from shipment in facts.Sample(facts.Decisions.Shipments) select facts.Plan.Without(shipment)),
        ("a transfer is a pack smaller", facts =>
            from shipment in facts.Sample(facts.Decisions.Shipments)
            let smaller = shipment with { Quantity = shipment.Quantity - facts.Item(shipment.Item).PackSize }
            where smaller.Quantity > 0
            select facts.Replacing(shipment, smaller)),
        ("a transfer is larger", facts =>
            from shipment in facts.Sample(facts.Decisions.Shipments)
            from packs in new[] { 1, 10, 1_000_000 }
            select facts.Replacing(shipment, shipment with { Quantity = shipment.Quantity + packs * facts.Item(shipment.Item).PackSize })),
        ("a transfer goes a day later", facts =>
            from shipment in facts.Sample(facts.Decisions.Shipments)

            // Two entries on a day would be another fault, and the second of them is not made.
            where !facts.Decisions.Shipments.Any(other => (other.From, other.To, other.Item, other.Day) == (shipment.From, shipment.To, shipment.Item, shipment.Day.AddDays(1)))
            select facts.Replacing(shipment, shipment with { Day = shipment.Day.AddDays(1), Arrives = shipment.Arrives.AddDays(1) })),
        ("more is issued", facts =>
            from issue in facts.Sample(facts.Decisions.Issues)
            from units in new[] { 1, 10, 1_000_000 }
            select facts.Replacing(issue, issue with { Quantity = issue.Quantity + units })),
        ("a kit holds more", facts =>
            from kit in facts.District.Kits
            from part in kit.Items
            from quantity in new[] { part.Quantity + 1, 1_000 }
            select facts.Plan.With(district => district with
            {
                Kits = district.Kits.Replace(kit, kit with { Items = kit.Items.Replace(part, part with { Quantity = quantity }) }),
            })),
        ("a head more comes", facts =>
            from slot in facts.Sample(facts.Slots.Where(slot => facts.Runs(slot.Of.Work, slot.Day) && slot.Of.Kit is not null))
            select facts.Plan.Plus(facts.Turn(facts.District.Staff[0].Id, slot))),
    ];

    public static readonly RuleBreaker[] All =
    [
        .. from rule in Rules
           from way in Ways
           select new RuleBreaker(rule, way.Way, facts =>
               from plan in way.Change(facts)
               from shortage in StockWalk.Shortages(plan).Where(shortage => shortage.Rule == rule).Take(2)
               select new BrokenPlan(shortage.Subject, shortage.Day, plan)),
    ];

    private static IEnumerable<DraftPlan> Uncertain(PlanFacts facts, params ShipmentOutcome[] arrival) =>
        from delivery in facts.Sample(facts.District.Shipments)
        select facts.Plan.WithPolicy(policy => policy with { ShipmentConfidence = 0.9 })
            .With(district => district with { Shipments = district.Shipments.Replace(delivery, delivery with { Arrival = [.. arrival] }) });
}
