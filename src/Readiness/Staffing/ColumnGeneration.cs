namespace Readiness.Staffing;

/// <summary>
/// Solves the linear relaxation over all schedules by column generation: the master programme prices the cover, the cheapest schedule of each
/// person at these prices becomes a column, and so on until no schedule is worth adding.
/// </summary>
/// <remarks>
/// Prices are smoothed towards those of the best bound (Wentges, European Journal of Operational Research 105, 1997; Pessoa et al.,
/// INFORMS Journal on Computing 30, 2018). Every complete pricing gives a Lagrangian bound; it counts only if the pricing of everybody was
/// at least a valid relaxation.
/// </remarks>
internal sealed class ColumnGeneration
{
    private readonly RosterModel model;
    private readonly ColumnMaster master;
    private readonly ColumnPricing pricing;
    private readonly double[] center;
    private readonly double[] earnings;
    private readonly List<ScheduleColumn> found = [];
    private double smoothing = 0.5; public double LpSeconds;

    /// <summary>Prepares column generation over a master programme.</summary>
    public ColumnGeneration(RosterModel model, ColumnMaster master, ColumnPricing pricing)
    {
        this.model = model;
        this.master = master;
        this.pricing = pricing;
        center = new double[model.Cover.Length];
        earnings = new double[model.Cover.Length];
    }

    /// <summary>Best bound so far on the value of any roster that keeps the decisions.</summary>
    public double Bound { get; private set; } = double.NegativeInfinity;

    /// <summary>Rounds of pricing so far.</summary>
    public int Rounds { get; private set; }

    /// <summary>Whether the last call ended because no schedule is worth adding.</summary>
    public bool HasConverged { get; private set; }

    /// <summary>Adds columns until none is worth adding.</summary>
    /// <param name="decisions">Decisions to keep; null for none.</param>
    /// <param name="mustStop">Asked between people: whether to give up.</param>
    /// <param name="isEnough">Asked after each round with bound and optimum of the master programme: whether they are close enough.</param>
    /// <param name="remaining">Time that is left.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>False if it was stopped.</returns>
    public bool Run(
        BranchingDecisions? decisions, Func<bool> mustStop, Func<double, double, bool> isEnough, Func<TimeSpan> remaining, CancellationToken cancellationToken)
    {
        HasConverged = false;
        bool hasCenter = !double.IsNegativeInfinity(Bound);
        while (!mustStop())
        {
            long t0 = System.Diagnostics.Stopwatch.GetTimestamp(); bool solvedLp = master.Solve(remaining(), cancellationToken); LpSeconds += System.Diagnostics.Stopwatch.GetElapsedTime(t0).TotalSeconds;
            if (!solvedLp)
            {
                return false;
            }

            double weight = hasCenter && !master.LacksSchedules ? smoothing : 0;
            int added = 0;
            while (true)
            {
                for (int e = 0; e < earnings.Length; e++)
                {
                    earnings[e] = (weight * center[e]) + ((1 - weight) * master.Duals[e]);
                }

                if (!PriceAll(decisions, mustStop, out double bound))
                {
                    return false;
                }

                Rounds++;
                bool improved = bound > Bound;
                if (improved)
                {
                    Bound = bound;
                    earnings.CopyTo(center, 0);
                    hasCenter = true;
                }

                added = master.Add(found);
                if (added > 0 || weight == 0)
                {
                    // A better bound away from the master's own prices says that the centre leads, else that it holds back.
                    smoothing = Math.Clamp(weight > 0 && !improved ? smoothing - 0.1 : smoothing + 0.05, 0, 0.9);
                    break;
                }

                weight = weight < 0.2 ? 0 : weight / 2;
            }

            if (added == 0)
            {
                HasConverged = true;
                return true;
            }

            if (isEnough(Bound, master.Objective))
            {
                return true;
            }
        }

        return false;
    }

    // Columns are kept if they are worth adding at the master's own prices; the bound is at the smoothed ones.
    private bool PriceAll(BranchingDecisions? decisions, Func<bool> mustStop, out double bound)
    {
        found.Clear();
        bound = master.CoverPart(earnings);
        for (int p = 0; p < model.PeopleCount; p++)
        {
            if (mustStop())
            {
                return false;
            }

            ScheduleColumn? column = pricing.Price(p, earnings, decisions);
            bound += pricing.Bound;
            if (column is not null && ReducedCost(column) < -1e-6)
            {
                found.Add(column);
            }
        }

        return true;
    }

    private double ReducedCost(ScheduleColumn column)
    {
        double cost = column.Cost - master.Duals[model.Cover.Length + column.Person];
        foreach (int entry in column.Entries)
        {
            cost -= master.Duals[entry];
        }

        return cost;
    }
}
