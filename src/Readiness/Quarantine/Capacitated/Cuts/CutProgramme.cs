using Readiness.Solving;

namespace Readiness.Quarantine.Capacitated.Cuts;

/// <summary>
/// The linear relaxation with cuts, over the sites and pairs that matter: columns come in when the prices ask for them, the rows that let a site serve a customer only as
/// far as it is open when a solution breaks them.
/// </summary>
internal sealed class CutProgramme : IDisposable
{
    // A row that is broken by less need not be there: the bound is computed without it.
    private const double Tolerance = 1e-3;
    private const int MostRounds = 20;

    // What a unit costs that nobody serves, in the largest price: so that there is a solution, but none that leaves anybody out for long.
    private const double Penalty = 10;

    private readonly CapacitatedLocation location;
    private readonly SearchClock clock;
    private readonly HighsSolver solver;
    private readonly int roomRow;
    private readonly int countRow;
    private readonly int[] siteColumn;
    private readonly int[] capacityRow;
    private readonly Dictionary<(int Site, int Customer), int> pairs = [];
    private readonly HashSet<(int Site, int Customer)> strong = [];
    private readonly List<(FlowCut Cut, int Row)> cuts = [];

    /// <summary>Builds the programme without any site.</summary>
    public CutProgramme(CapacitatedLocation location, SearchClock clock, double largestPrice)
    {
        this.location = location;
        this.clock = clock;
        siteColumn = new int[location.Sites];
        capacityRow = new int[location.Sites];
        Array.Fill(siteColumn, -1);
        var model = new LinearModelBuilder();
        for (int i = 0; i < location.Customers; i++)
        {
            int unserved = model.AddColumn(Penalty * largestPrice * location.Demand[i], 0, 1);
            model.AddRow(1, 1, [unserved], [1]);
        }

        roomRow = model.AddRow(location.TotalDemand, double.PositiveInfinity, [], []);
        countRow = model.AddRow(location.LeastOpen, location.MostOpen, [], []);
        solver = new HighsSolver(model) { Presolve = false, Method = LpMethod.Simplex };
        Prices = new double[location.Customers];
        Point = new FractionalPoint(new double[location.Sites], location.Customers);
    }

    /// <summary>Its cost.</summary>
    public double Cost { get; private set; }

    /// <summary>The last solution.</summary>
    public FractionalPoint Point { get; private set; }

    /// <summary>Its prices per unit, by customer.</summary>
    public double[] Prices { get; }

    /// <summary>Its prices of the cuts.</summary>
    public PricedCuts CutPrices { get; private set; } = new([]);

    /// <summary>Number of cuts.</summary>
    public int CutCount => cuts.Count;

    /// <summary>Whether a site is part of the programme.</summary>
    public bool Has(int site) => siteColumn[site] >= 0;

    /// <summary>Whether a pair is part of the programme.</summary>
    public bool Has(int site, int customer) => pairs.ContainsKey((site, customer));

    /// <summary>Adds a site.</summary>
    public void AddSite(int site)
    {
        double capacity = location.Capacity[site];
        siteColumn[site] = solver.AddColumn(location.FixedCost[site], 0, 1, [roomRow, countRow], [capacity, 1]);
        capacityRow[site] = solver.AddRow(double.NegativeInfinity, 0, [siteColumn[site]], [-capacity]);
    }

    /// <summary>Lets a site of the programme serve a customer.</summary>
    public void AddPair(int site, int customer)
    {
        double demand = location.Demand[customer];
        pairs[(site, customer)] = solver.AddColumn(
            demand * location.UnitCosts[(site * location.Customers) + customer], 0, 1, [customer, capacityRow[site]], [1, demand]);
    }

    /// <summary>Adds a cut.</summary>
    public void Add(FlowCut cut)
    {
        List<int> columns = [];
        List<double> weights = [];
        for (int k = 0; k < cut.Sites.Length; k++)
        {
            columns.Add(siteColumn[cut.Sites[k]]);
            weights.Add(cut.SiteWeights[k]);
            foreach (int customer in cut.Served[k])
            {
                columns.Add(pairs[(cut.Sites[k], customer)]);
                weights.Add(location.Demand[customer]);
            }
        }

        cuts.Add((cut, solver.AddRow(double.NegativeInfinity, cut.Limit, [.. columns], [.. weights])));
    }

    /// <summary>Settles sites as given, and no others.</summary>
    public void Settle(Fixing[] fixing)
    {
        int[] sites = [.. Enumerable.Range(0, location.Sites).Where(site => siteColumn[site] >= 0)];
        solver.ChangeColumnBounds(
            [.. sites.Select(site => siteColumn[site])],
            [.. sites.Select(site => fixing[site] == Fixing.Open ? 1.0 : 0)],
            [.. sites.Select(site => fixing[site] == Fixing.Closed ? 0.0 : 1)]);
    }

    /// <summary>Solves the programme.</summary>
    /// <returns>False if it was stopped, or failed; there is nothing new then.</returns>
    public bool Solve()
    {
        for (int round = 0; ; round++)
        {
            solver.Limits = new SolveLimits { Time = clock.Left };
            SolveOutcome outcome = solver.Solve(clock.Token);
            if (outcome.Status != SolveStatus.Optimal)
            {
                return false;
            }

            (int Site, int Customer)[] broken =
            [
                .. pairs.Where(p => outcome.ColumnValues[p.Value] > outcome.ColumnValues[siteColumn[p.Key.Site]] + Tolerance && !strong.Contains(p.Key)).Select(static p => p.Key),
            ];
            if (broken.Length == 0 || round == MostRounds)
            {
                Take(outcome);
                return true;
            }

            AddStrong(broken);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => solver.Dispose();

    private void AddStrong((int Site, int Customer)[] broken)
    {
        double[] lower = new double[broken.Length];
        Array.Fill(lower, double.NegativeInfinity);
        int[] columns = [.. broken.SelectMany(pair => new[] { pairs[pair], siteColumn[pair.Site] })];
        double[] values = [.. broken.SelectMany(static _ => new double[] { 1, -1 })];
        solver.AddRows(lower, new double[broken.Length], [.. Enumerable.Range(0, broken.Length).Select(static k => 2 * k)], columns, values);
        strong.UnionWith(broken);
    }

    private void Take(SolveOutcome outcome)
    {
        Point = new FractionalPoint([.. siteColumn.Select(column => column < 0 ? 0 : Math.Clamp(outcome.ColumnValues[column], 0, 1))], location.Customers);
        foreach (((int site, int customer), int column) in pairs)
        {
            Point.Add(site, customer, outcome.ColumnValues[column] * location.Demand[customer]);
        }

        for (int i = 0; i < Prices.Length; i++)
        {
            Prices[i] = outcome.RowDuals[i] / location.Demand[i];
        }

        Cost = outcome.Objective;
        CutPrices = new PricedCuts([.. cuts.Select(c => (c.Cut, -outcome.RowDuals[c.Row])).Where(static c => c.Item2 > 0)]);
    }
}
