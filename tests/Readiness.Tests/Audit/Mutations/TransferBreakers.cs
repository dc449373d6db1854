using Readiness.Audit;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Tests.Audit.Mutations;

/// <summary>Transfers of unknown items, on lanes that do not exist, in broken packs, on full lorries.</summary>
internal static class TransferBreakers
{
    public static readonly RuleBreaker[] All =
    [
        Shipments(AuditRules.UnknownItem, "an item that does not exist", (_, shipment) =>
            [shipment with { Item = "rope" }, shipment with { Item = null! }], dated: false),
        Shipments(AuditRules.UnknownLane, "a place that does not exist", (_, shipment) =>
            [shipment with { From = "moon" }, shipment with { To = "moon" }, shipment with { From = null! }, shipment with { To = null! }], dated: false),
        Shipments(AuditRules.UnknownLane, "against the lane's direction", (facts, shipment) =>
            from back in new[] { shipment with { From = shipment.To, To = shipment.From } }
            where facts.District.Lanes.All(lane => (lane.From, lane.To) != (back.From, back.To))
            select back, dated: false),
        Shipments(AuditRules.UnknownLane, "to the place itself", (_, shipment) => [shipment with { To = shipment.From }], dated: false),
        new(AuditRules.UnknownLane, "the lane is closed", facts =>
            from shipment in facts.Sample(facts.Decisions.Shipments)
            select new BrokenPlan(PlanFacts.Subject(shipment), null, facts.Plan.With(district =>
                district with { Lanes = [.. district.Lanes.Where(lane => (lane.From, lane.To) != (shipment.From, shipment.To))] }))),

        Shipments(AuditRules.WrongArrival, "a day too early or too late", (_, shipment) =>
            [shipment with { Arrives = shipment.Arrives.AddDays(-1) }, shipment with { Arrives = shipment.Arrives.AddDays(1) }]),
        Facts(AuditRules.WrongArrival, "the lane takes a day longer", (facts, shipment) =>
            facts.Plan.WithLane(shipment.From, shipment.To, lane => lane with { LeadTimeDays = lane.LeadTimeDays + 1 })),
        Shipments(AuditRules.NotWholePacks, "a unit more or less", (facts, shipment) =>
            facts.Item(shipment.Item).PackSize > 1 ? [shipment with { Quantity = shipment.Quantity + 1 }, shipment with { Quantity = shipment.Quantity - 1 }] : []),
        Facts(AuditRules.NotWholePacks, "larger packs", (facts, shipment) =>
            facts.Plan.WithItem(shipment.Item, item => item with { PackSize = shipment.Quantity + 1 })),
        new(AuditRules.DuplicateShipment, "the same transfer again", facts =>
            from shipment in facts.Sample(facts.Decisions.Shipments)
            select Named(facts, shipment, facts.Plan.Plus(shipment))),
        new(AuditRules.DuplicateShipment, "a transfer in two parts", facts =>
            from shipment in facts.Sample(facts.Decisions.Shipments)
            let pack = facts.Item(shipment.Item).PackSize
            where shipment.Quantity > pack
            select Named(facts, shipment, facts.Replacing(shipment, shipment with { Quantity = pack }).Plus(shipment with { Quantity = shipment.Quantity - pack }))),

        Facts(AuditRules.MinimumDispatch, "the lane takes only a unit more, or many", (facts, shipment) =>
            facts.Plan.WithLane(shipment.From, shipment.To, lane => lane with { MinimumUnits = shipment.Quantity + (facts.DayOf(shipment.Day) % 2 == 0 ? 1 : 1_000) })),
        new(AuditRules.LaneCapacity, "the lorry is smaller than its load", facts =>
            from shipment in facts.Sample(facts.Decisions.Shipments)
            select OnLane(facts, shipment, facts.Plan.WithLane(shipment.From, shipment.To, lane => lane with { CapacityLitresPerDay = Load(facts, shipment) - 1e-3 }))),
        new(AuditRules.LaneCapacity, "one pack more than the lorry takes", facts =>
            from shipment in facts.Sample(facts.Decisions.Shipments.Where(shipment => Capacity(facts, shipment) is not null))
            let item = facts.Item(shipment.Item)
            let packs = (long)Math.Floor((Capacity(facts, shipment)!.Value - Load(facts, shipment)) / item.LitresPerPack + 1e-9) + 1
            select OnLane(facts, shipment, facts.Replacing(shipment, shipment with { Quantity = shipment.Quantity + packs * item.PackSize }))),
        new(AuditRules.LaneCapacity, "larger packages", facts =>
            from shipment in facts.Sample(facts.Decisions.Shipments.Where(shipment => Capacity(facts, shipment) is not null))
            let packs = shipment.Quantity / facts.Item(shipment.Item).PackSize
            select OnLane(facts, shipment, facts.Plan.WithItem(shipment.Item, item => item with { LitresPerPack = (Capacity(facts, shipment)!.Value + 1) / packs }))),
    ];

    private static BrokenPlan Named(PlanFacts facts, PlannedShipment shipment, DraftPlan plan) =>
        new(PlanFacts.Subject(shipment), facts.DayOf(shipment.Day), plan);

    private static BrokenPlan OnLane(PlanFacts facts, PlannedShipment shipment, DraftPlan plan) =>
        new($"{shipment.From}/{shipment.To}", facts.DayOf(shipment.Day), plan);

    private static double? Capacity(PlanFacts facts, PlannedShipment shipment) =>
        facts.District.Lanes.Single(lane => (lane.From, lane.To) == (shipment.From, shipment.To)).CapacityLitresPerDay;

    /// <summary>Litres of everything that goes the same way on the same day.</summary>
    private static double Load(PlanFacts facts, PlannedShipment shipment) =>
        (from other in facts.Decisions.Shipments
         where (other.From, other.To, other.Day) == (shipment.From, shipment.To, shipment.Day)
         let item = facts.Item(other.Item)
         select (double)other.Quantity / item.PackSize * item.LitresPerPack).Sum();

    private static RuleBreaker Shipments(
        string rule, string way, Func<PlanFacts, PlannedShipment, IEnumerable<PlannedShipment>> others, bool dated = true) => new(rule, way, facts =>
        from place in facts.Sample(from shipment in facts.Decisions.Shipments from other in others(facts, shipment) select (shipment, other))
        select new BrokenPlan(PlanFacts.Subject(place.other), dated ? facts.DayOf(place.other.Day) : null, facts.Replacing(place.shipment, place.other)));

    private static RuleBreaker Facts(string rule, string way, Func<PlanFacts, PlannedShipment, DraftPlan> change) => new(rule, way, facts =>
        from shipment in facts.Sample(facts.Decisions.Shipments) select Named(facts, shipment, change(facts, shipment)));
}
