namespace Readiness.Supplies;

/// <summary>An <see cref="AllocationProblem"/> in flat arrays: stock nodes (place, item, last usable day) and the arcs between them.</summary>
/// <remarks>
/// Lots that outlast the horizon share one class, since nothing distinguishes them. A node exists where stock of its class can come,
/// an arc where such stock can still be of use at its end; day ranges are cut to what can matter.
/// </remarks>
internal sealed class AllocationNetwork
{
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
        Offers = new OfferBook(problem);
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
        Pins = problem.Pins.IsEmpty ? null : new PinBook(this);
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

    /// <summary>Transfers that are made in any case; null if there are none.</summary>
    public PinBook? Pins { get; }

    /// <summary>What may be bought.</summary>
    public OfferBook Offers { get; }

    /// <summary>Units of a node's item and class in all places together: no stock or flow can be more.</summary>
    public long[] ClassSupply { get; }

    /// <summary>Units of an item in all places together, with all that can be bought.</summary>
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
        SupplyLot[] certain = [.. Problem.Lots.Where(lot => lot.Item == item && lot.Quantity > 0 && lot.AvailableDay < Days)];
        SupplyLot[] lots = [.. certain, .. OfferedLots(item)];
        ExpiredOnArrival += certain.Where(lot => lot.LastUsableDay < lot.AvailableDay).Sum(lot => lot.Quantity);
        int[] classes = [.. lots.Where(lot => lot.LastUsableDay >= lot.AvailableDay).Select(lot => Math.Min(lot.LastUsableDay, Days)).Distinct().Order()];
        int[] lastDemand = StockReach.LastUses(this, item);
        var nodeAt = new Dictionary<(int Place, int Class), int>();
        foreach (int expiry in classes)
        {
            int[] earliest = StockReach.Earliest(Problem, lots, expiry);
            int[] latest = StockReach.Latest(Problem, lastDemand, expiry);
            for (int place = 0; place < earliest.Length; place++)
            {
                if (earliest[place] == StockReach.Never)
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

    private IEnumerable<SupplyLot> OfferedLots(int item) => Enumerable.Range(0, Offers.Count).Where(o => Offers[o].Item == item && Offers.MostUnits(o) > 0)
        .Select(o => new SupplyLot(Offers[o].Place, item, Offers.MostUnits(o), Offers[o].AvailableDay, Offers[o].LastUsableDay));

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
        int NodeOf(int place, int item, int lastUsable) => Array.Find(NodesOfPair[Pair(place, item)], n => Nodes[n].Class == Math.Min(lastUsable, Days));
        void Count(int item, int expiry, long units)
        {
            ItemSupply[item] += units;
            ofClass[(item, expiry)] = ofClass.GetValueOrDefault((item, expiry)) + units;
        }

        foreach (SupplyLot lot in Problem.Lots)
        {
            if (lot.Quantity > 0 && lot.AvailableDay < Days && lot.LastUsableDay >= lot.AvailableDay)
            {
                int node = NodeOf(lot.Place, lot.Item, lot.LastUsableDay);
                Supply[(node * Days) + lot.AvailableDay] += lot.Quantity;
                Count(lot.Item, Nodes[node].Class, lot.Quantity);
            }
        }

        for (int o = 0; o < Offers.Count; o++)
        {
            if (Offers.MostUnits(o) > 0)
            {
                int node = NodeOf(Offers[o].Place, Offers[o].Item, Offers[o].LastUsableDay);
                Offers.Node[o] = Offers[o].AvailableDay <= Nodes[node].Latest ? node : -1;
                Count(Offers[o].Item, Nodes[node].Class, Offers.MostUnits(o));
            }
        }

        for (int node = 0; node < Nodes.Length; node++)
        {
            ClassSupply[node] = ofClass[(Nodes[node].Item, Nodes[node].Class)];
        }
    }
}
