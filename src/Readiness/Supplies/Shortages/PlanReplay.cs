namespace Readiness.Supplies.Shortages;

/// <summary>Carries a plan out day by day, first expired, first out, and notes what flows where.</summary>
internal sealed class PlanReplay
{
    private readonly FlowGraph graph;
    private readonly AllocationProblem problem;
    private readonly PlanFlow flow;
    private readonly long[] stock;
    private readonly long[] incoming;

    private PlanReplay(FlowGraph graph)
    {
        this.graph = graph;
        problem = graph.Problem;
        flow = new PlanFlow(graph);
        stock = new long[graph.Nodes];
        incoming = new long[graph.Nodes * graph.Days];
    }

    /// <summary>The flows of a plan that can be carried out.</summary>
    public static PlanFlow Of(FlowGraph graph, SupplyPlan plan)
    {
        var replay = new PlanReplay(graph);
        replay.AddLots();
        replay.Run(plan);
        return replay.flow;
    }

    private void AddLots()
    {
        foreach (SupplyLot lot in problem.Lots)
        {
            int keeping = graph.Node(lot.Place, lot.Item, graph.ClassCount(lot.Item) - 1);
            if (lot.AvailableDay >= graph.Days)
            {
                flow.Later[keeping] += lot.Quantity;
            }
            else if (lot.LastUsableDay < lot.AvailableDay)
            {
                flow.Spoilt[(keeping * graph.Days) + lot.AvailableDay] += lot.Quantity;
            }
            else
            {
                int node = graph.Node(lot.Place, lot.Item, graph.ClassAt(lot.Item, lot.LastUsableDay));
                flow.Supply[(node * graph.Days) + lot.AvailableDay] += lot.Quantity;
            }
        }

        foreach (SupplyOffer offer in problem.Offers.Where(offer => offer.AvailableDay < graph.Days))
        {
            int node = graph.Node(offer.Place, offer.Item, graph.ClassAt(offer.Item, offer.LastUsableDay));
            flow.OnOffer[(node * graph.Days) + offer.AvailableDay] += offer.MostLots * offer.UnitsPerLot;
        }
    }

    private void Run(SupplyPlan plan)
    {
        ILookup<int, Transfer> transfers = plan.Transfers.ToLookup(transfer => transfer.Day);
        ILookup<int, int> demands = Enumerable.Range(0, problem.Demands.Length).ToLookup(j => problem.Demands[j].Day);
        for (int day = 0; day < graph.Days; day++)
        {
            for (int node = 0; node < stock.Length; node++)
            {
                stock[node] += flow.Supply[(node * graph.Days) + day] + incoming[(node * graph.Days) + day];
                incoming[(node * graph.Days) + day] = 0;
            }

            Transfer[] today = [.. transfers[day].OrderBy(transfer => transfer.Lane).ThenBy(transfer => transfer.Item)];
            Dispatch(today.Where(transfer => problem.Lanes[transfer.Lane].LeadTimeDays == 0));
            for (int node = 0; node < stock.Length; node++)
            {
                flow.Stay[(node * graph.Days) + day] = stock[node];
                stock[node] += incoming[(node * graph.Days) + day];
            }

            foreach (int j in demands[day].OrderBy(j => problem.Demands[j].Level).ThenBy(j => j))
            {
                Serve(j, plan.Served[j]);
            }

            Dispatch(today.Where(transfer => problem.Lanes[transfer.Lane].LeadTimeDays > 0));
            Close(day);
        }
    }

    private void Dispatch(IEnumerable<Transfer> transfers)
    {
        foreach (Transfer transfer in transfers)
        {
            TransportLane lane = problem.Lanes[transfer.Lane];
            int arrival = transfer.Day + lane.LeadTimeDays;
            long left = transfer.Quantity;
            for (int c = 0; c < graph.ClassCount(transfer.Item) && left > 0; c++)
            {
                int node = graph.Node(lane.From, transfer.Item, c);
                long part = graph.Expiry(transfer.Item, c) < Math.Min(arrival, graph.Days) ? 0 : Math.Min(left, stock[node]);
                if (part > 0)
                {
                    stock[node] -= part;
                    left -= part;
                    flow.Sent[graph.SentAt(transfer.Lane, node, transfer.Day)] += part;
                    if (arrival < graph.Days)
                    {
                        incoming[(graph.At(node, lane.To) * graph.Days) + arrival] += part;
                    }
                }
            }

            flow.Load[(transfer.Lane * graph.Days) + transfer.Day] += transfer.Quantity * graph.VolumePerUnit[transfer.Item];
            flow.TakenFrom[(graph.Pair(lane.From, transfer.Item) * graph.Days) + transfer.Day] = -1;
        }
    }

    private void Serve(int j, long units)
    {
        SupplyDemand demand = problem.Demands[j];
        for (int n = 0; n < demand.Needs.Length && units > 0; n++)
        {
            int item = demand.Needs[n].Item;
            int slot = graph.Slots.Slot(j, n);
            long left = demand.Needs[n].Quantity * units;
            flow.Planned[slot] = left;
            for (int c = 0; c < graph.ClassCount(item) && left > 0; c++)
            {
                int node = graph.Node(demand.Place, item, c);
                long part = Math.Min(left, stock[node]);
                stock[node] -= part;
                left -= part;
                flow.Taken[graph.Slots.TakenAt(slot, c)] += part;
            }

            int pair = graph.Pair(demand.Place, item);
            if (graph.Reserve[pair] is { } reserve && demand.Level > reserve.LastLevel)
            {
                ref int level = ref flow.TakenFrom[(pair * graph.Days) + demand.Day];
                level = Math.Min(level, demand.Level);
            }
        }
    }

    private void Close(int day)
    {
        for (int node = 0; node < stock.Length; node++)
        {
            if (graph.Keeps(node, day))
            {
                int place = graph.PlaceOf[node];
                flow.Kept[(graph.Pair(place, graph.ItemOf[node]) * graph.Days) + day] += stock[node];
                flow.Stored[(place * graph.Days) + day] += stock[node] * graph.VolumePerUnit[graph.ItemOf[node]];
            }

            if (day < graph.LastDay(node))
            {
                flow.Hold[(node * graph.Days) + day] = stock[node];
            }
            else if (day == graph.LastDay(node))
            {
                flow.Left[node] = stock[node];
                stock[node] = 0;
            }
        }
    }
}
