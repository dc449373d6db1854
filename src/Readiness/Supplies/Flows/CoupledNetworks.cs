using System.Numerics;

namespace Readiness.Supplies.Flows;

/// <summary>The networks of all items and the lorries that they share, one row for each lane and day.</summary>
internal sealed class CoupledNetworks
{
    // Costs in whole steps of at most a 2^34th of the largest: with the artificial costs, sums of them stay below 2^53.
    private const int CostBits = 34;
    private const int FlowBits = 10;
    private const double MostFlow = 1L << 50;

    private readonly double[] unreachable;
    private readonly (int Item, int Arc)[] arcOfDemand;
    private readonly long[] units;

    private CoupledNetworks(WeightedAllocation allocation, ItemNetwork[] items)
    {
        Allocation = allocation;
        Items = items;
        AllocationProblem problem = allocation.Problem;
        Days = problem.Days;
        Capacity = new double[problem.Lanes.Length * Days];
        for (int row = 0; row < Capacity.Length; row++)
        {
            Capacity[row] = problem.Lanes[row / Days].CapacityPerDay;
        }

        units = [.. problem.Demands.Select(static demand => demand.Units)];
        RowOf = [.. Items.Select(Rows)];
        unreachable = new double[Items.Length];
        arcOfDemand = new (int, int)[units.Length];
        Array.Fill(arcOfDemand, (-1, -1));
        for (int i = 0; i < Items.Length; i++)
        {
            for (int k = 0; k < Items[i].UnservedDemand.Length; k++)
            {
                if (Items[i].UnservedDemand[k] >= 0)
                {
                    arcOfDemand[Items[i].UnservedDemand[k]] = (i, Items[i].UnservedFirst + k);
                }
            }
        }

        for (int j = 0; j < units.Length; j++)
        {
            if (arcOfDemand[j].Item < 0)
            {
                unreachable[problem.Demands[j].Needs[0].Item] += units[j] * UnitCost(j);
            }
        }
    }

    /// <summary>Builds the networks.</summary>
    /// <returns>They; <see langword="null"/> if stopped.</returns>
    public static CoupledNetworks? Create(WeightedAllocation allocation, int threads, Func<bool> isOver)
    {
        ItemNetwork?[] items = Build(allocation, threads, isOver);
        return Array.TrueForAll(items, static item => item is not null) ? new CoupledNetworks(allocation, items!) : null;
    }

    /// <summary>The problem, with the units of demand that it had at first.</summary>
    public WeightedAllocation Allocation { get; }

    /// <summary>Number of days.</summary>
    public int Days { get; }

    /// <summary>The network of each item.</summary>
    public ItemNetwork[] Items { get; }

    /// <summary>Volume that each lorry takes; lorry of lane l on day t is row l x days + t.</summary>
    public double[] Capacity { get; }

    /// <summary>Row of each transport arc of each item; -1 if none limits it.</summary>
    public int[][] RowOf { get; }

    /// <summary>Units of each demand as they are now.</summary>
    public IReadOnlyList<long> Units => units;

    /// <summary>Cost of an item's demand that nothing can reach.</summary>
    public double Unreachable(int item) => unreachable[item];

    /// <summary>Cost of an unserved unit of a demand.</summary>
    public double UnitCost(int demand) =>
        Allocation.UnservedCosts[Allocation.Problem.Demands[demand].Level] * Allocation.Problem.Demands[demand].Weight;

    /// <summary>The item and arc that stand in for a demand's unserved units; (-1, -1) if nothing can reach it.</summary>
    public (int Item, int Arc) ArcOf(int demand) => arcOfDemand[demand];

    /// <summary>Changes the units of a demand.</summary>
    /// <returns>How many steps of flow are wanted more.</returns>
    public long ChangeUnits(int demand, long wanted)
    {
        SupplyDemand changed = Allocation.Problem.Demands[demand];
        long more = wanted - units[demand];
        units[demand] = wanted;
        (int item, _) = arcOfDemand[demand];
        if (item < 0)
        {
            unreachable[changed.Needs[0].Item] += more * UnitCost(demand);
            return 0;
        }

        return (long)(more * changed.Needs[0].Quantity * Items[item].FlowScale);
    }

    /// <summary>Adds the volumes that a flow of an item, in whole steps or a mixture, puts on the lorries.</summary>
    public void AddLoad<T>(int item, T[] flow, double[] load)
        where T : INumber<T>
    {
        ItemNetwork network = Items[item];
        double volume = network.Volume / network.FlowScale;
        foreach (LaneRun run in network.LaneRuns)
        {
            if (!run.Shared)
            {
                continue;
            }

            int row = (run.Lane * Days) + run.FirstDay;
            for (int k = 0; k < run.Count; k++)
            {
                load[row + k] += double.CreateTruncating(flow[run.First + k]) * volume;
            }
        }
    }

    private static ItemNetwork?[] Build(WeightedAllocation allocation, int threads, Func<bool> isOver)
    {
        AllocationProblem problem = allocation.Problem;
        ILookup<int, int> lots = Enumerable.Range(0, problem.Lots.Length).ToLookup(k => problem.Lots[k].Item);
        ILookup<int, int> demands = Enumerable.Range(0, problem.Demands.Length).ToLookup(j => problem.Demands[j].Needs[0].Item);
        bool[] split = ItemNetworkBuilder.SplitPlaces(problem);
        double flow = problem.Lots.Sum(static lot => (double)lot.Quantity)
            + problem.Demands.Sum(static demand => (double)demand.Units * demand.Needs[0].Quantity);
        double flowScale = flow * (1 << FlowBits) <= MostFlow ? 1 << FlowBits : 1;
        double dearest = problem.Demands.Select(demand => allocation.UnservedCosts[demand.Level] * demand.Weight)
            .Concat(problem.Lanes.Select(lane => lane.CostPerUnit * allocation.TransportFactor)).Append(1e-3).Max();
        double costScale = Math.ScaleB(1, CostBits - Math.ILogB(dearest) - 1);
        var networks = new ItemNetwork?[problem.Items.Length];
        ItemLoop.Run(networks.Length, threads, item =>
        {
            if (isOver())
            {
                return;
            }

            int[] ordered = [.. demands[item]];
            Array.Sort(ordered, (a, b) => Key(problem, a).CompareTo(Key(problem, b)));
            networks[item] = ItemNetworkBuilder.Build(allocation, item, [.. lots[item]], ordered, costScale, flowScale, split);
        });
        return networks;
    }

    private static (int Place, int Level, int Day, int Index) Key(AllocationProblem problem, int j) =>
        (problem.Demands[j].Place, problem.Demands[j].Level, problem.Demands[j].Day, j);

    private int[] Rows(ItemNetwork network)
    {
        int[] rows = new int[network.LaneArcs];
        foreach (LaneRun run in network.LaneRuns)
        {
            for (int k = 0; k < run.Count; k++)
            {
                rows[run.First + k] = run.Shared ? (run.Lane * Days) + run.FirstDay + k : -1;
            }
        }

        return rows;
    }
}
