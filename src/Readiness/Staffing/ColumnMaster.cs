using Readiness.Solving;

namespace Readiness.Staffing;

/// <summary>
/// The restricted master programme of column generation: which convex combination of the known schedules of each person covers best.
/// </summary>
/// <remarks>
/// min Σ_e (u_e under_e + o_e over_e) + Σ_s c_s λ_s, such that Σ_s a_es λ_s + under_e - over_e = heads_e for every entry e and
/// Σ_{s of p} λ_s = 1 for every person p; sums of missing and surplus heads have rows of their own, for branching. Its basis is kept between solves.
/// </remarks>
internal sealed class ColumnMaster : IDisposable
{
    private const int MostSimplexRows = 700;
    private const double Dear = 10;
    private const double Tolerance = 1e-7;

    private readonly RosterModel model;
    private readonly ScalarCosts scalar;
    private readonly HighsSolver solver;
    private readonly List<ScheduleColumn> columns = [];
    private readonly Dictionary<ScheduleColumn, int> known = [];
    private readonly int first;
    private readonly int entries;
    private readonly int own;
    private readonly int[] rowOf;
    private readonly int[] fixedColumn;
    private readonly List<int>[] columnsOf;
    private bool limitsChanged = true;
    private double[] values = [];
    private readonly double[] duals;
    private double[] sumDuals = [];

    /// <summary>
    /// Starts with the missing and surplus heads and with artificial columns: a schedule of nothing for everyone, and heads that no limit of
    /// the cover counts. So it always has a solution, however it is limited, whose prices say which schedules would help.
    /// </summary>
    /// <param name="model">The problem.</param>
    /// <param name="scalar">Its costs.</param>
    /// <param name="scope">What is open.</param>
    public ColumnMaster(RosterModel model, ScalarCosts scalar, ColumnScope scope)
    {
        this.model = model;
        this.scalar = scalar;
        Scope = scope;
        Cover = new CoverBounds(model, scalar, scope);
        first = scope.FirstEntry;
        entries = scope.EndEntry - first;
        rowOf = new int[model.PeopleCount];
        for (int i = 0; i < scope.People.Length; i++)
        {
            rowOf[scope.People[i]] = entries + i;
        }

        duals = new double[model.Cover.Length + model.PeopleCount];
        fixedColumn = new int[model.PeopleCount];
        Array.Fill(fixedColumn, -1);
        columnsOf = [.. fixedColumn.Select(_ => new List<int>())];
        var builder = new LinearModelBuilder();
        for (int e = 0; e < entries; e++)
        {
            builder.AddColumn(scalar.Under[first + e], Cover.Missing(first + e).Least, Cover.Missing(first + e).Most);
        }

        for (int e = 0; e < entries; e++)
        {
            (double least, double most) = Cover.Surplus(first + e);
            builder.AddColumn(double.IsFinite(scalar.Over[first + e]) ? scalar.Over[first + e] : 0, least, most);
        }

        double artificial = ArtificialCost();
        for (int p = 0; p < scope.People.Length; p++)
        {
            builder.AddColumn(artificial, 0, 1);
        }

        for (int g = 0; g < Cover.Groups.Count; g++)
        {
            builder.AddColumn(0, Cover.Sum(g).Least, Cover.Sum(g).Most);
        }

        for (int e = 0; e < 2 * entries; e++)
        {
            builder.AddColumn(artificial, 0, double.PositiveInfinity);
        }

        own = builder.ColumnCount;
        for (int e = 0; e < entries; e++)
        {
            builder.AddRow(scope.Heads[first + e], scope.Heads[first + e], [e, entries + e, Artificial + e, Artificial + entries + e], [1, -1, 1, -1]);
        }

        for (int p = 0; p < scope.People.Length; p++)
        {
            builder.AddRow(1, 1, [(2 * entries) + p], [1]);
        }

        for (int g = 0; g < Cover.Groups.Count; g++)
        {
            int[] summed = [.. Cover.Groups.Entries[g].Select(e => (Cover.Groups.IsSurplus(g) ? entries : 0) + e - first), Sum(g)];
            double[] signs = Filled(summed.Length, 1);
            signs[^1] = -1;
            builder.AddRow(0, 0, summed, signs);
        }

        solver = new HighsSolver(builder) { Presolve = false };
    }

    /// <summary>The schedules, in the order in which they were added.</summary>
    public IReadOnlyList<ScheduleColumn> Columns => columns;

    /// <summary>Optimum of the latest solve.</summary>
    public double Objective { get; private set; }

    /// <summary>Whether the latest solution uses artificial columns: with the schedules so far there is no other.</summary>
    public bool IsArtificial { get; private set; }

    /// <summary>What is open.</summary>
    public ColumnScope Scope { get; }

    /// <summary>People who are open.</summary>
    public int[] People => Scope.People;

    /// <summary>Dual prices of the entries, then of the people; 0 for what is not open.</summary>
    public ReadOnlySpan<double> Duals => duals;

    /// <summary>Dual prices of the sums of missing and surplus heads.</summary>
    public ReadOnlySpan<double> SumDuals => sumDuals;

    /// <summary>Share of a schedule in the latest solution; 0 where it has been added since.</summary>
    public double Share(int column) => own + column < values.Length ? values[own + column] : 0;

    /// <summary>Whether there is a solution.</summary>
    public bool IsSolved => values.Length > 0;

    /// <summary>Adds schedules that are not there yet.</summary>
    /// <returns>How many were new.</returns>
    public int Add(IReadOnlyList<ScheduleColumn> schedules)
    {
        var costs = new List<double>();
        var starts = new List<int>();
        var rows = new List<int>();
        foreach (ScheduleColumn schedule in schedules)
        {
            if (known.TryAdd(schedule, columns.Count))
            {
                columnsOf[schedule.Person].Add(columns.Count);
                columns.Add(schedule);
                costs.Add(schedule.Cost);
                starts.Add(rows.Count);
                foreach (int e in schedule.Entries)
                {
                    rows.Add(e - first);
                }

                rows.Add(rowOf[schedule.Person]);
            }
        }

        double[] ones = Filled(rows.Count, 1);
        double[] zeros = new double[costs.Count];
        solver.AddColumns([.. costs], zeros, Filled(costs.Count, double.PositiveInfinity), [.. starts], [.. rows], ones);
        return costs.Count;
    }

    /// <summary>Solves to optimality.</summary>
    /// <returns>False if the time was up, the caller cancelled or the solver failed.</returns>
    public bool Solve(TimeSpan limit, CancellationToken cancellationToken)
    {
        // Without a basis, or where each step of the simplex method is dear, interior points are many times faster. New columns leave a
        // basis feasible, new limits leave its duals so.
        solver.Method = values.Length == 0 || solver.RowCount > MostSimplexRows ? LpMethod.InteriorPoint : LpMethod.Simplex;
        solver.Strategy = limitsChanged ? SimplexStrategy.Dual : SimplexStrategy.Primal;
        limitsChanged = false;
        solver.Limits = SolveLimits.None with { Time = limit };
        SolveOutcome outcome = solver.Solve(cancellationToken);
        if (outcome.Status != SolveStatus.Optimal || outcome.RowDuals.Length == 0)
        {
            return false;
        }

        (values, Objective) = (outcome.ColumnValues, outcome.Objective);
        outcome.RowDuals.AsSpan(0, entries).CopyTo(duals.AsSpan(first));
        foreach (int person in People)
        {
            duals[model.Cover.Length + person] = outcome.RowDuals[rowOf[person]];
        }

        sumDuals = outcome.RowDuals[(entries + People.Length)..];
        IsArtificial = values.AsSpan(2 * entries, People.Length).ContainsAnyExceptInRange(double.NegativeInfinity, Tolerance)
            || values.AsSpan(Artificial, 2 * entries).ContainsAnyExceptInRange(double.NegativeInfinity, Tolerance);
        return true;
    }

    /// <summary>The schedule that a person is bound to; -1 if to none.</summary>
    public int FixedColumn(int person) => fixedColumn[person];

    /// <summary>Number of people bound to a schedule.</summary>
    public int FixedCount { get; private set; }

    /// <summary>Binds a person to a schedule.</summary>
    public void Fix(int person, int column)
    {
        Release(person);
        fixedColumn[person] = column;
        FixedCount++;
        SetUpper(person, 0, column);
    }

    /// <summary>Lets a person have any schedule again.</summary>
    public void Release(int person)
    {
        if (fixedColumn[person] >= 0)
        {
            fixedColumn[person] = -1;
            FixedCount--;
            SetUpper(person, double.PositiveInfinity, -1);
        }
    }

    /// <summary>Allows a free person only the schedules that keep some decisions.</summary>
    public void Restrict(int person, BranchingDecisions decisions)
    {
        int[] which = [.. columnsOf[person].Where(c => !decisions.AreKept(model, columns[c])).Select(c => own + c)];
        ChangeBounds(which, new double[which.Length], new double[which.Length]);
    }

    /// <summary>Allows only the schedules that keep some decisions, of people who are all free.</summary>
    /// <param name="decisions">The decisions; null allows every schedule.</param>
    public void Restrict(BranchingDecisions? decisions)
    {
        int[] which = new int[columns.Count];
        double[] uppers = new double[columns.Count];
        for (int c = 0; c < which.Length; c++)
        {
            which[c] = own + c;
            uppers[c] = decisions is null || decisions.AreKept(model, columns[c]) ? double.PositiveInfinity : 0;
        }

        ChangeBounds(which, new double[which.Length], uppers);
    }

    /// <summary>Allows a free person every schedule again.</summary>
    public void Unrestrict(int person) => SetUpper(person, double.PositiveInfinity, -1);

    /// <summary>Limits of missing and surplus heads.</summary>
    public CoverBounds Cover { get; private set; }

    /// <summary>Sets the limits of missing and surplus heads.</summary>
    public void SetCover(CoverBounds cover)
    {
        Cover = cover;
        int count = (2 * entries) + cover.Groups.Count;
        int[] which = new int[count];
        double[] lowers = new double[count];
        double[] uppers = new double[count];
        for (int e = 0; e < entries; e++)
        {
            (which[e], which[entries + e]) = (e, entries + e);
            (lowers[e], uppers[e]) = cover.Missing(first + e);
            (lowers[entries + e], uppers[entries + e]) = cover.Surplus(first + e);
        }

        for (int g = 0; g < cover.Groups.Count; g++)
        {
            which[(2 * entries) + g] = Sum(g);
            (lowers[(2 * entries) + g], uppers[(2 * entries) + g]) = cover.Sum(g);
        }

        ChangeBounds(which, lowers, uppers);
    }

    /// <summary>Missing heads of an entry in the latest solution.</summary>
    public double Missing(int entry) => values[entry - first];

    /// <summary>Surplus heads of an entry in the latest solution.</summary>
    public double Surplus(int entry) => values[entries + entry - first];

    /// <summary>Heads in a sum in the latest solution.</summary>
    public double SumOf(int group) => values[Sum(group)];

    /// <summary>The schedule of each person in the latest solution, where it is whole; null where it is not.</summary>
    public ScheduleColumn[]? WholeSchedules()
    {
        var schedules = new ScheduleColumn[model.PeopleCount];
        for (int c = 0; c < columns.Count; c++)
        {
            if (Share(c) > 0.5)
            {
                schedules[columns[c].Person] = columns[c];
            }
        }

        return schedules.Contains(null) ? null : schedules;
    }

    /// <summary>Position of a schedule; -1 if it is not there.</summary>
    public int PositionOf(ScheduleColumn schedule) => known.GetValueOrDefault(schedule, -1);

    /// <summary>Positions of a person's schedules.</summary>
    public IReadOnlyList<int> ColumnsOf(int person) => columnsOf[person];

    /// <inheritdoc/>
    public void Dispose() => solver.Dispose();

    private void ChangeBounds(int[] which, double[] lowers, double[] uppers)
    {
        solver.ChangeColumnBounds(which, lowers, uppers);
        limitsChanged = true;
    }

    private void SetUpper(int person, double upper, int except)
    {
        int[] which = [.. columnsOf[person].Where(c => c != except).Select(c => own + c)];
        ChangeBounds(which, new double[which.Length], Filled(which.Length, upper));
    }

    private int Artificial => Sum(Cover.Groups.Count);

    private int Sum(int group) => (2 * entries) + People.Length + group;

    // Much dearer than anything that one schedule may change: cover on every day and all wishes.
    private double ArtificialCost()
    {
        double dearest = 1;
        for (int e = first; e < first + entries; e++)
        {
            dearest = Math.Max(dearest, Math.Max(scalar.Under[e], double.IsFinite(scalar.Over[e]) ? scalar.Over[e] : 0));
        }

        return Dear * ((dearest * model.Days) + model.Wishes.Sum(of => of.Sum(w => scalar.Prices[w.Level] * w.Weight)));
    }

    private static double[] Filled(int count, double value)
    {
        double[] filled = new double[count];
        Array.Fill(filled, value);
        return filled;
    }
}
