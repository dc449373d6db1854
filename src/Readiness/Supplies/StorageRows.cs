namespace Readiness.Supplies;

/// <summary>Rows that hold a programme to the storage limits: exactly in the integer form, as far as linear rows can in the relaxation.</summary>
/// <remarks>
/// With the volume V at the end of a day, the limit C and the volume A that transfers bring, a day asks for A = 0 or V &lt;= C. At any time
/// V &lt;= U, the larger of what lots have brought in all and of C and what they brought after the first day: since transfers last arrived, only lots can
/// have come on top. With all the volume M that there is: A &lt;= M z and V &lt;= U - (U - C) z with a binary z. In the relaxation z may be fractional,
/// and periods of several days have only V &lt;= U.
/// </remarks>
internal static class StorageRows
{
    /// <summary>Adds the rows of all limits.</summary>
    public static void Add(AllocationNetwork network, TimeExpandedProgramme programme, RowAssembler rows, bool integer)
    {
        double most = Enumerable.Range(0, network.ItemSupply.Length).Sum(item => network.ItemSupply[item] * network.VolumePerUnit(item));
        for (int s = 0; s < network.Problem.StorageLimits.Length; s++)
        {
            int[] nodes = network.NodesOfStorage[s];
            if (nodes.Length > 0)
            {
                AddLimit(network, programme, rows, nodes, network.Problem.StorageLimits[s].Volume, most, integer);
            }
        }
    }

    private static void AddLimit(
        AllocationNetwork network, TimeExpandedProgramme programme, RowAssembler rows, int[] nodes, double limit, double most, bool integer)
    {
        // Items with a volume share their periods where storage is limited.
        int item = network.Nodes[nodes[0]].Item;
        double broughtLater = 0;
        double brought = 0;
        for (int day = 0; day < network.Days; day++)
        {
            double today = nodes.Sum(node => network.Supply[(node * network.Days) + day] * network.VolumePerUnit(network.Nodes[node].Item));
            today += Enumerable.Range(0, network.Offers.Count).Where(o => network.Offers[o].AvailableDay == day && Array.IndexOf(nodes, network.Offers.Node[o]) >= 0)
                .Sum(o => network.Offers.MostUnits(o) * network.VolumePerUnit(network.Offers[o].Item));
            brought += today;
            broughtLater += day > 0 ? today : 0;
            if (day + 1 < network.Days && programme.Periods.Of(item, day + 1) == programme.Periods.Of(item, day))
            {
                continue;
            }

            double highest = Math.Max(brought, limit + broughtLater);
            int volume = rows.Open(double.NegativeInfinity, highest);
            foreach (int node in nodes.Where(node => network.Nodes[node].Class > day && programme.StockColumn[programme.At(node, day)] >= 0))
            {
                rows.Add(volume, programme.StockColumn[programme.At(node, day)], network.VolumePerUnit(network.Nodes[node].Item));
            }

            (int Column, double Volume)[] arriving = highest > limit && programme.Periods.IsSingleDay(item, day) ? Arriving(network, programme, nodes, day) : [];
            if (arriving.Length > 0)
            {
                int receives = programme.Model.AddColumn(0, 0, 1, integer);
                rows.Add(volume, receives, highest - limit);
                int gate = rows.Open(double.NegativeInfinity, 0);
                rows.Add(gate, receives, -most);
                foreach ((int column, double perUnit) in arriving)
                {
                    rows.Add(gate, column, perUnit);
                }
            }
        }
    }

    private static (int Column, double Volume)[] Arriving(AllocationNetwork network, TimeExpandedProgramme programme, int[] nodes, int day) =>
    [
        .. Enumerable.Range(0, network.Arcs.Length)
            .Where(a => Array.IndexOf(nodes, network.Arcs[a].To) >= 0 && day >= network.Arcs[a].Lead)
            .Select(a => (Column: programme.FlowColumn[(a * network.Days) + day - network.Arcs[a].Lead], network.VolumePerUnit(network.Nodes[network.Arcs[a].To].Item)))
            .Where(entry => entry.Column >= 0).DistinctBy(entry => entry.Column),
    ];
}
