using Readiness.Solving;

namespace Readiness.Quarantine.Intervals;

/// <summary>The restricted master programme: which convex combination of the known uses of each site is best.</summary>
/// <remarks>
/// min Σ c_q λ_q, such that no demand is served twice, no resource is used beyond what is available, each site has one use at most and, on the level <c>cost</c>, enough
/// is served. Artificial columns, dearer than any plan, keep it solvable however it is limited.
/// </remarks>
internal sealed class IntervalMaster : IDisposable
{
    private const double Unlimited = double.PositiveInfinity;

    private readonly IndexedLocation location;
    private readonly LinearModelBuilder start;
    private readonly double dear;
    private readonly List<OpeningColumn> columns = [];
    private HighsSolver solver;
    private readonly List<int> rows = [];
    private readonly List<double> entries = [];
    private readonly int[] cellRow;
    private readonly int[] resourceRow;
    private readonly int servedRow;
    private readonly int siteRow;
    private readonly int own;
    private readonly double[] limits;
    private readonly double offset;
    private OpeningChoice[] choices = [];
    private double[] values = [];

    /// <summary>Starts without any use.</summary>
    /// <param name="location">The problem.</param>
    /// <param name="level">The level to minimise: unserved or cost.</param>
    /// <param name="groups">The customers.</param>
    /// <param name="unserved">On the level <c>cost</c>, what may stay unserved.</param>
    /// <param name="dear">More than any plan costs by the level.</param>
    public IntervalMaster(IndexedLocation location, LocationCriterion level, CustomerGroups groups, double unserved, double dear)
    {
        this.location = location;
        this.dear = dear;
        offset = level == LocationCriterion.Unserved ? location.TotalUnitDays : 0;
        var builder = new LinearModelBuilder { ObjectiveOffset = offset };
        for (int j = 0; j < location.Sites; j++)
        {
            builder.AddColumn(dear, 0, 1);
        }

        int lacking = builder.AddColumn(dear, 0, Unlimited);
        own = builder.ColumnCount;
        cellRow = new int[groups.Demand.Length];
        for (int cell = 0; cell < cellRow.Length; cell++)
        {
            cellRow[cell] = groups.Demand[cell] > 0 ? builder.AddRow(-Unlimited, groups.Demand[cell], [], []) : -1;
        }

        resourceRow = new int[location.Resources * location.Days];
        for (int cell = 0; cell < resourceRow.Length; cell++)
        {
            // Of a cumulative resource only the last day counts on which as much is available.
            bool isImplied = location.Cumulative[cell / location.Days] && (cell + 1) % location.Days > 0
                && location.ResourceAvailable[cell + 1] <= location.ResourceAvailable[cell];
            resourceRow[cell] = isImplied ? -1 : builder.AddRow(-Unlimited, location.ResourceAvailable[cell], [], []);
        }

        double margin = 1e-7 * Math.Max(1, unserved);
        servedRow = level == LocationCriterion.Cost ? builder.AddRow(location.TotalUnitDays - unserved - margin, Unlimited, [lacking], [1]) : -1;
        siteRow = builder.RowCount;
        for (int j = 0; j < location.Sites; j++)
        {
            builder.AddRow(0, 1, [j], [1]);
        }

        limits = [.. groups.Demand, .. location.ResourceAvailable, location.TotalUnitDays - unserved - margin];
        start = builder;
        solver = new HighsSolver(start) { Presolve = false };
        Prices = new StayPrices(new double[cellRow.Length], new double[resourceRow.Length], new double[location.Sites]);
    }

    /// <summary>The known uses.</summary>
    public IReadOnlyList<OpeningColumn> Columns => columns;

    /// <summary>Optimum of the latest solve.</summary>
    public double Objective { get; private set; }

    /// <summary>Whether the latest solution uses artificial columns.</summary>
    public bool IsArtificial => values.AsSpan(0, Math.Min(own, values.Length)).ContainsAnyExceptInRange(double.NegativeInfinity, 1e-6);

    /// <summary>Dual prices of the rows in the latest solve.</summary>
    public double[] Duals { get; private set; } = [];

    /// <summary>
    /// What the prices are worth without the sites: with the least reduced cost and the price of every site on top it is a bound, whatever the prices.
    /// </summary>
    public double DualValue { get; private set; }

    /// <summary>Prices as <see cref="SetPrices"/> has left them.</summary>
    public StayPrices Prices { get; }

    /// <summary>Share of a use in the latest solution.</summary>
    public double Share(int column) => own + column < values.Length ? values[own + column] : 0;

    /// <summary>Adds uses.</summary>
    public void Add(IReadOnlyList<OpeningColumn> uses)
    {
        var starts = new List<int>();
        rows.Clear();
        entries.Clear();
        foreach (OpeningColumn use in uses)
        {
            starts.Add(rows.Count);
            columns.Add(use);
            Enter(use);
        }

        solver.AddColumns(
            [.. uses.Select(use => use.Cost)], new double[uses.Count], [.. uses.Select(Upper)], [.. starts], [.. rows], [.. entries]);
    }

    /// <summary>Forgets all uses but those of the least reduced cost: the others cost time in every solve, and pricing finds them again.</summary>
    /// <param name="most">How many to keep.</param>
    public void Keep(int most)
    {
        OpeningColumn[] kept = [.. columns.OrderBy(ReducedCost).Take(most)];
        solver.Dispose();
        solver = new HighsSolver(start) { Presolve = false };
        columns.Clear();
        values = [];
        Add(kept);
    }

    /// <summary>Makes artificial columns so many times as dear as they were at first.</summary>
    public void SetDear(double times) => solver.ChangeColumnCosts([.. Enumerable.Range(0, own)], [.. Enumerable.Repeat(dear * times, own)]);

    /// <summary>Allows only the uses that keep some choices.</summary>
    public void Restrict(OpeningChoice[] to)
    {
        choices = to;
        solver.ChangeColumnBounds([.. Enumerable.Range(own, columns.Count)], new double[columns.Count], [.. columns.Select(Upper)]);
        solver.ChangeRowBounds(
            [.. Enumerable.Range(siteRow, location.Sites)], [.. choices.Select(choice => choice.MayStayClosed ? 0.0 : 1)], [.. choices.Select(_ => 1.0)]);
        solver.Strategy = SimplexStrategy.Dual;
    }

    /// <summary>Solves to optimality.</summary>
    /// <returns>False if the time was up, the caller cancelled or the solver failed.</returns>
    public bool Solve(TimeSpan limit, CancellationToken cancellationToken)
    {
        solver.Limits = SolveLimits.None with { Time = limit };
        SolveOutcome outcome = solver.Solve(cancellationToken);
        solver.Strategy = SimplexStrategy.Primal;
        if (outcome.Status != SolveStatus.Optimal || outcome.RowDuals.Length == 0)
        {
            return false;
        }

        (values, Objective) = (outcome.ColumnValues, outcome.Objective);
        Duals = outcome.RowDuals;
        return true;
    }

    /// <summary>Reduced cost of a use at the duals of the latest solve.</summary>
    public double ReducedCost(OpeningColumn use)
    {
        rows.Clear();
        entries.Clear();
        Enter(use);
        double reduced = use.Cost;
        for (int k = 0; k < rows.Count; k++)
        {
            reduced -= entries[k] * Duals[rows[k]];
        }

        return reduced;
    }

    /// <summary>Turns duals of the rows into prices.</summary>
    public void SetPrices(double[] duals)
    {
        double perUnitDay = servedRow < 0 ? 0 : Math.Max(0, duals[servedRow]);
        DualValue = offset + (perUnitDay * limits[^1]);
        for (int cell = 0; cell < cellRow.Length; cell++)
        {
            double dual = cellRow[cell] < 0 ? 0 : Math.Min(0, duals[cellRow[cell]]);
            Prices.Cells[cell] = dual + (perUnitDay * location.StayDays[cell % location.Days]);
            DualValue += dual * limits[cell];
        }

        for (int r = 0; r < location.Resources; r++)
        {
            double later = 0;
            for (int t = location.Days - 1; t >= 0; t--)
            {
                int cell = (r * location.Days) + t;
                double dual = resourceRow[cell] < 0 ? 0 : Math.Min(0, duals[resourceRow[cell]]);
                later = location.Cumulative[r] ? later - dual : -dual;
                Prices.Use[cell] = later;
                DualValue += dual * limits[cellRow.Length + cell];
            }
        }

        for (int j = 0; j < location.Sites; j++)
        {
            Prices.Sites[j] = choices[j].MayStayClosed ? Math.Min(0, duals[siteRow + j]) : duals[siteRow + j];
        }
    }

    /// <inheritdoc/>
    public void Dispose() => solver.Dispose();

    private double Upper(OpeningColumn use) => choices[use.Site].Allows(use.First, use.Last) ? Unlimited : 0;

    private void Enter(OpeningColumn use)
    {
        double[] occupants = new double[location.Days];
        double served = 0;
        for (int k = 0; k < use.Cells.Length; k++)
        {
            int day = use.Cells[k] % location.Days;
            rows.Add(cellRow[use.Cells[k]]);
            entries.Add(use.Units[k]);
            served += use.Units[k] * location.StayDays[day];
            for (int t = day; t <= location.StayEnd[day]; t++)
            {
                occupants[t] += use.Units[k];
            }
        }

        for (int r = 0; r < location.Resources; r++)
        {
            double sum = 0;
            for (int t = 0; t < location.Days; t++)
            {
                bool isOpen = t >= use.First && t <= use.Last;
                double today = (isOpen ? location.FixedUse[(r * location.Sites) + use.Site] : 0) + (occupants[t] * location.UsePerUnit[(r * location.Sites) + use.Site]);
                sum = location.Cumulative[r] ? sum + today : today;
                int row = resourceRow[(r * location.Days) + t];
                if (row >= 0 && sum > 0)
                {
                    rows.Add(row);
                    entries.Add(sum);
                }
            }
        }

        if (servedRow >= 0 && served > 0)
        {
            rows.Add(servedRow);
            entries.Add(served);
        }

        rows.Add(siteRow + use.Site);
        entries.Add(1);
    }
}
