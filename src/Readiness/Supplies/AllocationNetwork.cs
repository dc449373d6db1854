namespace Readiness.Supplies;

/// <summary>An <see cref="AllocationProblem"/> in flat arrays: stock nodes (place, item, last usable day) and the arcs between them.</summary>
/// <remarks>
/// Lots that outlast the horizon share one class, since nothing distinguishes them. A node exists where stock of its class can come,
/// an arc where such stock can still be of use at its end; day ranges are cut to what can matter.
/// </remarks>
internal sealed class AllocationNetwork
{
    private const int Never = int.MaxValue / 4;

    private readonly List<StockNode> nodes = [];
    private readonly List<TransferArc> arcs = [];
    private readonly List<LaneItem> laneItems = [];

    /// <param name="problem">The problem.</param>
    /// <param name="steps">Steps of the objective; the problem's own if <see langword="null"/>.</param>
    public AllocationNetwork(AllocationProblem problem, ObjectiveStage[]? steps = null)
    {
        Problem = problem;
        Days = problem.Days;
        Steps = steps ?? ObjectiveStage.All(problem);
        Services = DemandService.All(problem);
        ServicesOf = [.. problem.Demands.Select((_, j) => new[] { j })];
        foreach (IGrouping<int, int> others in Enumerable.Range(problem.Demands.Length, Services.Length - problem.Demands.Length).GroupBy(s => Services[s].Demand))
        {
            ServicesOf[others.Key] = [others.Key, .. others.OrderBy(s => Services[s].Weight).ThenBy(s => s)];
        }

        NodesOfPair = new int[problem.Places.Length * problem.Items.Length][];
        LaneItemsInto = new int[NodesOfPair.Length][];
        Array.Fill(NodesOfPair, []);
        Array.Fill(LaneItemsInto, []);
        ReserveOf = new int[NodesOfPair.Length];
        Array.Fill(ReserveOf, -1);
        for (int r = 0; r < problem.Reserves.Length; r++)
        {
            StockReserve reserve = problem.Reserves[r];
            ReserveOf[Pair(reserve.Place, reserve.Item)] = reserve.Quantity > 0 ? r : -1;
        }

        StorageOf = new int[problem.Places.Length];
        Array.Fill(StorageOf, -1);
        for (int s = 0; s < problem.StorageLimits.Length; s++)
        {
            StorageOf[problem.StorageLimits[s].Place] = s;
        }

        for (int item = 0; item < problem.Items.Length; item++)
        {
            AddItem(item);
        }

        Nodes = [.. nodes];
        NodesOfStorage =
        [
            .. problem.StorageLimits.Select(limit => Enumerable.Range(0, Nodes.Length)
                .Where(node => Nodes[node].Place == limit.Place && VolumePerUnit(Nodes[node].Item) > 0).ToArray()),
        ];
        Arcs = [.. arcs];
        LaneItems = [.. laneItems];
        Supply = new long[Nodes.Length * Days];
        ItemSupply = new long[problem.Items.Length];
        ClassSupply = new long[Nodes.Length];
        AddSupply();
        Demands = [.. Enumerable.Range(0, problem.Demands.Length).Where(j => problem.Demands[j].Units > 0)];
        PairsOfLevel = [.. Enumerable.Range(0, problem.Levels.Length).Select(level => new LevelPairs(problem, level))];
    }

    /// <summary>The problem that this is the network of.</summary>
    public AllocationProblem Problem { get; }

    /// <summary>Number of days.</summary>
    public int Days { get; }

    /// <summary>Steps of the objective, most important first.</summary>
    public ObjectiveStage[] Steps { get; }

    /// <summary>Ways to serve: the regular one of each demand, by demand index, then the alternatives.</summary>
    public DemandService[] Services { get; }

    /// <summary>Services of each demand: the regular one, then the alternatives, best first.</summary>
    public int[][] ServicesOf { get; }

    /// <summary>Stock nodes.</summary>
    public StockNode[] Nodes { get; }

    /// <summary>Arcs, those of one lane and item side by side.</summary>
    public TransferArc[] Arcs { get; }

    /// <summary>Lanes by item, where they are of use.</summary>
    public LaneItem[] LaneItems { get; }

    /// <summary>Nodes of a pair (place x items + item), soonest expiry first.</summary>
    public int[][] NodesOfPair { get; }

    /// <summary>Lane items that lead into a pair, cheapest first.</summary>
    public int[][] LaneItemsInto { get; }

    /// <summary>Reserve of a pair, or -1 if there is nothing to keep.</summary>
    public int[] ReserveOf { get; }

    /// <summary>Storage limit of a place, or -1.</summary>
    public int[] StorageOf { get; }

    /// <summary>Nodes that take up room, by storage limit.</summary>
    public int[][] NodesOfStorage { get; }

    /// <summary>Units that become available at node x days + day.</summary>
    public long[] Supply { get; }

    /// <summary>Units of a node's item and class in all places together: no stock or flow can be more.</summary>
    public long[] ClassSupply { get; }

    /// <summary>Units of an item in all places together.</summary>
    public long[] ItemSupply { get; }

    /// <summary>Units that come in after their last usable day.</summary>
    public long ExpiredOnArrival { get; private set; }

    /// <summary>Indices of the demands for at least one unit.</summary>
    public int[] Demands { get; }

    /// <summary>The (place, item) pairs with demand, by level.</summary>
    public LevelPairs[] PairsOfLevel { get; }

    /// <summary>Index of a (place, item) pair.</summary>
    public int Pair(int place, int item) => (place * Problem.Items.Length) + item;

    /// <summary>Reserve of a node's pair, or -1.</summary>
    public int ReserveOfNode(int node) => ReserveOf[Pair(Nodes[node].Place, Nodes[node].Item)];

    /// <summary>Nodes of a reserve's pair.</summary>
    public int[] NodesOfReserve(int reserve) => NodesOfPair[Pair(Problem.Reserves[reserve].Place, Problem.Reserves[reserve].Item)];

    /// <summary>How a demand of a level takes from a pair.</summary>
    public StockUse ServingUse(int pair, int level) =>
        ReserveOf[pair] >= 0 && level > Problem.Reserves[ReserveOf[pair]].LastLevel ? StockUse.Serving : StockUse.UrgentServing;

    /// <summary>Volume of a unit of an item.</summary>
    public double VolumePerUnit(int item) => Problem.Items[item].VolumePerPack / Problem.Items[item].PackSize;

    private void AddItem(int item)
    {
        SupplyLot[] lots = [.. Problem.Lots.Where(lot => lot.Item == item && lot.Quantity > 0 && lot.AvailableDay < Days)];
        ExpiredOnArrival += lots.Where(lot => lot.LastUsableDay < lot.AvailableDay).Sum(lot => lot.Quantity);
        int[] classes = [.. lots.Where(lot => lot.LastUsableDay >= lot.AvailableDay).Select(lot => Math.Min(lot.LastUsableDay, Days)).Distinct().Order()];
        int[] lastDemand = LastDemandDays(item);
        var nodeAt = new Dictionary<(int Place, int Class), int>();
        foreach (int expiry in classes)
        {
            int[] earliest = Earliest(lots, expiry);
            int[] latest = Latest(lastDemand, expiry);
            for (int place = 0; place < earliest.Length; place++)
            {
                if (earliest[place] == Never)
                {
                    continue;
                }

                nodeAt[(place, expiry)] = nodes.Count;
                int pair = Pair(place, item);
                NodesOfPair[pair] = [.. NodesOfPair[pair], nodes.Count];
                nodes.Add(new StockNode(place, item, expiry, Math.Min(expiry, Days - 1), expiry < Days, earliest[place], latest[place]));
            }
        }

        if (classes.Length > 0)
        {
            AddArcs(item, classes, nodeAt);
        }
    }

    private int[] LastDemandDays(int item)
    {
        int[] last = new int[Problem.Places.Length];
        Array.Fill(last, -1);
        foreach (DemandService service in Services)
        {
            SupplyDemand demand = Problem.Demands[service.Demand];
            if (service.Most > 0 && demand.Day > last[demand.Place] && service.Needs.Any(need => need.Item == item))
            {
                last[demand.Place] = demand.Day;
            }
        }

        // What stays in a reserve is of use to the end. Where room is scarce, all that takes some counts, and sending it away can be of use.
        bool takesRoom = Problem.StorageLimits.Length > 0 && VolumePerUnit(item) > 0;
        for (int place = 0; place < last.Length; place++)
        {
            last[place] = takesRoom || ReserveOf[Pair(place, item)] >= 0 ? Days - 1 : last[place];
        }

        return last;
    }

    // First day on which stock of the class can be at each place.
    private int[] Earliest(SupplyLot[] lots, int expiry)
    {
        int[] earliest = new int[Problem.Places.Length];
        Array.Fill(earliest, Never);
        foreach (SupplyLot lot in lots)
        {
            if (lot.LastUsableDay >= lot.AvailableDay && Math.Min(lot.LastUsableDay, Days) == expiry)
            {
                earliest[lot.Place] = Math.Min(earliest[lot.Place], lot.AvailableDay);
            }
        }

        int last = Math.Min(expiry, Days - 1);
        for (bool changed = true; changed;)
        {
            changed = false;
            foreach (TransportLane lane in Problem.Lanes)
            {
                if (earliest[lane.From] != Never && lane.LeadTimeDays <= last - earliest[lane.From]
                    && earliest[lane.From] + lane.LeadTimeDays < earliest[lane.To])
                {
                    earliest[lane.To] = earliest[lane.From] + lane.LeadTimeDays;
                    changed = true;
                }
            }
        }

        return earliest;
    }

    // Last day on which stock of the class at each place can be of use, there or further on; -1 if never.
    private int[] Latest(int[] lastDemand, int expiry)
    {
        int[] latest = [.. lastDemand.Select(day => Math.Min(day, expiry))];
        for (bool changed = true; changed;)
        {
            changed = false;
            foreach (TransportLane lane in Problem.Lanes)
            {
                if (latest[lane.To] >= lane.LeadTimeDays && latest[lane.To] - lane.LeadTimeDays > latest[lane.From])
                {
                    latest[lane.From] = latest[lane.To] - lane.LeadTimeDays;
                    changed = true;
                }
            }
        }

        return latest;
    }

    private void AddArcs(int item, int[] classes, Dictionary<(int Place, int Class), int> nodeAt)
    {
        for (int l = 0; l < Problem.Lanes.Length; l++)
        {
            TransportLane lane = Problem.Lanes[l];
            int first = arcs.Count;
            foreach (int expiry in classes)
            {
                if (nodeAt.TryGetValue((lane.From, expiry), out int from) && nodeAt.TryGetValue((lane.To, expiry), out int to)
                    && nodes[to].Latest >= lane.LeadTimeDays && nodes[from].Earliest <= nodes[to].Latest - lane.LeadTimeDays)
                {
                    arcs.Add(new TransferArc(laneItems.Count, from, to, lane.LeadTimeDays, nodes[from].Earliest, nodes[to].Latest - lane.LeadTimeDays));
                }
            }

            if (arcs.Count > first)
            {
                long pack = Problem.Items[item].PackSize;
                long leastPacks = Math.Max(1, ((lane.MinimumUnits - 1) / pack) + 1);
                laneItems.Add(new LaneItem(l, item, first, arcs.Count - first, pack, Problem.Items[item].VolumePerPack, leastPacks));
            }
        }

        foreach (IGrouping<int, int> into in Enumerable.Range(0, laneItems.Count).Where(k => laneItems[k].Item == item).GroupBy(k => Problem.Lanes[laneItems[k].Lane].To))
        {
            LaneItemsInto[Pair(into.Key, item)] =
                [.. into.OrderBy(k => Problem.Lanes[laneItems[k].Lane].CostPerUnit).ThenBy(k => Problem.Lanes[laneItems[k].Lane].LeadTimeDays).ThenBy(k => k)];
        }
    }

    private void AddSupply()
    {
        var ofClass = new Dictionary<(int Item, int Class), long>();
        foreach (SupplyLot lot in Problem.Lots)
        {
            if (lot.Quantity > 0 && lot.AvailableDay < Days && lot.LastUsableDay >= lot.AvailableDay)
            {
                int expiry = Math.Min(lot.LastUsableDay, Days);
                int node = Array.Find(NodesOfPair[Pair(lot.Place, lot.Item)], n => Nodes[n].Class == expiry);
                Supply[(node * Days) + lot.AvailableDay] += lot.Quantity;
                ItemSupply[lot.Item] += lot.Quantity;
                ofClass[(lot.Item, expiry)] = ofClass.GetValueOrDefault((lot.Item, expiry)) + lot.Quantity;
            }
        }

        for (int node = 0; node < Nodes.Length; node++)
        {
            ClassSupply[node] = ofClass[(Nodes[node].Item, Nodes[node].Class)];
        }
    }
}
