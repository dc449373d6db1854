namespace Readiness.Supplies;

/// <summary>Rows that hold a programme to the reserves: exactly in the integer form, as far as linear rows can in the relaxation.</summary>
/// <remarks>
/// With restricted takings N, dispatches on longer lanes L, units on their last usable day X, what is kept K and the reserve R, a day asks for
/// K >= R, or L = 0 and N &lt;= X. As no more than M units can ever be there, this is N + L - X &lt;= (M - R) z, L &lt;= (M - R) z and K >= R z with
/// a binary z, which may be fractional in the relaxation; there only days that are a period of their own have such rows. What reaches over
/// several days is this: stock falls below the reserve only by what urgent demands take and by what reaches its last day,
/// so that K and both of these so far are together at least R, or as much as the lots alone have brought.
/// </remarks>
internal sealed class ReserveRows
{
    private readonly AllocationNetwork network;
    private readonly TimeExpandedProgramme programme;
    private readonly RowAssembler rows;
    private readonly StockReserve reserve;
    private readonly int[] nodes;
    private readonly long most;

    private ReserveRows(AllocationNetwork network, TimeExpandedProgramme programme, RowAssembler rows, int index)
    {
        this.network = network;
        this.programme = programme;
        this.rows = rows;
        reserve = network.Problem.Reserves[index];
        nodes = network.NodesOfReserve(index);
        most = network.ItemSupply[reserve.Item];
    }

    /// <summary>Adds the rows of all reserves.</summary>
    public static void Add(AllocationNetwork network, TimeExpandedProgramme programme, RowAssembler rows, bool integer)
    {
        for (int r = 0; r < network.Problem.Reserves.Length; r++)
        {
            if (network.Problem.Reserves[r].Quantity > 0 && network.NodesOfReserve(r).Length > 0)
            {
                new ReserveRows(network, programme, rows, r).Add(integer);
            }
        }
    }

    private void Add(bool integer)
    {
        long brought = 0;
        int spentBefore = -1;
        int first = 0;
        for (int day = 0; day < network.Days; day++)
        {
            brought += nodes.Sum(node => network.Nodes[node].Class > day ? network.Supply[(node * network.Days) + day] : 0);
            bool periodEnds = day + 1 == network.Days || programme.Periods.Of(reserve.Item, day + 1) != programme.Periods.Of(reserve.Item, day);
            if (!periodEnds)
            {
                continue;
            }

            if (first == day)
            {
                AddDay(day, integer);
            }

            spentBefore = AddSpent(first, day, spentBefore);
            int stays = rows.Open(Math.Min(reserve.Quantity, brought), double.PositiveInfinity);
            rows.Add(stays, spentBefore, 1);
            AddAll(stays, Kept(day), 1);
            first = day + 1;
        }
    }

    private void AddDay(int day, bool integer)
    {
        (int Column, double Quantity)[] restricted = [.. Served(day, day, urgent: false), .. Flows(nodes, day, sameDay: true)];
        (int Column, double Quantity)[] dispatched = [.. Flows(nodes, day, sameDay: false)];
        if (restricted.Length + dispatched.Length == 0)
        {
            return;
        }

        double room = Math.Max(0, most - reserve.Quantity);
        int keeps = programme.Model.AddColumn(0, 0, most >= reserve.Quantity ? 1 : 0, integer);
        int enough = rows.Open(0, double.PositiveInfinity);
        rows.Add(enough, keeps, -reserve.Quantity);
        AddAll(enough, Kept(day), 1);

        // A dispatch of what is on its last day is both taken and part of what is there.
        var entries = new Dictionary<int, double>();
        foreach ((int column, double quantity) in restricted.Concat(dispatched))
        {
            entries[column] = entries.GetValueOrDefault(column) + quantity;
        }

        foreach ((int column, double quantity) in OnLastDay(day, day))
        {
            entries[column] = entries.GetValueOrDefault(column) - quantity;
        }

        int taken = rows.Open(double.NegativeInfinity, 0);
        rows.Add(taken, keeps, -room);
        AddAll(taken, entries.Select(entry => (entry.Key, entry.Value)), 1);
        if (dispatched.Length > 0)
        {
            int sent = rows.Open(double.NegativeInfinity, 0);
            rows.Add(sent, keeps, -room);
            AddAll(sent, dispatched, 1);
        }
    }

    // What urgent demands have taken, and what has reached its last day, from the beginning to the end of a period.
    private int AddSpent(int first, int last, int before)
    {
        int spent = programme.Model.AddColumn(0, 0, double.PositiveInfinity);
        int sum = rows.Open(0, 0);
        rows.Add(sum, spent, -1);
        if (before >= 0)
        {
            rows.Add(sum, before, 1);
        }

        var entries = new Dictionary<int, double>();
        foreach ((int column, double quantity) in Served(first, last, urgent: true).Concat(OnLastDay(first, last)))
        {
            entries[column] = entries.GetValueOrDefault(column) + quantity;
        }

        AddAll(sum, entries.Select(entry => (entry.Key, entry.Value)), 1);
        return spent;
    }

    private void AddAll(int row, IEnumerable<(int Column, double Quantity)> entries, double sign)
    {
        foreach ((int column, double quantity) in entries)
        {
            if (quantity != 0)
            {
                rows.Add(row, column, sign * quantity);
            }
        }
    }

    private IEnumerable<(int Column, double Quantity)> Kept(int day) =>
        nodes.Where(node => network.Nodes[node].Class > day).Select(node => (programme.StockColumn[programme.At(node, day)], 1.0)).Where(entry => entry.Item1 >= 0);

    // Demands of the pair on some days, urgent or not; one entry for those that share a column.
    private IEnumerable<(int Column, double Quantity)> Served(int first, int last, bool? urgent) => programme.Groups
        .Select(group => (Group: group, Demand: programme.DemandOf(group)))
        .Where(group => group.Demand.Place == reserve.Place && InPeriod(group.Demand.Day, first, last) && (urgent is null || urgent == group.Demand.Level <= reserve.LastLevel))
        .SelectMany(group => network.Services[group.Group.Services[0]].Needs.Where(need => need.Item == reserve.Item)
            .Select(need => (group.Group.BatchColumn, (double)need.Quantity)));

    private static bool InPeriod(int day, int first, int last) => day >= first && day <= last;

    private IEnumerable<(int Column, double Quantity)> Flows(int[] from, int day, bool sameDay) => Enumerable.Range(0, network.Arcs.Length)
        .Where(a => Array.IndexOf(from, network.Arcs[a].From) >= 0 && (network.Arcs[a].Lead == 0) == sameDay)
        .Select(a => programme.FlowColumn[(a * network.Days) + day])
        .Where(column => column >= 0).Select(column => (column, 1.0));

    // Whatever is there of a class on its last day, or at any time in the period that ends with it, is taken, sent or left.
    private IEnumerable<(int Column, double Quantity)> OnLastDay(int first, int last)
    {
        foreach (int node in nodes.Where(node => network.Nodes[node].Class == last))
        {
            int k = programme.At(node, last);
            if (programme.StockColumn[k] < 0)
            {
                continue;
            }

            yield return (programme.StockColumn[k], 1);
            if (programme.UseColumn[k] >= 0)
            {
                yield return (programme.UseColumn[k], 1);
            }
            else if (nodes.Length == 1)
            {
                foreach ((int, double) served in Served(first, last, urgent: null))
                {
                    yield return served;
                }
            }

            var seen = new HashSet<int>();
            for (int day = first; day <= last; day++)
            {
                foreach ((int column, double quantity) in Flows([node], day, sameDay: true).Concat(Flows([node], day, sameDay: false)))
                {
                    if (seen.Add(column))
                    {
                        yield return (column, quantity);
                    }
                }
            }
        }
    }
}
