namespace Readiness.Supplies;

/// <summary>Calls whole packs up along lanes, as late as they may leave, from free stock.</summary>
internal sealed class PackPulling
{
    // Store, health centre, post: no more links lie between a stock and its use in practice.
    private const int DeepestPull = 4;

    private readonly AllocationNetwork network;
    private readonly AllocationProblem problem;
    private readonly StockLedger ledger;

    public PackPulling(AllocationNetwork network, StockLedger ledger)
    {
        this.network = network;
        problem = network.Problem;
        this.ledger = ledger;
    }

    /// <summary>Brings up to the given units to a pair by a day, for use on that day.</summary>
    public void Pull(int pair, int day, long units) => Pull(pair, day, units, day, false, DeepestPull);

    // Brings up to the given units to a pair by a day (by its morning if asked), of stock usable until another day.
    private void Pull(int pair, int day, long units, int usableUntil, bool byMorning, int depth)
    {
        foreach (int laneItem in network.LaneItemsInto[pair])
        {
            int lead = problem.Lanes[network.LaneItems[laneItem].Lane].LeadTimeDays;
            int latest = lead == 0 && byMorning ? day - 1 : day - lead;
            for (int d = latest; d >= 0 && units > 0; d--)
            {
                long sent = SendPacks(laneItem, d, units, usableUntil, depth);
                units -= sent;

                // Free stock can only be less on earlier days, so only a full lane is a reason to look there, or a dispatch that is large enough already.
                if (sent == 0 && network.LaneItems[laneItem].LeastPacks == 1 && ledger.PackRoom(laneItem, d) > 0)
                {
                    break;
                }
            }

            if (units <= 0)
            {
                return;
            }
        }
    }

    private long SendPacks(int laneItem, int day, long units, int usableUntil, int depth)
    {
        LaneItem item = network.LaneItems[laneItem];
        TransportLane lane = problem.Lanes[item.Lane];
        long room = ledger.PackRoom(laneItem, day);
        long least = Math.Max(1, item.LeastPacks - ledger.Packs[(laneItem * network.Days) + day]);
        long packs = Math.Min(room, Math.Max(least, (units + item.Pack - 1) / item.Pack));
        if (packs < least)
        {
            return 0;
        }

        int mark = ledger.Mark;
        StockUse use = lane.LeadTimeDays == 0 ? StockUse.SameDayTransfer : StockUse.LaterTransfer;
        long available = FreeOn(item, day, use, usableUntil);
        if (available < packs * item.Pack && depth > 1)
        {
            int from = network.Pair(lane.From, item.Item);
            long missing = (packs * item.Pack) - available + ledger.ReserveGap(from, day);
            Pull(from, day, missing, usableUntil, lane.LeadTimeDays == 0, depth - 1);
            available = FreeOn(item, day, use, usableUntil);
        }

        packs = Math.Min(packs, available / item.Pack);
        if (packs < least)
        {
            // What was brought here for a dispatch that is too small is of no use.
            if (item.LeastPacks > 1)
            {
                ledger.UndoTo(mark);
            }

            return 0;
        }

        ledger.BookPacks(laneItem, day, packs);
        Send(item, day, packs * item.Pack, use, usableUntil);
        return packs * item.Pack;
    }

    // Sends what is free up to the given units, and returns what is missing.
    private long Send(LaneItem item, int day, long units, StockUse use, int usableUntil)
    {
        for (int arc = item.FirstArc; arc < item.FirstArc + item.ArcCount && units > 0; arc++)
        {
            if (IsOpen(arc, day, usableUntil))
            {
                long part = Math.Min(units, ledger.Free(network.Arcs[arc].From, day, use));
                if (part > 0)
                {
                    ledger.Send(arc, day, part);
                    units -= part;
                }
            }
        }

        return units;
    }

    private long FreeOn(LaneItem item, int day, StockUse use, int usableUntil)
    {
        if (network.ReserveOf[network.Pair(problem.Lanes[item.Lane].From, item.Item)] >= 0)
        {
            int mark = ledger.Mark;
            long sent = long.MaxValue - Send(item, day, long.MaxValue, use, usableUntil);
            ledger.UndoTo(mark);
            return sent;
        }

        long free = 0;
        for (int arc = item.FirstArc; arc < item.FirstArc + item.ArcCount; arc++)
        {
            if (IsOpen(arc, day, usableUntil))
            {
                free += ledger.Free(network.Arcs[arc].From, day, use);
            }
        }

        return free;
    }

    private bool IsOpen(int arc, int day, int usableUntil)
    {
        TransferArc a = network.Arcs[arc];
        return day >= a.FirstDay && day <= a.LastDay && network.Nodes[a.From].Class >= usableUntil;
    }
}
