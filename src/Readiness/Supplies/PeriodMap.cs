namespace Readiness.Supplies;

/// <summary>Groups the days of each item into periods, so that the linear relaxation stays small.</summary>
/// <remarks>
/// Between two days on which stock can come in, stock only falls, so it suffices to keep it from being negative at the end. A period
/// begins where a lot comes in, where it can have come after one or two links, and after a last usable day. Whatever the
/// periods, adding up a plan's days gives a solution of the grouped programme: it is a relaxation, and its bounds are valid.
/// Items that share a lane of limited capacity or limited storage share their periods.
/// </remarks>
internal sealed class PeriodMap
{
    private const int Links = 2;

    private readonly int[][] periodOf;

    private PeriodMap(int[][] periodOf) => this.periodOf = periodOf;

    /// <summary>Every day is a period of its own.</summary>
    public static PeriodMap Daily(AllocationNetwork network)
    {
        int[] days = [.. Enumerable.Range(0, network.Days)];
        return new PeriodMap([.. network.Problem.Items.Select(_ => days)]);
    }

    /// <summary>Periods by the days on which something can come in.</summary>
    public static PeriodMap Grouped(AllocationNetwork network)
    {
        AllocationProblem problem = network.Problem;
        var begins = new bool[problem.Items.Length][];
        for (int item = 0; item < begins.Length; item++)
        {
            begins[item] = Begins(network, item);
        }

        IEnumerable<int[]> sharing = network.LaneItems
            .Where(item => item.Volume > 0 && !double.IsPositiveInfinity(problem.Lanes[item.Lane].CapacityPerDay))
            .GroupBy(item => item.Lane, item => item.Item).Select(items => items.ToArray());
        if (problem.StorageLimits.Length > 0)
        {
            sharing = sharing.Append([.. Enumerable.Range(0, begins.Length).Where(item => network.VolumePerUnit(item) > 0)]);
        }

        foreach (int[] shared in sharing.ToArray())
        {
            Share(begins, shared, network.Days);
        }

        return new PeriodMap([.. begins.Select(Number)]);
    }

    /// <summary>Period of a day for an item.</summary>
    public int Of(int item, int day) => periodOf[item][day];

    /// <summary>Whether the day is a period of its own.</summary>
    public bool IsSingleDay(int item, int day)
    {
        int[] periods = periodOf[item];
        return (day == 0 || periods[day - 1] != periods[day]) && (day + 1 == periods.Length || periods[day + 1] != periods[day]);
    }

    // The items take over one common set of beginnings, and with them all that share theirs; later lanes may only widen it.
    private static void Share(bool[][] begins, int[] items, int days)
    {
        var union = new bool[days];
        foreach (int item in items)
        {
            for (int day = 0; day < days; day++)
            {
                union[day] |= begins[item][day];
            }
        }

        foreach (bool[] old in items.Select(item => begins[item]).Distinct().ToArray())
        {
            for (int item = 0; item < begins.Length; item++)
            {
                begins[item] = ReferenceEquals(begins[item], old) ? union : begins[item];
            }
        }
    }

    private static bool[] Begins(AllocationNetwork network, int item)
    {
        var begins = new bool[network.Days];
        begins[0] = true;
        var reached = new HashSet<(int Place, int Day)>();
        for (int node = 0; node < network.Nodes.Length; node++)
        {
            if (network.Nodes[node].Item != item)
            {
                continue;
            }

            for (int day = 0; day < network.Days; day++)
            {
                if (network.Supply[(node * network.Days) + day] > 0)
                {
                    reached.Add((network.Nodes[node].Place, day));
                }
            }

            if (network.Nodes[node].Last + 1 < network.Days)
            {
                begins[network.Nodes[node].Last + 1] = true;
            }
        }

        foreach (int o in Enumerable.Range(0, network.Offers.Count).Where(o => network.Offers[o].Item == item && network.Offers.Node[o] >= 0))
        {
            reached.Add((network.Offers[o].Place, network.Offers[o].AvailableDay));
        }

        TransportLane[] lanes = [.. network.LaneItems.Where(k => k.Item == item).Select(k => network.Problem.Lanes[k.Lane])];
        for (int link = 0; link < Links; link++)
        {
            ILookup<int, int> daysAt = reached.ToLookup(entry => entry.Place, entry => entry.Day);
            foreach (TransportLane lane in lanes)
            {
                foreach (int day in daysAt[lane.From].Where(day => day < network.Days - lane.LeadTimeDays).ToArray())
                {
                    reached.Add((lane.To, day + lane.LeadTimeDays));
                }
            }
        }

        foreach ((_, int day) in reached)
        {
            begins[day] = true;
        }

        return begins;
    }

    private static int[] Number(bool[] begins)
    {
        int[] periods = new int[begins.Length];
        for (int day = 1; day < begins.Length; day++)
        {
            periods[day] = periods[day - 1] + (begins[day] ? 1 : 0);
        }

        return periods;
    }
}
