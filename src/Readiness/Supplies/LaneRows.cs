namespace Readiness.Supplies;

/// <summary>Whole packs on lanes in the integer form, and the volume that lanes take.</summary>
internal sealed class LaneRows
{
    private readonly AllocationNetwork network;
    private readonly AllocationProblem problem;
    private readonly TimeExpandedProgramme programme;
    private readonly RowAssembler rows;
    private readonly int days;
    private readonly Dictionary<(int Lane, int Period), int> capacityRow = [];
    private int integers;

    private LaneRows(AllocationNetwork network, TimeExpandedProgramme programme, RowAssembler rows)
    {
        this.network = network;
        this.programme = programme;
        this.rows = rows;
        problem = network.Problem;
        days = network.Days;
    }

    /// <summary>Adds the columns and rows.</summary>
    /// <returns>The number of integer columns.</returns>
    public static int Add(AllocationNetwork network, TimeExpandedProgramme programme, RowAssembler rows, bool integer)
    {
        var lanes = new LaneRows(network, programme, rows);
        lanes.Add(integer);
        return lanes.integers;
    }

    private void Add(bool integer)
    {
        for (int k = 0; k < network.LaneItems.Length; k++)
        {
            LaneItem item = network.LaneItems[k];
            for (int day = 0; day < days && integer; day++)
            {
                if (FlowsOn(item, day) is { Length: > 0 } flows)
                {
                    int packs = programme.PackColumn[(k * days) + day] = programme.Model.AddColumn(0, 0, Math.Ceiling((double)network.ItemSupply[item.Item] / item.Pack), true);
                    integers++;
                    AddMinimum(item, packs);
                    int packRow = rows.Open(0, 0);
                    rows.Add(packRow, packs, -item.Pack);
                    foreach (int flow in flows)
                    {
                        rows.Add(packRow, flow, 1);
                    }
                }
            }

            double capacity = problem.Lanes[item.Lane].CapacityPerDay;
            if (item.Volume > 0 && !double.IsPositiveInfinity(capacity))
            {
                AddCapacity(item, capacity);
            }
        }
    }

    // Nothing, or at least so many packs. A linear relaxation cannot say that: it would dispatch a part of a dispatch.
    private void AddMinimum(LaneItem item, int packs)
    {
        if (item.LeastPacks == 1)
        {
            return;
        }

        double most = Math.Max(item.LeastPacks, Math.Ceiling((double)network.ItemSupply[item.Item] / item.Pack));
        int dispatches = programme.Model.AddColumn(0, 0, 1, true);
        int enough = rows.Open(0, double.PositiveInfinity);
        rows.Add(enough, packs, 1);
        rows.Add(enough, dispatches, -item.LeastPacks);
        int gate = rows.Open(double.NegativeInfinity, 0);
        rows.Add(gate, packs, 1);
        rows.Add(gate, dispatches, -most);
    }

    // All items of a limited lane have the same periods; a period takes the capacity of its days.
    private void AddCapacity(LaneItem item, double capacity)
    {
        var counted = new HashSet<int>();
        for (int day = 0; day < days; day++)
        {
            int period = programme.Periods.Of(item.Item, day);
            if (!capacityRow.TryGetValue((item.Lane, period), out int row))
            {
                int length = Enumerable.Range(0, days).Count(d => programme.Periods.Of(item.Item, d) == period);
                capacityRow[(item.Lane, period)] = row = rows.Open(double.NegativeInfinity, capacity * length);
            }

            foreach (int flow in FlowsOn(item, day).Where(counted.Add))
            {
                rows.Add(row, flow, item.Volume / item.Pack);
            }
        }
    }

    private int[] FlowsOn(LaneItem item, int day) =>
        [.. Enumerable.Range(item.FirstArc, item.ArcCount).Select(arc => programme.FlowColumn[(arc * days) + day]).Where(column => column >= 0)];
}
