namespace Readiness.Staffing;

/// <summary>
/// Solves the linear relaxation over all schedules by column generation: the master programme prices the cover, the cheapest schedule of each
/// person at these prices becomes a column, and so on until no schedule is worth adding.
/// </summary>
/// <remarks>
/// Prices are smoothed towards those of the best bound (Wentges, International Transactions in Operational Research 4, 1997; Pessoa et al.,
/// INFORMS Journal on Computing 30, 2018). Every complete pricing gives a Lagrangian bound, whatever the prices.
/// </remarks>
internal sealed class ColumnGeneration
{
    private const double Worth = 1e-6;
    private const double MostSmoothing = 0.9;

    private readonly RosterModel model;
    private readonly ColumnMaster master;
    private readonly ColumnPricing pricing;
    private readonly double[] center;
    private readonly double[] earnings;
    private readonly List<ScheduleColumn> found = [];
    private bool hasCenter;
    private double smoothing = 0.5;

    /// <summary>Prepares column generation over a master programme.</summary>
    public ColumnGeneration(RosterModel model, ColumnMaster master, ColumnPricing pricing)
    {
        this.model = model;
        this.master = master;
        this.pricing = pricing;
        center = new double[model.Cover.Length + master.Cover.Groups.Count];
        earnings = new double[center.Length];
    }

    /// <summary>Best bound so far on the value of any roster that keeps the schedules and decisions that bind; minus infinity for none.</summary>
    public double Bound { get; private set; } = double.NegativeInfinity;

    /// <summary>Prices of the entries at that bound.</summary>
    public ReadOnlySpan<double> Center => center.AsSpan(0, model.Cover.Length);

    /// <summary>Whether the latest run ended because no schedule is worth adding.</summary>
    public bool HasConverged { get; private set; }

    /// <summary>Takes over prices of the entries and their bound.</summary>
    public void StartFrom(ReadOnlySpan<double> prices, double bound)
    {
        prices.CopyTo(center);
        hasCenter = true;
        Bound = bound;
    }

    /// <summary>Forgets the bound, as what binds has changed, and keeps the prices.</summary>
    public void Restart() => Bound = double.NegativeInfinity;

    /// <summary>Adds columns until none is worth adding.</summary>
    /// <param name="decisions">Decisions to keep; null for none.</param>
    /// <param name="rounds">Most rounds.</param>
    /// <param name="limits">When to stop.</param>
    /// <param name="isEnough">Asked after each round with bound and optimum of the master programme: whether they are close enough.</param>
    /// <returns>False if it was stopped before the master programme was solved.</returns>
    public bool Run(BranchingDecisions? decisions, int rounds, ColumnLimits limits, Func<double, double, bool> isEnough)
    {
        HasConverged = false;
        if (!master.Solve(limits.Remaining, limits.CancellationToken))
        {
            return false;
        }

        for (int round = 0; round < rounds && !limits.MustStop; round++)
        {
            int added = Generate(decisions, limits);
            if (added <= 0)
            {
                HasConverged = added == 0;
                return true;
            }

            if (!master.Solve(limits.Remaining, limits.CancellationToken))
            {
                return false;
            }

            if (isEnough(Bound, master.Objective))
            {
                return true;
            }
        }

        return true;
    }

    // Number of columns added; 0 once no schedule is worth it, -1 if stopped.
    private int Generate(BranchingDecisions? decisions, ColumnLimits limits)
    {
        double weight = hasCenter && !master.IsArtificial ? smoothing : 0;
        while (true)
        {
            for (int i = 0; i < earnings.Length; i++)
            {
                double dual = i < model.Cover.Length ? master.Duals[i] : master.SumDuals[i - model.Cover.Length];
                earnings[i] = (weight * center[i]) + ((1 - weight) * dual);
            }

            if (!PriceAll(decisions, limits, out double bound))
            {
                return -1;
            }

            bool improved = bound > Bound;
            if (improved)
            {
                StartFrom(earnings, bound);
            }

            int added = master.Add(found);
            if (added > 0 || weight == 0)
            {
                // A better bound says that the centre leads, a worse one that it holds back.
                smoothing = Math.Clamp(weight > 0 && !improved ? smoothing - 0.1 : smoothing + 0.05, 0, MostSmoothing);
                return added;
            }

            weight = weight < 0.2 ? 0 : weight / 2;
        }
    }

    // Columns are kept if they are worth adding at the master's own prices; the bound is at the smoothed ones.
    private bool PriceAll(BranchingDecisions? decisions, ColumnLimits limits, out double bound)
    {
        found.Clear();
        bound = master.Cover.LagrangianPart(earnings.AsSpan(0, model.Cover.Length), earnings.AsSpan(model.Cover.Length));
        foreach (int p in master.People)
        {
            if (limits.MustStop)
            {
                return false;
            }

            if (master.FixedColumn(p) is >= 0 and int schedule)
            {
                bound += master.Columns[schedule].CostAt(earnings);
                continue;
            }

            ScheduleColumn? column = pricing.Price(p, earnings, decisions);
            bound += pricing.Bound;
            if (column is not null && column.CostAt(master.Duals) - master.Duals[model.Cover.Length + p] < -Worth)
            {
                found.Add(column);
            }
        }

        return true;
    }
}
