using Readiness.Solving;

namespace Readiness.Supplies;

/// <summary>
/// The allocation as a linear programme over time-expanded stock nodes; as an integer programme also with whole packs, whole units and
/// first expired, first out. Stock of different expiry may be taken in any order in the linear form, which makes it a relaxation.
/// </summary>
internal sealed class TimeExpandedProgramme
{
    private readonly AllocationNetwork network;
    private readonly AllocationProblem problem;
    private readonly int days;
    private readonly RowAssembler rows = new();
    private readonly int[] balanceRow;
    private readonly int[] morningRow;

    public TimeExpandedProgramme(AllocationNetwork network, bool integer)
    {
        this.network = network;
        problem = network.Problem;
        days = network.Days;
        balanceRow = Filled(network.Nodes.Length * days);
        morningRow = Filled(network.Nodes.Length * days);
        StockColumn = Filled(network.Nodes.Length * days);
        UseColumn = Filled(network.Nodes.Length * days);
        FlowColumn = Filled(network.Arcs.Length * days);
        PackColumn = Filled(network.LaneItems.Length * days);
        ServedColumn = Filled(problem.Demands.Length);
        Model = new LinearModelBuilder(4 * balanceRow.Length, 2 * balanceRow.Length, 8 * balanceRow.Length);
        AddStock();
        AddFlows();
        AddServing(integer);
        AddLanes(integer);
        Fairness = [.. Enumerable.Range(0, problem.Levels.Length).Select(level => new FairnessColumns(network, level, Model, rows, ServedColumn))];
        AddLevelRows();
        if (integer)
        {
            FefoRows.Add(network, this, rows);
        }

        rows.MoveTo(Model);
    }

    /// <summary>The model, without costs.</summary>
    public LinearModelBuilder Model { get; }

    /// <summary>Column of the stock at the end of node x days + day, or -1.</summary>
    public int[] StockColumn { get; }

    /// <summary>Column of what demands take from node x days + day, where a pair has several nodes; or -1.</summary>
    public int[] UseColumn { get; }

    /// <summary>Column of the flow on arc x days + day, or -1.</summary>
    public int[] FlowColumn { get; }

    /// <summary>Column of the packs on lane item x days + day in the integer form, or -1.</summary>
    public int[] PackColumn { get; }

    /// <summary>Column of the units served of a demand, or -1 if nothing can ever reach it.</summary>
    public int[] ServedColumn { get; }

    /// <summary>Columns of the fill rates, by level.</summary>
    public FairnessColumns[] Fairness { get; }

    /// <summary>Rows that hold the weighted served units of each level.</summary>
    public int[] ServedRow { get; private set; } = [];

    /// <summary>Weighted demanded units of each level.</summary>
    public double[] Demanded { get; private set; } = [];

    /// <summary>Row of the units that expire, and what expires whatever is done.</summary>
    public int ExpiredRow { get; private set; }

    /// <summary>Units that expire whatever is done.</summary>
    public double ExpiredAnyway { get; private set; }

    /// <summary>Row of the transport cost.</summary>
    public int TransportRow { get; private set; }

    /// <summary>Number of integer columns, once the integer form is built.</summary>
    public int IntegerCount { get; private set; }

    /// <summary>Columns and costs of a step of the objective, and the constant beside them.</summary>
    public (int[] Columns, double[] Costs, double Constant) Objective(ObjectiveStage stage)
    {
        var costs = new List<(int Column, double Cost)>();
        double constant = 0;
        switch (stage.Kind)
        {
            case StageKind.Worst:
                constant = 1;
                costs.Add((Fairness[stage.Level].Worst, -1));
                break;
            case StageKind.Unserved:
                constant = Demanded[stage.Level];
                costs.AddRange(network.Demands.Where(j => problem.Demands[j].Level == stage.Level && ServedColumn[j] >= 0)
                    .Select(j => (ServedColumn[j], -problem.Demands[j].Weight)));
                break;
            case StageKind.Expired:
                constant = ExpiredAnyway;
                costs.AddRange(ExpiringColumns().Select(column => (column, 1.0)));
                break;
            default:
                costs.AddRange(TransportCosts());
                break;
        }

        return ([.. costs.Select(c => c.Column)], [.. costs.Select(c => c.Cost)], constant);
    }

    private static int[] Filled(int length)
    {
        int[] array = new int[length];
        Array.Fill(array, -1);
        return array;
    }

    private void AddStock()
    {
        ExpiredAnyway = network.ExpiredOnArrival;
        for (int node = 0; node < network.Nodes.Length; node++)
        {
            StockNode stock = network.Nodes[node];
            for (int day = 0; day <= stock.Last; day++)
            {
                long supply = network.Supply[(node * days) + day];
                if (day < stock.Earliest || day > stock.Latest)
                {
                    // No use comes after this, so what arrives here can only stay or expire.
                    ExpiredAnyway += stock.Expires ? supply : 0;
                    continue;
                }

                int k = (node * days) + day;
                balanceRow[k] = rows.Open(-supply, -supply);
                StockColumn[k] = Model.AddColumn(0, 0, network.ClassSupply[node]);
                rows.Add(balanceRow[k], StockColumn[k], -1);
                if (day > stock.Earliest)
                {
                    rows.Add(balanceRow[k], StockColumn[k - 1], 1);
                }
            }
        }
    }

    private void AddFlows()
    {
        var receivesSameDay = new bool[network.Nodes.Length];
        foreach (TransferArc arc in network.Arcs)
        {
            receivesSameDay[arc.To] |= arc.Lead == 0;
        }

        for (int a = 0; a < network.Arcs.Length; a++)
        {
            TransferArc arc = network.Arcs[a];
            for (int day = arc.FirstDay; day <= arc.LastDay; day++)
            {
                int column = Model.AddColumn(0, 0, network.ClassSupply[arc.From]);
                FlowColumn[(a * days) + day] = column;
                int from = (arc.From * days) + day;
                rows.Add(balanceRow[from], column, -1);
                rows.Add(balanceRow[(arc.To * days) + day + arc.Lead], column, 1);

                // Only where same-day transfers also come in does the balance alone not hold them to the morning's stock.
                if (arc.Lead == 0 && receivesSameDay[arc.From])
                {
                    if (morningRow[from] < 0)
                    {
                        morningRow[from] = rows.Open(-network.Supply[from], double.PositiveInfinity);
                        if (day > network.Nodes[arc.From].Earliest)
                        {
                            rows.Add(morningRow[from], StockColumn[from - 1], 1);
                        }
                    }

                    rows.Add(morningRow[from], column, -1);
                }
            }
        }

        for (int a = 0; a < network.Arcs.Length; a++)
        {
            TransferArc arc = network.Arcs[a];
            for (int day = arc.FirstDay; day <= arc.LastDay && arc.Lead > 0; day++)
            {
                int to = (arc.To * days) + day + arc.Lead;
                if (morningRow[to] >= 0)
                {
                    rows.Add(morningRow[to], FlowColumn[(a * days) + day], 1);
                }
            }
        }
    }

    private void AddServing(bool integer)
    {
        var linkRow = new Dictionary<(int Pair, int Day), int>();
        foreach (int j in network.Demands)
        {
            SupplyDemand demand = problem.Demands[j];
            if (!demand.Needs.All(need => network.NodesOfPair[network.Pair(demand.Place, need.Item)].Any(node => balanceRow[(node * days) + demand.Day] >= 0)))
            {
                continue;
            }

            int column = ServedColumn[j] = Model.AddColumn(0, 0, demand.Units, integer);
            IntegerCount += integer ? 1 : 0;
            foreach (ItemNeed need in demand.Needs)
            {
                int pair = network.Pair(demand.Place, need.Item);
                int[] open = [.. network.NodesOfPair[pair].Where(node => balanceRow[(node * days) + demand.Day] >= 0)];
                if (open.Length == 1)
                {
                    rows.Add(balanceRow[(open[0] * days) + demand.Day], column, -need.Quantity);
                    continue;
                }

                if (!linkRow.TryGetValue((pair, demand.Day), out int link))
                {
                    linkRow[(pair, demand.Day)] = link = rows.Open(0, 0);
                    foreach (int node in open)
                    {
                        int k = (node * days) + demand.Day;
                        UseColumn[k] = Model.AddColumn(0, 0, network.ClassSupply[node]);
                        rows.Add(balanceRow[k], UseColumn[k], -1);
                        rows.Add(link, UseColumn[k], 1);
                    }
                }

                rows.Add(link, column, -need.Quantity);
            }
        }
    }

    private void AddLanes(bool integer)
    {
        var capacityRow = new Dictionary<(int Lane, int Day), int>();
        for (int k = 0; k < network.LaneItems.Length; k++)
        {
            LaneItem item = network.LaneItems[k];
            double capacity = problem.Lanes[item.Lane].CapacityPerDay;
            bool limited = item.Volume > 0 && !double.IsPositiveInfinity(capacity);
            for (int day = 0; day < days; day++)
            {
                int[] flows = [.. Enumerable.Range(item.FirstArc, item.ArcCount).Select(arc => FlowColumn[(arc * days) + day]).Where(column => column >= 0)];
                if (flows.Length == 0)
                {
                    continue;
                }

                if (integer)
                {
                    PackColumn[(k * days) + day] = Model.AddColumn(0, 0, Math.Ceiling((double)network.ItemSupply[item.Item] / item.Pack), true);
                    IntegerCount++;
                    int packRow = rows.Open(0, 0);
                    rows.Add(packRow, PackColumn[(k * days) + day], -item.Pack);
                    foreach (int flow in flows)
                    {
                        rows.Add(packRow, flow, 1);
                    }
                }

                if (limited)
                {
                    if (!capacityRow.TryGetValue((item.Lane, day), out int row))
                    {
                        capacityRow[(item.Lane, day)] = row = rows.Open(double.NegativeInfinity, capacity);
                    }

                    foreach (int flow in flows)
                    {
                        rows.Add(row, flow, item.Volume / item.Pack);
                    }
                }
            }
        }
    }

    private void AddLevelRows()
    {
        Demanded = new double[problem.Levels.Length];
        ServedRow = [.. problem.Levels.Select(_ => rows.Open(double.NegativeInfinity, double.PositiveInfinity))];
        foreach (int j in network.Demands)
        {
            SupplyDemand demand = problem.Demands[j];
            Demanded[demand.Level] += demand.Weight * demand.Units;
            if (ServedColumn[j] >= 0)
            {
                rows.Add(ServedRow[demand.Level], ServedColumn[j], demand.Weight);
            }
        }

        ExpiredRow = rows.Open(double.NegativeInfinity, double.PositiveInfinity);
        foreach (int column in ExpiringColumns())
        {
            rows.Add(ExpiredRow, column, 1);
        }

        TransportRow = rows.Open(double.NegativeInfinity, double.PositiveInfinity);
        foreach ((int column, double cost) in TransportCosts())
        {
            rows.Add(TransportRow, column, cost);
        }
    }

    private IEnumerable<int> ExpiringColumns()
    {
        for (int node = 0; node < network.Nodes.Length; node++)
        {
            StockNode stock = network.Nodes[node];
            if (stock.Expires && stock.Latest >= stock.Earliest)
            {
                yield return StockColumn[(node * days) + stock.Latest];
            }
        }
    }

    private IEnumerable<(int Column, double Cost)> TransportCosts()
    {
        for (int a = 0; a < network.Arcs.Length; a++)
        {
            TransferArc arc = network.Arcs[a];
            double cost = problem.Lanes[network.LaneItems[arc.LaneItem].Lane].CostPerUnit;
            for (int day = arc.FirstDay; day <= arc.LastDay && cost > 0; day++)
            {
                yield return (FlowColumn[(a * days) + day], cost);
            }
        }
    }
}
