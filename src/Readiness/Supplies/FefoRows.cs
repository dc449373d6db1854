namespace Readiness.Supplies;

/// <summary>
/// Rows that hold an integer programme to first expired, first out: a later lot is touched only when the earlier ones are empty.
/// </summary>
internal static class FefoRows
{
    /// <summary>Adds the rows for every pair with several expiry classes.</summary>
    public static void Add(AllocationNetwork network, TimeExpandedProgramme programme, RowAssembler rows)
    {
        var lanesOut = new Dictionary<int, List<int>>();
        for (int k = 0; k < network.LaneItems.Length; k++)
        {
            LaneItem item = network.LaneItems[k];
            int pair = network.Pair(network.Problem.Lanes[item.Lane].From, item.Item);
            if (!lanesOut.TryGetValue(pair, out List<int>? list))
            {
                lanesOut[pair] = list = [];
            }

            list.Add(k);
        }

        for (int pair = 0; pair < network.NodesOfPair.Length; pair++)
        {
            if (network.NodesOfPair[pair].Length < 2)
            {
                continue;
            }

            // Same-day lanes leave first, then demands are served, then the longer lanes leave; each in the order of the lanes.
            List<int> lanes = lanesOut.GetValueOrDefault(pair) ?? [];
            int[] sameDay = [.. lanes.Where(k => Lead(network, k) == 0)];
            int[] longer = [.. lanes.Where(k => Lead(network, k) > 0)];
            for (int day = 0; day < network.Days; day++)
            {
                AddDay(network, programme, rows, network.NodesOfPair[pair], sameDay, longer, day);
            }
        }
    }

    private static int Lead(AllocationNetwork network, int laneItem) => network.Problem.Lanes[network.LaneItems[laneItem].Lane].LeadTimeDays;

    private static void AddDay(
        AllocationNetwork network, TimeExpandedProgramme programme, RowAssembler rows, int[] nodes, int[] sameDay, int[] longer, int day)
    {
        for (int step = 0; step < sameDay.Length; step++)
        {
            // What is left of a class in the morning = used later today, minus what same-day transfers bring, plus the closing stock.
            AddStep(
                network, programme, rows, nodes, day, usableOn: day,
                node => FlowOf(network, programme, sameDay[step], node, day),
                node => [.. sameDay.Skip(step + 1).Concat(longer).Select(k => FlowOf(network, programme, k, node, day)), programme.UseColumn[(node * network.Days) + day]],
                node => SameDayArrivals(network, programme, node, day));
        }

        AddStep(
            network, programme, rows, nodes, day, usableOn: day,
            node => programme.UseColumn[(node * network.Days) + day],
            node => [.. longer.Select(k => FlowOf(network, programme, k, node, day))],
            static _ => []);
        for (int step = 0; step < longer.Length; step++)
        {
            AddStep(
                network, programme, rows, nodes, day, usableOn: day + Lead(network, longer[step]),
                node => FlowOf(network, programme, longer[step], node, day),
                node => [.. longer.Skip(step + 1).Select(k => FlowOf(network, programme, k, node, day))],
                static _ => []);
        }
    }

    private static void AddStep(
        AllocationNetwork network,
        TimeExpandedProgramme programme,
        RowAssembler rows,
        int[] nodes,
        int day,
        int usableOn,
        Func<int, int> taken,
        Func<int, int[]> takenLater,
        Func<int, int[]> broughtLater)
    {
        for (int c = 0; c + 1 < nodes.Length; c++)
        {
            int closing = programme.StockColumn[(nodes[c] * network.Days) + day];
            int[] later = [.. nodes.Skip(c + 1).Select(taken).Where(column => column >= 0)];
            if (network.Nodes[nodes[c]].Class < usableOn || closing < 0 || later.Length == 0)
            {
                continue;
            }

            double most = network.ItemSupply[network.Nodes[nodes[c]].Item];
            int usesLaterClass = programme.Model.AddColumn(0, 0, 1, true);
            int gate = rows.Open(double.NegativeInfinity, 0);
            rows.Add(gate, usesLaterClass, -most);
            foreach (int column in later)
            {
                rows.Add(gate, column, 1);
            }

            int empty = rows.Open(double.NegativeInfinity, most);
            rows.Add(empty, usesLaterClass, most);
            rows.Add(empty, closing, 1);
            foreach (int column in takenLater(nodes[c]).Where(column => column >= 0))
            {
                rows.Add(empty, column, 1);
            }

            foreach (int column in broughtLater(nodes[c]))
            {
                rows.Add(empty, column, -1);
            }
        }
    }

    private static int FlowOf(AllocationNetwork network, TimeExpandedProgramme programme, int laneItem, int node, int day)
    {
        LaneItem item = network.LaneItems[laneItem];
        for (int arc = item.FirstArc; arc < item.FirstArc + item.ArcCount; arc++)
        {
            if (network.Arcs[arc].From == node)
            {
                return programme.FlowColumn[(arc * network.Days) + day];
            }
        }

        return -1;
    }

    private static int[] SameDayArrivals(AllocationNetwork network, TimeExpandedProgramme programme, int node, int day) =>
    [
        .. Enumerable.Range(0, network.Arcs.Length).Where(a => network.Arcs[a].To == node && network.Arcs[a].Lead == 0)
            .Select(a => programme.FlowColumn[(a * network.Days) + day]).Where(column => column >= 0),
    ];
}
