namespace Readiness.Supplies;

/// <summary>
/// Serves demands one after another from free stock, pulling whole packs along lanes as late as possible where there is too little:
/// a greedy construction that never takes from what is already planned.
/// </summary>
internal sealed class PullServing
{
    private readonly AllocationNetwork network;
    private readonly AllocationProblem problem;
    private readonly StockLedger ledger;
    private readonly PackPulling pulling;

    public PullServing(AllocationNetwork network, StockLedger ledger)
    {
        this.network = network;
        problem = network.Problem;
        this.ledger = ledger;
        pulling = new PackPulling(network, ledger);
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
                pulling.Pull(pair, wanted.Day, missing + gap);
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
}
