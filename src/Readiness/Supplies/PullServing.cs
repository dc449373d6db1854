namespace Readiness.Supplies;

/// <summary>
/// Serves demands one after another from free stock, pulling whole packs along lanes as late as possible where there is too little:
/// a greedy construction that never takes from what is already planned.
/// </summary>
internal sealed class PullServing
{
    // Store, health centre, post: no more links lie between a stock and its use in practice.
    private const int DeepestPull = 4;

    private readonly AllocationNetwork network;
    private readonly AllocationProblem problem;
    private readonly StockLedger ledger;

    public PullServing(AllocationNetwork network, StockLedger ledger)
    {
        this.network = network;
        problem = network.Problem;
        this.ledger = ledger;
    }

    /// <summary>Serves as many as possible of the given number of further units in one way.</summary>
    /// <returns>The units served.</returns>
    public long Serve(int service, long units)
    {
        if (units <= 0)
        {
            return 0;
        }

        if (TryServe(service, units))
        {
            return units;
        }

        if (units == 1 || !TryServe(service, 1))
        {
            return 0;
        }

        // What the first unit pulled may help the others, so the search goes on from there.
        long served = 1;
        for (long step = units / 2; step > 0;)
        {
            if (step <= units - served && TryServe(service, step))
            {
                served += step;
            }
            else
            {
                step /= 2;
            }
        }

        return served;
    }

    /// <summary>Serves what is still unserved, level by level.</summary>
    /// <param name="stop">Asked between demands; true ends the work with the plan as it stands.</param>
    public void ServeAll(Func<bool> stop)
    {
        for (int level = 0; level < problem.Levels.Length && !stop(); level++)
        {
            if (problem.Levels[level].Fair)
            {
                ServeWorstFirst(network.PairsOfLevel[level], stop);
            }

            int current = level;
            int[] order =
            [
                .. network.Demands.Where(j => problem.Demands[j].Level == current)
                    .OrderByDescending(j => problem.Demands[j].Weight).ThenBy(j => problem.Demands[j].Day).ThenBy(j => j),
            ];
            ServeUpTo(order, static _ => long.MaxValue, stop);
            ServeUpTo([.. order.SelectMany(j => network.ServicesOf[j][1..])], static _ => long.MaxValue, stop);
        }
    }

    /// <summary>Serves in the given order of services up to a number of units each.</summary>
    public void ServeUpTo(int[] order, Func<int, long> target, Func<bool> stop)
    {
        foreach (int service in order)
        {
            if (stop())
            {
                return;
            }

            Serve(service, Math.Min(target(service) - ledger.Served[service], ledger.Open(service)));
        }
    }

    // Always raises the pair with the lowest fill rate, by a small step, until no pair can be raised.
    private void ServeWorstFirst(LevelPairs pairs, Func<bool> stop)
    {
        var queue = new PriorityQueue<(int Pair, long Step), (double Rate, int Pair)>();
        for (int pair = 0; pair < pairs.Count; pair++)
        {
            long units = pairs.Members[pair].Sum(member => problem.Demands[member.Demand].Units);
            queue.Enqueue((pair, Math.Max(1, units / 50)), (Rate(pairs, pair), pair));
        }

        while (!stop() && queue.TryDequeue(out (int Pair, long Step) entry, out _))
        {
            (int pair, long step) = entry;
            if (RaisePair(pairs, pair, step))
            {
                queue.Enqueue((pair, step), (Rate(pairs, pair), pair));
            }
            else if (step > 1)
            {
                queue.Enqueue((pair, step / 4 < 1 ? 1 : step / 4), (Rate(pairs, pair), pair));
            }
        }
    }

    private bool RaisePair(LevelPairs pairs, int pair, long step)
    {
        foreach ((int demand, _) in pairs.Members[pair])
        {
            if (TryRaise(demand, step))
            {
                return true;
            }
        }

        return pairs.Members[pair].Any(member => network.ServicesOf[member.Demand].Skip(1).Any(service => TryRaise(service, step)));
    }

    private bool TryRaise(int service, long step)
    {
        long open = ledger.Open(service);
        return open > 0 && TryServe(service, Math.Min(open, step));
    }

    private double Rate(LevelPairs pairs, int pair)
    {
        long served = 0;
        foreach ((int demand, long quantity) in pairs.Members[pair])
        {
            served += ledger.ServedOf(demand) * quantity;
        }

        return pairs.WeightedRate(pair, served);
    }

    private bool TryServe(int service, long units)
    {
        DemandService way = network.Services[service];
        SupplyDemand wanted = problem.Demands[way.Demand];
        long batches = way.Batches(ledger.Served[service] + units) - way.Batches(ledger.Served[service]);
        int mark = ledger.Mark;
        foreach (ItemNeed need in way.Needs)
        {
            int pair = network.Pair(wanted.Place, need.Item);
            StockUse use = network.ServingUse(pair, wanted.Level);
            long missing = (need.Quantity * batches) - FreeAt(pair, wanted.Day, use);
            if (missing > 0)
            {
                long gap = use == StockUse.Serving ? ledger.ReserveGap(pair, wanted.Day) : 0;
                Pull(pair, wanted.Day, missing + gap, wanted.Day, false, DeepestPull);
            }

            if (Take(pair, wanted.Day, need.Quantity * batches, use) > 0)
            {
                ledger.UndoTo(mark);
                return false;
            }
        }

        if (!ledger.Fits(mark))
        {
            ledger.UndoTo(mark);
            return false;
        }

        ledger.CountServed(service, units);
        return true;
    }

    private long FreeAt(int pair, int day, StockUse use)
    {
        if (network.ReserveOf[pair] >= 0)
        {
            // What is taken from one node leaves less of a reserve to be taken from the others.
            int mark = ledger.Mark;
            long taken = long.MaxValue - Take(pair, day, long.MaxValue, use);
            ledger.UndoTo(mark);
            return taken;
        }

        long free = 0;
        foreach (int node in network.NodesOfPair[pair])
        {
            free += ledger.Free(node, day, use);
        }

        return free;
    }

    // Takes what is free up to the given units, and returns what is missing.
    private long Take(int pair, int day, long units, StockUse use)
    {
        foreach (int node in network.NodesOfPair[pair])
        {
            long part = Math.Min(units, ledger.Free(node, day, use));
            if (part > 0)
            {
                ledger.Use(node, day, part, use);
                units -= part;
            }

            if (units == 0)
            {
                break;
            }
        }

        return units;
    }

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
