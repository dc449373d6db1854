namespace Readiness.Supplies;

/// <summary>
/// A plan under construction with the stock that it leaves on every node and day. Stock is never negative, so whatever the ledger
/// accepts can be carried out class by class. Changes are journalled and can be undone.
/// </summary>
internal sealed class StockLedger
{
    private readonly AllocationNetwork network;
    private readonly int days;

    // End-of-day stock, before expiry, by node and day; and what of the morning's stock same-day transfers leave.
    private readonly long[] closing;
    private readonly long[] morning;
    private readonly double[] load;
    private readonly List<(int Kind, int Index, int Day, long Units)> journal = [];
    private readonly ReserveBook? reserves;
    private readonly StorageBook? storage;

    public StockLedger(AllocationNetwork network)
    {
        this.network = network;
        days = network.Days;
        closing = new long[network.Nodes.Length * days];
        load = new double[network.Problem.Lanes.Length * days];
        for (int node = 0; node < network.Nodes.Length; node++)
        {
            long units = 0;
            for (int day = 0; day <= network.Nodes[node].Last; day++)
            {
                units += network.Supply[(node * days) + day];
                closing[(node * days) + day] = units;
            }
        }

        morning = [.. closing];
        reserves = network.Problem.Reserves.IsEmpty ? null : new ReserveBook(network, closing);
        storage = network.Problem.StorageLimits.IsEmpty ? null : new StorageBook(network, closing);
        Packs = new long[network.LaneItems.Length * days];
        Served = new long[network.Services.Length];
        Lots = new long[network.Offers.Count];
    }

    /// <summary>A plan of nothing but the pinned transfers.</summary>
    public static StockLedger WithPins(AllocationNetwork network)
    {
        var ledger = new StockLedger(network);
        network.Pins?.Dispatch(ledger);
        return ledger;
    }

    /// <summary>Packs dispatched by lane item x days + day.</summary>
    public long[] Packs { get; }

    /// <summary>Units served by service.</summary>
    public long[] Served { get; }

    /// <summary>Lots bought by offer.</summary>
    public long[] Lots { get; }

    /// <summary>Units of a demand served in all ways.</summary>
    public long ServedOf(int demand)
    {
        long units = 0;
        foreach (int service in network.ServicesOf[demand])
        {
            units += Served[service];
        }

        return units;
    }

    /// <summary>Further units of the demand that a service may serve, if there is stock.</summary>
    public long Open(int service)
    {
        int demand = network.Services[service].Demand;
        return Math.Min(network.Problem.Demands[demand].Units - ServedOf(demand), network.Services[service].Most - Served[service]);
    }

    /// <summary>Position in the journal, to return to with <see cref="UndoTo"/>.</summary>
    public int Mark => journal.Count;

    /// <summary>Units of the node that can be used on a day without taking from what is already planned.</summary>
    public long Free(int node, int day, StockUse use)
    {
        StockNode stock = network.Nodes[node];
        int start = node * days;
        if (day > stock.Last)
        {
            return 0;
        }

        long free = closing[start + day];
        if (use == StockUse.SameDayTransfer)
        {
            free = Math.Min(free, morning[start + day]);
        }

        for (int d = day + 1; d <= stock.Last && free > 0; d++)
        {
            free = Math.Min(free, Math.Min(closing[start + d], morning[start + d]));
        }

        return free > 0 && reserves is not null ? Math.Min(free, reserves.Room(node, day, use)) : free;
    }

    /// <summary>Units that are missing from a pair's reserve at the end of a day.</summary>
    public long ReserveGap(int pair, int day) => reserves?.Gap(pair, day) ?? 0;

    /// <summary>Units by which too much was taken on a day in spite of a reserve.</summary>
    public long ReserveExcess(int reserve, int day) => reserves?.Excess(reserve, day) ?? 0;

    /// <summary>Volume by which a place is too full at the end of a day on which a transfer arrives.</summary>
    public double StorageExcess(int limit, int day) => storage?.Excess(limit, day) ?? 0;

    /// <summary>Whether all that was sent since a mark fits where it arrives.</summary>
    public bool Fits(int mark)
    {
        for (int k = mark; k < journal.Count && storage is not null; k++)
        {
            (int kind, int index, int day, _) = journal[k];
            if (kind == 1 && !storage.Fits(network.Nodes[network.Arcs[index].To].Place, day + network.Arcs[index].Lead))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What is left on a node at the end of its last day.</summary>
    public long Left(int node) => closing[(node * days) + network.Nodes[node].Last];

    /// <summary>What alternatives serve, by demand, then alternative.</summary>
    public IEnumerable<AlternativeUse> Alternatives()
    {
        for (int service = network.Problem.Demands.Length; service < Served.Length; service++)
        {
            if (Served[service] > 0)
            {
                yield return new AlternativeUse(network.Services[service].Demand, network.Services[service].Alternative, Served[service]);
            }
        }
    }

    /// <summary>What is dispatched, by lane item, then day.</summary>
    public IEnumerable<Transfer> Transfers()
    {
        for (int k = 0; k < network.LaneItems.Length; k++)
        {
            LaneItem item = network.LaneItems[k];
            for (int day = 0; day < days; day++)
            {
                long packs = Packs[(k * days) + day];
                if (packs > 0)
                {
                    yield return new Transfer(item.Lane, item.Item, day, packs * item.Pack);
                }
            }
        }
    }

    /// <summary>Packs of a lane item that the lane still takes on a day.</summary>
    public long PackRoom(int laneItem, int day)
    {
        LaneItem item = network.LaneItems[laneItem];
        double capacity = network.Problem.Lanes[item.Lane].CapacityPerDay;
        long most = network.Pins?.Of(laneItem, day) is { } pinned ? pinned - Packs[(laneItem * days) + day] : long.MaxValue;
        if (item.Volume <= 0 || double.IsPositiveInfinity(capacity))
        {
            return most;
        }

        double room = (capacity - load[(item.Lane * days) + day]) / item.Volume;
        return room >= long.MaxValue / 2 ? most : Math.Min(most, (long)Math.Floor(room + 1e-9));
    }

    /// <summary>Uses up units of a node for a demand.</summary>
    public void Use(int node, int day, long units, StockUse use)
    {
        journal.Add((use == StockUse.UrgentServing ? 4 : 0, node, day, units));
        ApplyServing(node, day, units, use);
    }

    /// <summary>Sends units along an arc; the packs are booked apart with <see cref="BookPacks"/>.</summary>
    public void Send(int arc, int day, long units)
    {
        journal.Add((1, arc, day, units));
        ApplySend(arc, day, units);
    }

    /// <summary>Books packs on a lane.</summary>
    public void BookPacks(int laneItem, int day, long packs)
    {
        journal.Add((2, laneItem, day, packs));
        ApplyPacks(laneItem, day, packs);
    }

    /// <summary>Counts units of a service as served; the stock is taken apart with <see cref="Use"/>.</summary>
    public void CountServed(int service, long units)
    {
        journal.Add((3, service, 0, units));
        Served[service] += units;
    }

    /// <summary>Buys lots of an offer, or gives some back.</summary>
    public void Buy(int offer, long lots)
    {
        if (lots == 0 || network.Offers.Node[offer] < 0)
        {
            return;
        }

        journal.Add((5, offer, 0, lots));
        ApplyPurchase(offer, lots);
    }

    /// <summary>Undoes everything since a mark.</summary>
    public void UndoTo(int mark)
    {
        for (int k = journal.Count - 1; k >= mark; k--)
        {
            (int kind, int index, int day, long units) = journal[k];
            switch (kind)
            {
                case 0:
                    ApplyServing(index, day, -units, StockUse.Serving);
                    break;
                case 1:
                    ApplySend(index, day, -units);
                    break;
                case 2:
                    ApplyPacks(index, day, -units);
                    break;
                case 3:
                    Served[index] -= units;
                    break;
                case 5:
                    ApplyPurchase(index, -units);
                    break;
                default:
                    ApplyServing(index, day, -units, StockUse.UrgentServing);
                    break;
            }
        }

        journal.RemoveRange(mark, journal.Count - mark);
    }

    private void ApplyServing(int node, int day, long units, StockUse use)
    {
        ApplyUse(node, day, units);
        reserves?.Count(node, day, units, use);
    }

    private void ApplyUse(int node, int day, long units)
    {
        int start = node * days;
        closing[start + day] -= units;
        for (int d = day + 1; d <= network.Nodes[node].Last; d++)
        {
            closing[start + d] -= units;
            morning[start + d] -= units;
        }
    }

    private void ApplyPurchase(int offer, long lots)
    {
        int node = network.Offers.Node[offer];
        int day = network.Offers[offer].AvailableDay;
        Lots[offer] += lots;
        ApplyUse(node, day, -lots * network.Offers[offer].UnitsPerLot);
        morning[(node * days) + day] += lots * network.Offers[offer].UnitsPerLot;
    }

    private void ApplySend(int arc, int day, long units)
    {
        TransferArc a = network.Arcs[arc];
        ApplyUse(a.From, day, units);
        reserves?.Count(a.From, day, units, a.Lead == 0 ? StockUse.SameDayTransfer : StockUse.LaterTransfer);
        ApplyUse(a.To, day + a.Lead, -units);
        storage?.Count(a.To, day + a.Lead, units);
        if (a.Lead == 0)
        {
            morning[(a.From * days) + day] -= units;
        }
        else
        {
            morning[(a.To * days) + day + a.Lead] += units;
        }
    }

    private void ApplyPacks(int laneItem, int day, long packs)
    {
        LaneItem item = network.LaneItems[laneItem];
        Packs[(laneItem * days) + day] += packs;
        load[(item.Lane * days) + day] += packs * item.Volume;
    }
}
