namespace Readiness.Supplies.Flows;

/// <summary>Lays out the time-expanded network of one item.</summary>
/// <remarks>
/// A run of nodes exists for a (place, last usable day) where such stock can come and still be of use. Where a place receives and sends on lanes without lead
/// time, its mornings are nodes of their own, since what comes that way is not sent on the same day.
/// </remarks>
internal sealed class ItemNetworkBuilder
{

    private readonly AllocationProblem problem;
    private readonly WeightedAllocation weighted;
    private readonly int item;
    private readonly double costScale;
    private readonly double flowScale;
    private readonly bool[] split;
    private readonly List<int> source = [];
    private readonly List<int> target = [];
    private readonly List<double> cost = [];
    private readonly List<long> capacity = [];
    private readonly List<ArcRun> runs = [];
    private readonly List<LaneRun> laneRuns = [];
    private readonly List<int> place = [];
    private readonly List<short> day = [];
    private readonly List<short> expiry = [];
    private readonly List<long> supply = [];
    private readonly bool[] hasNode;

    private ItemNetworkBuilder(WeightedAllocation weighted, int item, double costScale, double flowScale, bool[] split)
    {
        this.weighted = weighted;
        problem = weighted.Problem;
        this.item = item;
        this.costScale = costScale;
        this.flowScale = flowScale;
        this.split = split;
        hasNode = new bool[problem.Places.Length * problem.Days];
    }

    /// <summary>Whether each place both receives and sends on lanes without lead time.</summary>
    public static bool[] SplitPlaces(AllocationProblem problem)
    {
        bool[] receives = new bool[problem.Places.Length];
        bool[] sends = new bool[problem.Places.Length];
        foreach (TransportLane lane in problem.Lanes)
        {
            receives[lane.To] |= lane.LeadTimeDays == 0;
            sends[lane.From] |= lane.LeadTimeDays == 0;
        }

        return [.. receives.Zip(sends, static (to, from) => to && from)];
    }

    /// <summary>Builds the network of an item.</summary>
    /// <param name="weighted">The problem; well formed.</param>
    /// <param name="item">Item index.</param>
    /// <param name="lots">Indices of the item's lots.</param>
    /// <param name="demands">Indices of the item's demands, ordered by place, level and day.</param>
    /// <param name="costScale">Steps of cost per unit of the objective.</param>
    /// <param name="flowScale">Steps of flow per unit.</param>
    /// <param name="split">What <see cref="SplitPlaces"/> says.</param>
    public static ItemNetwork Build(
        WeightedAllocation weighted, int item, int[] lots, int[] demands, double costScale, double flowScale, bool[] split) =>
        new ItemNetworkBuilder(weighted, item, costScale, flowScale, split).Build(lots, demands);

    private ItemNetwork Build(int[] lots, int[] demands)
    {
        int days = problem.Days;
        int places = problem.Places.Length;
        SupplyLot[] usable = [.. lots.Select(k => problem.Lots[k]).Where(lot => lot.Quantity > 0 && lot.AvailableDay < days && lot.LastUsableDay >= lot.AvailableDay)];
        int[] classes = [.. usable.Select(lot => Math.Min(lot.LastUsableDay, days)).Distinct().Order()];
        int[] lastDemand = new int[places];
        Array.Fill(lastDemand, -1);
        foreach (int j in demands)
        {
            lastDemand[problem.Demands[j].Place] = Math.Max(lastDemand[problem.Demands[j].Place], problem.Demands[j].Day);
        }

        // Node of day 0 of each class and place, as if there were one, by morning and by day; Never where there is none.
        int[,] morning = new int[classes.Length, places];
        int[,] later = new int[classes.Length, places];
        int[,] from = new int[classes.Length, places];
        int[,] until = new int[classes.Length, places];
        for (int c = 0; c < classes.Length; c++)
        {
            int[] earliest = StockReach.Earliest(problem, usable, classes[c]);
            int[] latest = StockReach.Latest(problem, lastDemand, classes[c]);
            for (int p = 0; p < places; p++)
            {
                from[c, p] = earliest[p];
                until[c, p] = latest[p];
                morning[c, p] = AddStock(p, classes[c], earliest[p], latest[p]);
                later[c, p] = split[p] ? AddStock(p, classes[c], earliest[p], latest[p]) : morning[c, p];
            }
        }

        foreach (SupplyLot lot in usable)
        {
            int c = Array.BinarySearch(classes, Math.Min(lot.LastUsableDay, days));
            if (lot.AvailableDay <= until[c, lot.Place])
            {
                supply[morning[c, lot.Place] + lot.AvailableDay] += (long)(lot.Quantity * flowScale);
            }
        }

        AddLanes(classes, morning, later, from, until);
        int laneArcs = source.Count;
        int[,] demandNode = AddServing(demands, classes, later, from, until);
        int serveEnd = source.Count;
        AddCarry(classes, morning, later, from, until);
        int root = place.Count;
        AddUnused(classes, later, from, until, root);
        int unservedFirst = source.Count;
        AddUnserved(demands, demandNode, root, out int[] unservedDemand);
        supply.Add(-supply.Sum());
        return new ItemNetwork
        {
            Item = item,
            Root = root,
            FlowScale = flowScale,
            CostScale = costScale,
            Supply = [.. supply],
            Source = [.. source],
            Target = [.. target],
            Cost = [.. cost],
            Capacity = [.. capacity],
            Runs = [.. runs],
            LaneRuns = [.. laneRuns],
            LaneArcs = laneArcs,
            ServeFirst = laneArcs,
            ServeEnd = serveEnd,
            UnservedFirst = unservedFirst,
            UnservedDemand = unservedDemand,
            PlaceOf = [.. place],
            DayOf = [.. day],
            ClassOf = [.. expiry],
            Volume = VolumePerUnit,
            ClassCount = Math.Max(1, classes.Length),
        };
    }

    private double VolumePerUnit => problem.Items[item].VolumePerPack / problem.Items[item].PackSize;

    private int AddStock(int p, int c, int first, int last)
    {
        if (first > last)
        {
            return StockReach.Never;
        }

        int node = place.Count - first;
        for (int t = first; t <= last; t++)
        {
            AddNode(p, t, c);
        }

        return node;
    }

    private void AddNode(int p, int t, int c)
    {
        place.Add(p);
        day.Add((short)t);
        expiry.Add((short)c);
        supply.Add(0);
    }

    private void AddLanes(int[] classes, int[,] morning, int[,] later, int[,] from, int[,] until)
    {
        double volume = VolumePerUnit;
        for (int l = 0; l < problem.Lanes.Length; l++)
        {
            TransportLane lane = problem.Lanes[l];
            bool shared = volume > 0 && !double.IsPositiveInfinity(lane.CapacityPerDay);
            long most = shared ? Steps(lane.CapacityPerDay / volume) : long.MaxValue / 4;
            double unitCost = Math.Floor(lane.CostPerUnit * weighted.TransportFactor * costScale);
            for (int c = 0; c < classes.Length; c++)
            {
                int first = from[c, lane.From];
                int last = (int)Math.Min(until[c, lane.From], (long)until[c, lane.To] - lane.LeadTimeDays);
                if (first > last || morning[c, lane.To] == StockReach.Never)
                {
                    continue;
                }

                int tail = (lane.LeadTimeDays == 0 ? morning : later)[c, lane.From];
                int head = (lane.LeadTimeDays == 0 ? later : morning)[c, lane.To] + lane.LeadTimeDays;
                laneRuns.Add(new LaneRun(l, classes[c], first, source.Count, last - first + 1, shared));
                for (int t = first; t <= last; t++)
                {
                    AddArc(tail + t, head + t, unitCost, most);
                }
            }
        }
    }

    // Where stock of one class only can be there, its node serves as the demand's: what is not served comes in and leaves with the demand.
    private int[,] AddServing(int[] demands, int[] classes, int[,] later, int[,] from, int[,] until)
    {
        int[,] node = new int[problem.Places.Length, problem.Days];
        foreach (int j in demands)
        {
            node[problem.Demands[j].Place, problem.Demands[j].Day] = 1;
        }

        for (int p = 0; p < problem.Places.Length; p++)
        {
            for (int t = 0; t < problem.Days; t++)
            {
                if (node[p, t] == 0)
                {
                    continue;
                }

                int alive = 0;
                int only = -1;
                for (int c = 0; c < classes.Length; c++)
                {
                    if (from[c, p] <= t && t <= until[c, p])
                    {
                        alive++;
                        only = later[c, p] + t;
                    }
                }

                hasNode[(p * problem.Days) + t] = alive > 0;
                node[p, t] = alive == 1 ? only : alive == 0 ? -1 : place.Count;
                if (alive > 1)
                {
                    AddNode(p, t, -1);
                }
            }

            for (int c = 0; c < classes.Length; c++)
            {
                for (int t = Math.Max(0, from[c, p]); t <= until[c, p]; t++)
                {
                    if (node[p, t] > 0 && expiry[node[p, t]] == -1)
                    {
                        AddArc(later[c, p] + t, node[p, t], 0, long.MaxValue / 4);
                    }
                }
            }
        }

        return node;
    }

    private void AddCarry(int[] classes, int[,] morning, int[,] later, int[,] from, int[,] until)
    {
        for (int c = 0; c < classes.Length; c++)
        {
            for (int p = 0; p < problem.Places.Length; p++)
            {
                for (int t = from[c, p]; t < until[c, p]; t++)
                {
                    AddArc(later[c, p] + t, morning[c, p] + t + 1, 0, long.MaxValue / 4);
                }

                for (int t = from[c, p]; split[p] && t <= until[c, p]; t++)
                {
                    AddArc(morning[c, p] + t, later[c, p] + t, 0, long.MaxValue / 4);
                }
            }
        }
    }

    private void AddUnused(int[] classes, int[,] later, int[,] from, int[,] until, int root)
    {
        for (int c = 0; c < classes.Length; c++)
        {
            for (int p = 0; p < problem.Places.Length; p++)
            {
                if (from[c, p] <= until[c, p])
                {
                    AddArc(later[c, p] + until[c, p], root, 0, long.MaxValue / 4);
                }
            }
        }
    }

    // Demand that nothing can reach has no arc: it is unserved in every plan. Days without demand get an arc without capacity, so that the arcs of a
    // place and level form a run.
    private void AddUnserved(int[] demands, int[,] demandNode, int root, out int[] unservedDemand)
    {
        var demandOf = new List<int>();
        (int Place, int Level, int Day) last = (-1, -1, -1);
        foreach (int j in demands)
        {
            SupplyDemand demand = problem.Demands[j];
            double unitCost = weighted.UnservedCosts[demand.Level] * demand.Weight;
            int node = demandNode[demand.Place, demand.Day];
            if (node < 0)
            {
                continue;
            }

            for (int t = last.Day + 1; last.Place == demand.Place && last.Level == demand.Level && t < demand.Day; t++)
            {
                if (hasNode[(demand.Place * problem.Days) + t])
                {
                    AddArc(root, demandNode[demand.Place, t], 0, 0);
                    demandOf.Add(-1);
                }
            }

            last = (demand.Place, demand.Level, demand.Day);
            long wanted = (long)(demand.Units * demand.Needs[0].Quantity * flowScale);
            supply[node] -= wanted;
            AddArc(root, node, Math.Floor(unitCost / demand.Needs[0].Quantity * costScale), wanted);
            demandOf.Add(j);
        }

        unservedDemand = [.. demandOf];
    }

    private void AddArc(int tail, int head, double unitCost, long most)
    {
        int arc = source.Count;
        source.Add(tail);
        target.Add(head);
        cost.Add(unitCost);
        capacity.Add(most);
        if (runs.Count > 0)
        {
            ArcRun last = runs[^1];
            if (last.Count == 1 && tail - last.Source is 0 or 1 && head - last.Target is 0 or 1)
            {
                runs[^1] = last with { Count = 2, SourceStep = tail - last.Source, TargetStep = head - last.Target };
                return;
            }

            if (last.Count > 1 && tail == last.Source + (last.Count * last.SourceStep) && head == last.Target + (last.Count * last.TargetStep))
            {
                runs[^1] = last with { Count = last.Count + 1 };
                return;
            }
        }

        runs.Add(new ArcRun(arc, 1, tail, head, 0, 0));
    }

    private long Steps(double units) => units * flowScale >= 1e18 ? long.MaxValue / 4 : (long)Math.Ceiling(units * flowScale);
}
