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
        Packs = new long[network.LaneItems.Length * days];
        Served = new long[network.Problem.Demands.Length];
    }

    /// <summary>Packs dispatched by lane item x days + day.</summary>
    public long[] Packs { get; }

    /// <summary>Units served by demand.</summary>
    public long[] Served { get; }

    /// <summary>Position in the journal, to return to with <see cref="UndoTo"/>.</summary>
    public int Mark => journal.Count;

    /// <summary>Units of the node that can be used on a day without taking from what is already planned.</summary>
    public long Free(int node, int day, bool beforeServing)
    {
        StockNode stock = network.Nodes[node];
        int start = node * days;
        if (day > stock.Last)
        {
            return 0;
        }

        long free = closing[start + day];
        if (beforeServing)
        {
            free = Math.Min(free, morning[start + day]);
        }

        for (int d = day + 1; d <= stock.Last && free > 0; d++)
        {
            free = Math.Min(free, Math.Min(closing[start + d], morning[start + d]));
        }

        return free;
    }

    /// <summary>What is left on a node at the end of its last day.</summary>
    public long Left(int node) => closing[(node * days) + network.Nodes[node].Last];

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
        if (item.Volume <= 0 || double.IsPositiveInfinity(capacity))
        {
            return long.MaxValue;
        }

        double room = (capacity - load[(item.Lane * days) + day]) / item.Volume;
        return room >= long.MaxValue / 2 ? long.MaxValue : (long)Math.Floor(room + 1e-9);
    }

    /// <summary>Uses up units of a node.</summary>
    public void Use(int node, int day, long units)
    {
        journal.Add((0, node, day, units));
        ApplyUse(node, day, units);
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

    /// <summary>Counts units of a demand as served; the stock is taken apart with <see cref="Use"/>.</summary>
    public void CountServed(int demand, long units)
    {
        journal.Add((3, demand, 0, units));
        Served[demand] += units;
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
                    ApplyUse(index, day, -units);
                    break;
                case 1:
                    ApplySend(index, day, -units);
                    break;
                case 2:
                    ApplyPacks(index, day, -units);
                    break;
                default:
                    Served[index] -= units;
                    break;
            }
        }

        journal.RemoveRange(mark, journal.Count - mark);
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

    private void ApplySend(int arc, int day, long units)
    {
        TransferArc a = network.Arcs[arc];
        ApplyUse(a.From, day, units);
        ApplyUse(a.To, day + a.Lead, -units);
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
