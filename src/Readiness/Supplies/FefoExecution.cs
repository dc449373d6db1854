namespace Readiness.Supplies;

/// <summary>
/// Carries a plan out as it will happen: first expired, first out, lanes in the order of their index. What then cannot be done is
/// dropped, so the result is always a plan that keeps the rules.
/// </summary>
internal static class FefoExecution
{
    /// <summary>Carries out the packs and served units of a plan as far as stock, lorries, reserves and storage allow; it buys the same.</summary>
    public static StockLedger Run(AllocationNetwork network, StockLedger plan) => Run(network, plan.Packs, plan.Served, plan.Lots);

    /// <summary>Carries out packs (by lane item and day) and served units (by service) with the lots bought (by offer).</summary>
    public static StockLedger Run(AllocationNetwork network, long[] packs, long[] served, long[] lots)
    {
        StockLedger done = CarryOut(network, packs, served, lots);
        if (network.Problem.Reserves.IsEmpty && network.Problem.StorageLimits.IsEmpty)
        {
            return done;
        }

        // Whether a reserve is kept and stock fits is known only at the end of the day; then less is taken or sent, and the plan is carried out again.
        long[] fewerPacks = [.. packs];
        long[] fewerServed = [.. served];
        for (int round = 0; ; round++)
        {
            bool dayByDay = round < network.Days;
            if (!ReserveCuts.Cut(network, done, fewerPacks, fewerServed, dayByDay) && !StorageCuts.Cut(network, done, fewerPacks, dayByDay))
            {
                return done;
            }

            done = CarryOut(network, fewerPacks, fewerServed, lots);
        }
    }

    private static StockLedger CarryOut(AllocationNetwork network, ReadOnlySpan<long> packs, long[] served, long[] lots)
    {
        AllocationProblem problem = network.Problem;
        int days = network.Days;
        var stock = new long[network.Nodes.Length];
        var incoming = new long[network.Nodes.Length * days];
        var ledger = new StockLedger(network);
        for (int offer = 0; offer < lots.Length; offer++)
        {
            if (lots[offer] > 0)
            {
                ledger.Buy(offer, lots[offer]);
                incoming[(network.Offers.Node[offer] * days) + network.Offers[offer].AvailableDay] += lots[offer] * network.Offers[offer].UnitsPerLot;
            }
        }

        var servicesOf = new List<int>[days];
        for (int day = 0; day < days; day++)
        {
            servicesOf[day] = [];
        }

        for (int service = 0; service < served.Length; service++)
        {
            if (served[service] > 0)
            {
                servicesOf[problem.Demands[network.Services[service].Demand].Day].Add(service);
            }
        }

        int[] byLane = [.. Enumerable.Range(0, network.LaneItems.Length).OrderBy(k => network.LaneItems[k].Lane).ThenBy(k => k)];
        for (int day = 0; day < days; day++)
        {
            for (int node = 0; node < stock.Length; node++)
            {
                stock[node] += network.Supply[(node * days) + day] + incoming[(node * days) + day];
                incoming[(node * days) + day] = 0;
            }

            Dispatch(network, ledger, byLane, packs, day, sameDay: true, stock, incoming);
            for (int node = 0; node < stock.Length; node++)
            {
                stock[node] += incoming[(node * days) + day];
            }

            foreach (int service in servicesOf[day].OrderBy(s => problem.Demands[network.Services[s].Demand].Level).ThenBy(s => network.Services[s].Demand).ThenBy(s => s))
            {
                Serve(network, ledger, service, served[service], stock);
            }

            Dispatch(network, ledger, byLane, packs, day, sameDay: false, stock, incoming);
            for (int node = 0; node < stock.Length; node++)
            {
                if (network.Nodes[node].Expires && network.Nodes[node].Last == day)
                {
                    stock[node] = 0;
                }
            }
        }

        return ledger;
    }

    private static void Dispatch(
        AllocationNetwork network, StockLedger ledger, int[] byLane, ReadOnlySpan<long> packs, int day, bool sameDay, long[] stock, long[] incoming)
    {
        foreach (int k in byLane)
        {
            long wanted = packs[(k * network.Days) + day];
            LaneItem item = network.LaneItems[k];
            int lead = network.Problem.Lanes[item.Lane].LeadTimeDays;
            if (wanted <= 0 || (lead == 0) != sameDay)
            {
                continue;
            }

            long available = 0;
            int[] nodes = network.NodesOfPair[network.Pair(network.Problem.Lanes[item.Lane].From, item.Item)];
            foreach (int node in nodes)
            {
                available += network.Nodes[node].Class >= day + lead ? stock[node] : 0;
            }

            long done = Math.Min(Math.Min(wanted, available / item.Pack), ledger.PackRoom(k, day));
            if (done < item.LeastPacks)
            {
                continue;
            }

            Move(network, ledger, item, nodes, done, day, lead, stock, incoming, k);
        }
    }

    private static void Move(
        AllocationNetwork network, StockLedger ledger, LaneItem item, int[] nodes, long packs, int day, int lead, long[] stock, long[] incoming, int laneItem)
    {
        // Stock that is of no use at the other end has no arc; then only as many packs go as consist of stock that is.
        long usable = 0;
        foreach (int node in nodes)
        {
            if (stock[node] == 0 || network.Nodes[node].Class < day + lead)
            {
                continue;
            }

            if (FindArc(network, item, node, day) < 0)
            {
                break;
            }

            usable += stock[node];
        }

        packs = Math.Min(packs, usable / item.Pack);
        if (packs < item.LeastPacks)
        {
            return;
        }

        ledger.BookPacks(laneItem, day, packs);
        long left = packs * item.Pack;
        foreach (int node in nodes)
        {
            if (left == 0)
            {
                break;
            }

            if (network.Nodes[node].Class < day + lead || stock[node] == 0)
            {
                continue;
            }

            int arc = FindArc(network, item, node, day);
            long part = Math.Min(left, stock[node]);
            stock[node] -= part;
            incoming[(network.Arcs[arc].To * network.Days) + day + lead] += part;
            ledger.Send(arc, day, part);
            left -= part;
        }
    }

    private static int FindArc(AllocationNetwork network, LaneItem item, int node, int day)
    {
        for (int arc = item.FirstArc; arc < item.FirstArc + item.ArcCount; arc++)
        {
            TransferArc a = network.Arcs[arc];
            if (a.From == node)
            {
                return day >= a.FirstDay ? arc : -1;
            }
        }

        return -1;
    }

    private static void Serve(AllocationNetwork network, StockLedger ledger, int service, long units, long[] stock)
    {
        DemandService way = network.Services[service];
        SupplyDemand wanted = network.Problem.Demands[way.Demand];
        foreach (ItemNeed need in way.Needs)
        {
            long available = 0;
            foreach (int node in network.NodesOfPair[network.Pair(wanted.Place, need.Item)])
            {
                available += stock[node];
            }

            units = way.Batches(units) <= available / need.Quantity ? units : available / need.Quantity * way.UnitsPerBatch;
        }

        if (units <= 0)
        {
            return;
        }

        foreach (ItemNeed need in way.Needs)
        {
            long left = need.Quantity * way.Batches(units);
            StockUse use = network.ServingUse(network.Pair(wanted.Place, need.Item), wanted.Level);
            foreach (int node in network.NodesOfPair[network.Pair(wanted.Place, need.Item)])
            {
                long part = Math.Min(left, stock[node]);
                if (part > 0)
                {
                    stock[node] -= part;
                    ledger.Use(node, wanted.Day, part, use);
                    left -= part;
                }
            }
        }

        ledger.CountServed(service, units);
    }
}
