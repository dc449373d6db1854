using Readiness.Solving;

namespace Readiness.Supplies;

/// <summary>
/// The allocation as a linear programme over time-expanded stock nodes; as an integer programme also with whole packs, whole units and
/// first expired, first out. In the linear form stock of different expiry may be taken in any order and days are grouped into periods
/// (<see cref="PeriodMap"/>), which makes it a relaxation; demands that then do not differ share a column.
/// </summary>
internal sealed class TimeExpandedProgramme
{
    private readonly AllocationNetwork network;
    private readonly AllocationProblem problem;
    private readonly int days;
    private readonly RowAssembler rows = new();
    private readonly List<ServingColumn> groups = [];
    private readonly int[] balanceRow;
    private readonly int[] morningRow;

    public TimeExpandedProgramme(AllocationNetwork network, bool integer)
    {
        this.network = network;
        problem = network.Problem;
        days = network.Days;
        Periods = integer ? PeriodMap.Daily(network) : PeriodMap.Grouped(network);
        balanceRow = Filled(network.Nodes.Length * days);
        morningRow = Filled(network.Nodes.Length * days);
        StockColumn = Filled(network.Nodes.Length * days);
        UseColumn = Filled(network.Nodes.Length * days);
        FlowColumn = Filled(network.Arcs.Length * days);
        PackColumn = Filled(network.LaneItems.Length * days);
        ServedColumn = Filled(network.Services.Length);
        LotColumn = Filled(network.Offers.Count);
        Model = new LinearModelBuilder(4 * balanceRow.Length, 2 * balanceRow.Length, 8 * balanceRow.Length);
        AddStock();
        AddFlows();
        int lots = OfferRows.Add(network, this, rows, balanceRow, morningRow, integer);
        IntegerCount = lots + ServingRows.Add(network, this, rows, balanceRow, groups, integer) + LaneRows.Add(network, this, rows, integer);
        Fairness = [.. Enumerable.Range(0, problem.Levels.Length).Select(level => new FairnessColumns(network, level, Model, rows, groups))];
        AddLevelRows();
        ReserveRows.Add(network, this, rows, integer);
        StorageRows.Add(network, this, rows, integer);
        PinRows.Add(network, this, rows);
        if (integer)
        {
            FefoRows.Add(network, this, rows);
        }

        rows.MoveTo(Model);
    }

    /// <summary>The model, without costs.</summary>
    public LinearModelBuilder Model { get; }

    /// <summary>The days that are taken together.</summary>
    public PeriodMap Periods { get; }

    /// <summary>Column of the stock at the end of node x days + period (<see cref="At"/>), or -1.</summary>
    public int[] StockColumn { get; }

    /// <summary>Column of what demands take from node x days + period (<see cref="At"/>), where a pair has several nodes; or -1.</summary>
    public int[] UseColumn { get; }

    /// <summary>Column of the flow on arc x days + day, or -1.</summary>
    public int[] FlowColumn { get; }

    /// <summary>Column of the packs on lane item x days + day in the integer form, or -1.</summary>
    public int[] PackColumn { get; }

    /// <summary>Column of the units served by a service, or -1 if what it takes can never be there.</summary>
    public int[] ServedColumn { get; }

    /// <summary>Column of the lots bought of an offer, or -1 if it can be of no use.</summary>
    public int[] LotColumn { get; }

    /// <summary>The served columns with the services that share each.</summary>
    public IReadOnlyList<ServingColumn> Groups => groups;

    /// <summary>Columns of the fill rates, by level.</summary>
    public FairnessColumns[] Fairness { get; }

    /// <summary>Rows that hold the weighted served units of each level.</summary>
    public int[] ServedRow { get; private set; } = [];

    /// <summary>Weighted demanded units of each level.</summary>
    public double[] Demanded { get; private set; } = [];

    /// <summary>Row of the weighted units that alternatives serve, or -1 if none can.</summary>
    public int SubstitutedRow { get; private set; }

    /// <summary>Row of the prices of what is bought, or -1 if nothing can be bought at a price.</summary>
    public int SpendingRow { get; private set; }

    /// <summary>Row of the units that expire, and what expires whatever is done.</summary>
    public int ExpiredRow { get; private set; }

    /// <summary>Units that expire whatever is done.</summary>
    public double ExpiredAnyway { get; private set; }

    /// <summary>Row of the transport cost.</summary>
    public int TransportRow { get; private set; }

    /// <summary>Number of integer columns, once the integer form is built.</summary>
    public int IntegerCount { get; }

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
            case StageKind.Logarithm:
                constant = Fairness[stage.Level].GainAtMost;
                costs.AddRange(Fairness[stage.Level].Pieces.Select(piece => (piece.Column, -piece.Slope)));
                break;
            case StageKind.Unserved:
                constant = Demanded[stage.Level];
                costs.AddRange(groups.Where(group => DemandOf(group).Level == stage.Level).Select(group => (group.Column, -DemandOf(group).Weight)));
                break;
            case StageKind.Substituted:
                costs.AddRange(SubstitutionCosts());
                break;
            case StageKind.Spending:
                costs.AddRange(Prices());
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

    /// <summary>The first demand of those that share a column; they differ in their days only.</summary>
    public SupplyDemand DemandOf(ServingColumn group) => problem.Demands[network.Services[group.Services[0]].Demand];

    /// <summary>Position of a node's rows and columns on a day: they are numbered by period.</summary>
    public int At(int node, int day) => (node * days) + Periods.Of(network.Nodes[node].Item, day);

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

                int k = At(node, day);
                if (balanceRow[k] < 0)
                {
                    balanceRow[k] = rows.Open(0, 0);
                    StockColumn[k] = Model.AddColumn(0, 0, network.ClassSupply[node]);
                    rows.Add(balanceRow[k], StockColumn[k], -1);
                    if (day > stock.Earliest)
                    {
                        rows.Add(balanceRow[k], StockColumn[k - 1], 1);
                    }
                }

                rows.Shift(balanceRow[k], -supply);
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
            int previous = -1;
            for (int day = arc.FirstDay; day <= arc.LastDay; day++)
            {
                int from = At(arc.From, day);
                int to = At(arc.To, day + arc.Lead);
                if (previous >= 0 && At(arc.From, day - 1) == from && At(arc.To, day - 1 + arc.Lead) == to)
                {
                    FlowColumn[(a * days) + day] = previous;
                    continue;
                }

                int column = previous = Model.AddColumn(0, 0, network.ClassSupply[arc.From]);
                FlowColumn[(a * days) + day] = column;
                rows.Add(balanceRow[from], column, -1);
                rows.Add(balanceRow[to], column, 1);
                if (arc.Lead == 0 && receivesSameDay[arc.From] && Periods.IsSingleDay(network.Nodes[arc.From].Item, day))
                {
                    // Only where same-day transfers also come in does the balance alone not hold them to the morning's stock.
                    rows.Add(MorningRow(arc.From, day), column, -1);
                }
            }
        }

        for (int a = 0; a < network.Arcs.Length; a++)
        {
            TransferArc arc = network.Arcs[a];
            for (int day = arc.FirstDay; day <= arc.LastDay && arc.Lead > 0; day++)
            {
                int to = At(arc.To, day + arc.Lead);
                int column = FlowColumn[(a * days) + day];
                if (morningRow[to] >= 0 && (day == arc.FirstDay || FlowColumn[(a * days) + day - 1] != column))
                {
                    rows.Add(morningRow[to], column, 1);
                }
            }
        }
    }

    private int MorningRow(int node, int day)
    {
        int k = At(node, day);
        if (morningRow[k] < 0)
        {
            morningRow[k] = rows.Open(-network.Supply[(node * days) + day], double.PositiveInfinity);
            if (day > network.Nodes[node].Earliest)
            {
                rows.Add(morningRow[k], StockColumn[k - 1], 1);
            }
        }

        return morningRow[k];
    }

    private void AddLevelRows()
    {
        Demanded = new double[problem.Levels.Length];
        ServedRow = [.. problem.Levels.Select(_ => rows.Open(double.NegativeInfinity, double.PositiveInfinity))];
        foreach (int j in network.Demands)
        {
            SupplyDemand demand = problem.Demands[j];
            Demanded[demand.Level] += demand.Weight * demand.Units;
        }

        foreach (ServingColumn group in groups)
        {
            rows.Add(ServedRow[DemandOf(group).Level], group.Column, DemandOf(group).Weight);
        }

        SubstitutedRow = AddTotal(SubstitutionCosts());
        SpendingRow = AddTotal(Prices());

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

    // A row of costs without limits, or -1 if there are none.
    private int AddTotal(IEnumerable<(int Column, double Cost)> costs)
    {
        int row = -1;
        foreach ((int column, double cost) in costs)
        {
            row = row < 0 ? rows.Open(double.NegativeInfinity, double.PositiveInfinity) : row;
            rows.Add(row, column, cost);
        }

        return row;
    }

    private IEnumerable<(int Column, double Cost)> SubstitutionCosts() =>
        groups.Where(group => network.Services[group.Services[0]].Alternative >= 0).Select(group => (group.Column, network.Services[group.Services[0]].Weight));

    private IEnumerable<(int Column, double Cost)> Prices() => Enumerable.Range(0, LotColumn.Length)
        .Where(o => LotColumn[o] >= 0 && problem.Offers[o].PricePerLot > 0).Select(o => (LotColumn[o], problem.Offers[o].PricePerLot));

    private IEnumerable<int> ExpiringColumns()
    {
        for (int node = 0; node < network.Nodes.Length; node++)
        {
            StockNode stock = network.Nodes[node];
            if (stock.Expires && stock.Latest >= stock.Earliest)
            {
                yield return StockColumn[At(node, stock.Latest)];
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
                int column = FlowColumn[(a * days) + day];
                if (day == arc.FirstDay || FlowColumn[(a * days) + day - 1] != column)
                {
                    yield return (column, cost);
                }
            }
        }
    }
}
