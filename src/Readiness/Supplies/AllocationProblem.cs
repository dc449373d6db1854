using System.Collections.Immutable;

namespace Readiness.Supplies;

/// <summary>Multi-period allocation of scarce items over places, with lots, lanes and demands in lexicographic levels.</summary>
/// <remarks>
/// <para>Course of a day: lots and transfers that arrive become available; transfers on lanes of lead time 0 are dispatched from that
/// morning's stock (not from what other lead-time-0 transfers brought the same day) and arrive; demands are served; transfers on longer lanes are dispatched from what is left;
/// then lots on their last usable day expire. Both serving and dispatching take the lots that expire first; a transfer takes only lots that are still usable on its arrival.
/// Where several lanes leave a place, the one with the lower index is loaded first. A lot that becomes available only after its last usable day counts as expired.</para>
/// <para>Demand of a day that is not served is lost. Objective, lexicographic over <see cref="Levels"/>: for a fair level first what its
/// <see cref="FairnessRule"/> says of the fill rates of the pairs (place, item), then for every level the unserved units (weighted); after all
/// levels the units served by alternatives (weighted), what is spent on offers, then expired units, then transported units times lane cost.</para>
/// </remarks>
public sealed record AllocationProblem
{
    /// <summary>Number of days; days are 0 to Days - 1.</summary>
    public required int Days { get; init; }

    /// <summary>Names of the places; places are referred to by index.</summary>
    public required ImmutableArray<string> Places { get; init; }

    /// <summary>
    /// Risk of each place by index, the weight of its shortfalls on levels that are <see cref="FairnessRule.RiskWeighted"/>: 0.01 to 1, with 1 for the
    /// places where a missing unit does most harm. Empty if all have the same.
    /// </summary>
    public ImmutableArray<double> PlaceRisks { get; init; } = [];

    /// <summary>The items; referred to by index.</summary>
    public required ImmutableArray<AllocationItem> Items { get; init; }

    /// <summary>What is or becomes available where and when.</summary>
    public ImmutableArray<SupplyLot> Lots { get; init; } = [];

    /// <summary>Deliveries whose arrival may be uncertain. A plan counts on what has arrived with a probability of at least <see cref="ShipmentConfidence"/>.</summary>
    public ImmutableArray<SupplyShipment> Shipments { get; init; } = [];

    /// <summary>
    /// Probability with which shipments must have arrived before they are counted on, each by itself; more than 0, at most 1. None counts on the announced days.
    /// </summary>
    public double? ShipmentConfidence { get; init; }

    /// <summary>What may be bought on top.</summary>
    public ImmutableArray<SupplyOffer> Offers { get; init; } = [];

    /// <summary>What may be spent on offers; offers that no budget covers may be bought at any price.</summary>
    public ImmutableArray<PurchaseBudget> Budgets { get; init; } = [];

    /// <summary>Links between places.</summary>
    public ImmutableArray<TransportLane> Lanes { get; init; } = [];

    /// <summary>
    /// Transfers that are made whatever else is served or sent, each in whole packs and arriving on one of the days; at most one of a lane, item and day, on which nothing else
    /// of the item goes that way. A pin for which stock, lorry or room is not there is left out as a whole, and breaks the auditor's rule <c>pin</c>.
    /// </summary>
    public ImmutableArray<Transfer> Pins { get; init; } = [];

    /// <summary>Stock that places keep for urgent needs; at most one of a place and item.</summary>
    public ImmutableArray<StockReserve> Reserves { get; init; } = [];

    /// <summary>Room for stock; at most one limit for a place, and none where there is room enough.</summary>
    public ImmutableArray<StorageLimit> StorageLimits { get; init; } = [];

    /// <summary>Objective levels, most important first.</summary>
    public required ImmutableArray<DemandLevel> Levels { get; init; }

    /// <summary>What is needed.</summary>
    public ImmutableArray<SupplyDemand> Demands { get; init; } = [];

    /// <summary>
    /// The problem that is planned: after the lots come those of <see cref="SupplyShipment.CountedOn"/>, by shipment, and there are no shipments any more. Units that are not
    /// counted on become available after the last day.
    /// </summary>
    public AllocationProblem Counted() => Shipments.IsEmpty ? this : this with
    {
        Shipments = [],
        ShipmentConfidence = null,
        Lots = [.. Lots, .. Shipments.SelectMany(CountedLots)],
    };

    private IEnumerable<SupplyLot> CountedLots(SupplyShipment shipment)
    {
        ImmutableArray<SupplyLot> counted = shipment.CountedOn(ShipmentConfidence);
        long rest = shipment.Quantity - counted.Sum(static lot => lot.Quantity);
        return rest == 0 ? counted : counted.Append(new SupplyLot(shipment.Place, shipment.Item, rest, Math.Max(Days, shipment.AnnouncedDay), shipment.LastUsableDay));
    }
}
