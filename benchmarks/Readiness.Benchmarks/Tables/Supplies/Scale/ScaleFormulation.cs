using System.Collections.Immutable;
using System.Globalization;
using Readiness.Solving;
using Readiness.Supplies;
using Readiness.Supplies.Flows;

namespace Readiness.Benchmarks.Tables.Supplies.Scale;

/// <summary>The linear programme that peers get: all items in one model, with the lorries as rows.</summary>
/// <remarks>
/// Columns: stock of each (place, item, last usable day) at the end of a day, transfers and uses by last usable day, and unserved units of each demand. Rows: balances of
/// stock, demands, lorries, and for places that receive and send on lanes without lead time that such transfers come from the morning's stock.
/// Columns are named after what they stand for: <c>x_LANE_ITEM_DAY_LAST</c> for a transfer, <c>u_PLACE_ITEM_DAY_LAST</c> for a use,
/// <c>s_PLACE_ITEM_DAY_LAST</c> for stock and <c>n_DEMAND</c> for unserved units; a last usable day beyond the horizon is the number of days.
/// </remarks>
internal sealed class ScaleFormulation
{
    private readonly AllocationProblem problem;
    private readonly List<(int Column, LotTransfer Transfer)> transfers = [];
    private readonly List<(int Column, LotUse Use)> uses = [];
    private readonly List<(int Column, int Place, int Item, int Day, int Class)> stocks = [];
    private readonly List<string> names = [];
    private readonly int[] unserved;
    private readonly Dictionary<(int Place, int Item, int Class, int Day), List<(int Column, double Value)>> balances = [];
    private readonly Dictionary<(int Place, int Item, int Class, int Day), List<(int Column, double Value)>> mornings = [];
    private readonly Dictionary<(int Lane, int Day), List<(int Column, double Value)>> lorries = [];

    private ScaleFormulation(WeightedAllocation weighted)
    {
        problem = weighted.Problem;
        unserved = new int[problem.Demands.Length];
        Build(weighted);
    }

    /// <summary>Name of every column.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>The model, to be minimised.</summary>
    public LinearModelBuilder Model { get; } = new();

    /// <summary>Formulates an instance.</summary>
    public static ScaleFormulation Of(WeightedAllocation weighted) => new(weighted);

    /// <summary>The decisions in a solution of the model. Values below a millionth are noise of the solvers.</summary>
    public ScaleFlows Flows(double[] values)
    {
        const double noise = 1e-6;
        return new ScaleFlows(
            [.. transfers.Where(entry => values[entry.Column] > noise).Select(entry => entry.Transfer with { Quantity = values[entry.Column] })],
            [.. uses.Where(entry => values[entry.Column] > noise).Select(entry => entry.Use with { Quantity = values[entry.Column] })],
            [.. problem.Demands.Select((demand, j) => Math.Clamp(demand.Units - values[unserved[j]], 0, demand.Units))]);
    }

    /// <summary>The value of every column in a solution.</summary>
    public double[] Values(ScaleFlows flows)
    {
        double[] values = new double[Model.ColumnCount];
        for (int j = 0; j < unserved.Length; j++)
        {
            values[unserved[j]] = problem.Demands[j].Units - flows.Served[j];
        }

        Dictionary<LotTransfer, int> transferColumns = transfers.ToDictionary(static entry => entry.Transfer, static entry => entry.Column);
        Dictionary<LotUse, int> useColumns = uses.ToDictionary(static entry => entry.Use, static entry => entry.Column);
        var changes = new Dictionary<(int Place, int Item, int Day, int Class), double>();
        foreach (SupplyLot lot in problem.Lots)
        {
            Change(lot.Place, lot.Item, lot.AvailableDay, Math.Min(lot.LastUsableDay, problem.Days), lot.Quantity);
        }

        foreach (LotTransfer transfer in flows.Transfers)
        {
            TransportLane lane = problem.Lanes[transfer.Lane];
            values[transferColumns[transfer with { Quantity = 0 }]] = transfer.Quantity;
            Change(lane.From, transfer.Item, transfer.Day, transfer.LastUsableDay, -transfer.Quantity);
            Change(lane.To, transfer.Item, transfer.Day + lane.LeadTimeDays, transfer.LastUsableDay, transfer.Quantity);
        }

        foreach (LotUse use in flows.Uses)
        {
            values[useColumns[use with { Quantity = 0 }]] = use.Quantity;
            Change(use.Place, use.Item, use.Day, use.LastUsableDay, -use.Quantity);
        }

        // The days of a stock follow each other.
        foreach ((int column, int place, int item, int day, int last) in stocks)
        {
            values[column] = (day == 0 ? 0 : values[column - 1]) + changes.GetValueOrDefault((place, item, day, last));
        }

        return values;

        void Change(int place, int item, int day, int last, double units) =>
            changes[(place, item, day, last)] = changes.GetValueOrDefault((place, item, day, last)) + units;
    }

    private void Build(WeightedAllocation weighted)
    {
        ILookup<int, SupplyLot> lotsOf = problem.Lots.Where(lot => lot.AvailableDay < problem.Days && lot.LastUsableDay >= lot.AvailableDay).ToLookup(static lot => lot.Item);
        ILookup<int, int> demandsOf = Enumerable.Range(0, problem.Demands.Length).ToLookup(j => problem.Demands[j].Needs[0].Item);
        for (int j = 0; j < unserved.Length; j++)
        {
            SupplyDemand demand = problem.Demands[j];
            unserved[j] = AddColumn(weighted.UnservedCosts[demand.Level] * demand.Weight, demand.Units, string.Create(CultureInfo.InvariantCulture, $"n_{j}"));
        }

        for (int item = 0; item < problem.Items.Length; item++)
        {
            AddItem(item, [.. lotsOf[item]], [.. demandsOf[item]], weighted.TransportFactor);
        }

        foreach (((int lane, _), List<(int Column, double Value)> row) in lorries)
        {
            AddRow(double.NegativeInfinity, problem.Lanes[lane].CapacityPerDay, row);
        }
    }

    private void AddItem(int item, SupplyLot[] lots, int[] demands, double transportFactor)
    {
        balances.Clear();
        mornings.Clear();
        int days = problem.Days;
        ImmutableArray<int> classes = [.. lots.Select(lot => Math.Min(lot.LastUsableDay, days)).Distinct().Order()];
        var comes = lots.GroupBy(lot => (lot.Place, Math.Min(lot.LastUsableDay, days), lot.AvailableDay)).ToDictionary(static g => g.Key, static g => (double)g.Sum(static lot => lot.Quantity));
        foreach (int c in classes)
        {
            for (int p = 0; p < problem.Places.Length; p++)
            {
                for (int t = 0; t <= Math.Min(c, days - 1); t++)
                {
                    int stock = AddColumn(0, double.PositiveInfinity, string.Create(CultureInfo.InvariantCulture, $"s_{p}_{item}_{t}_{c}"));
                    stocks.Add((stock, p, item, t, c));
                    Add(balances, (p, item, c, t), stock, -1);
                    if (t < Math.Min(c, days - 1))
                    {
                        Add(balances, (p, item, c, t + 1), stock, 1);
                        Add(mornings, (p, item, c, t + 1), stock, 1);
                    }
                }
            }

            AddTransfers(item, c, transportFactor);
        }

        foreach (IGrouping<(int Place, int Day), int> need in demands.GroupBy(j => (problem.Demands[j].Place, problem.Demands[j].Day)))
        {
            List<(int Column, double Value)> row = [.. need.Select(j => (unserved[j], (double)problem.Demands[j].Needs[0].Quantity))];
            foreach (int c in classes.Where(c => c >= need.Key.Day))
            {
                int use = AddColumn(0, double.PositiveInfinity, string.Create(CultureInfo.InvariantCulture, $"u_{need.Key.Place}_{item}_{need.Key.Day}_{c}"));
                uses.Add((use, new LotUse(need.Key.Place, item, need.Key.Day, c, 0)));
                Add(balances, (need.Key.Place, item, c, need.Key.Day), use, -1);
                row.Add((use, 1));
            }

            double wanted = need.Sum(j => (double)problem.Demands[j].Units * problem.Demands[j].Needs[0].Quantity);
            AddRow(wanted, wanted, row);
        }

        foreach ((var at, List<(int Column, double Value)> row) in balances)
        {
            double arrives = comes.GetValueOrDefault((at.Place, at.Class, at.Day));
            AddRow(-arrives, -arrives, row);
        }

        HashSet<int> receives = [.. problem.Lanes.Where(static lane => lane.LeadTimeDays == 0).Select(static lane => lane.To)];
        foreach ((var at, List<(int Column, double Value)> row) in mornings)
        {
            if (receives.Contains(at.Place) && row.Any(static entry => entry.Value < 0))
            {
                AddRow(-comes.GetValueOrDefault((at.Place, at.Class, at.Day)), double.PositiveInfinity, row);
            }
        }
    }

    private void AddTransfers(int item, int c, double transportFactor)
    {
        double volume = problem.Items[item].VolumePerPack / problem.Items[item].PackSize;
        for (int l = 0; l < problem.Lanes.Length; l++)
        {
            TransportLane lane = problem.Lanes[l];
            for (int t = 0; t + lane.LeadTimeDays <= Math.Min(c, problem.Days - 1); t++)
            {
                int column = AddColumn(lane.CostPerUnit * transportFactor, double.PositiveInfinity, string.Create(CultureInfo.InvariantCulture, $"x_{l}_{item}_{t}_{c}"));
                int arrival = t + lane.LeadTimeDays;
                transfers.Add((column, new LotTransfer(l, item, t, c, 0)));
                Add(balances, (lane.From, item, c, t), column, -1);
                Add(balances, (lane.To, item, c, arrival), column, 1);
                if (lane.LeadTimeDays == 0)
                {
                    Add(mornings, (lane.From, item, c, t), column, -1);
                }
                else
                {
                    Add(mornings, (lane.To, item, c, arrival), column, 1);
                }

                if (volume > 0 && !double.IsPositiveInfinity(lane.CapacityPerDay))
                {
                    Add(lorries, (l, t), column, volume);
                }
            }
        }
    }

    private static void Add<TKey>(Dictionary<TKey, List<(int Column, double Value)>> rows, TKey key, int column, double value)
        where TKey : notnull
    {
        if (!rows.TryGetValue(key, out List<(int Column, double Value)>? row))
        {
            rows[key] = row = [];
        }

        row.Add((column, value));
    }

    private int AddColumn(double cost, double upper, string name)
    {
        names.Add(name);
        return Model.AddColumn(cost, 0, upper);
    }

    private void AddRow(double lower, double upper, List<(int Column, double Value)> row) =>
        Model.AddRow(lower, upper, [.. row.Select(static entry => entry.Column)], [.. row.Select(static entry => entry.Value)]);
}
