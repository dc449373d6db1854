namespace Readiness.Staffing;

/// <summary>Bounds of every level of a roster problem, by Lagrangian combination of the levels in the linear relaxation.</summary>
/// <remarks>
/// For prices p the relaxation gives L &lt;= p · v for the level values v of any roster. With the levels above k at most at their achieved values
/// and those below k at price 0, level k is at least (L - Σ p_j v_j over j &lt; k) ÷ p_k. Where the whole horizon is too large for one linear
/// programme, blocks of weeks are one each, and L is the sum of theirs.
/// </remarks>
internal sealed class RosterBounds : IDisposable
{
    // Larger than this a linear programme takes longer than a planner waits.
    private const long LargestWhole = 60_000;

    // Larger than this not even one that nobody waits for is worth its memory, and a stop waits for seconds.
    private const long LargestBlock = 200_000;

    // Large enough to keep apart what differs much, and solved within a minute.
    private const long LargestPooled = 30_000;

    // The larger the ratio, the less a level gains by what the higher ones lose, but the more it suffers from heads that they lack beyond their
    // bounds. At whole numbers the value of a roster in a block is a multiple of the smallest price and may be rounded up.
    private static readonly double[] Ratios = [2, 1.25, 20];

    private readonly RosterRun run;
    private readonly RosterModel model;
    private readonly List<CoverRelaxation> blocks = [];
    private readonly List<(int Level, double[] Prices, double Value)> proved = [];
    private bool infeasible;

    /// <summary>Prepares the bounds of a call.</summary>
    public RosterBounds(RosterRun run)
    {
        this.run = run;
        model = run.Model;
    }

    /// <summary>Whether not even the relaxation has a solution.</summary>
    public bool IsInfeasible => infeasible;

    /// <summary>
    /// Proves what it can until the time is up: where the horizon is too large, first with tasks pooled, then by blocks of weeks, twice as long each time. Under a work
    /// limit, where the clock must decide nothing, by weeks only.
    /// </summary>
    /// <param name="cancellationToken">Ends the work, keeping what is proved.</param>
    public void Prove(CancellationToken cancellationToken)
    {
        bool MustStop() => cancellationToken.IsCancellationRequested || run.MustStop || infeasible;
        long size = model.Options.Sum(o => (long)o.Entries.Length);
        bool isSmall = IsSingle || size <= LargestWhole;
        if (!isSmall && run.Options.WorkLimit is null)
        {
            ProvePooled(MustStop, cancellationToken);
        }

        for (int length = isSmall ? model.Days : 7; size * length / model.Days <= LargestBlock && !MustStop(); length = Math.Min(model.Days, 2 * length))
        {
            Build(length, MustStop);
            ProveLevels(MustStop, cancellationToken);
            if (length == model.Days || run.Options.WorkLimit is not null)
            {
                return;
            }
        }
    }

    /// <summary>Derives the bounds from what is proved and the values reached.</summary>
    public void Publish()
    {
        if (run.Objective is not { } reached)
        {
            return;
        }

        lock (proved)
        {
            foreach ((int level, double[] prices, double value) in proved)
            {
                double left = value;
                double scale = Math.Abs(value);
                for (int higher = 0; higher < level; higher++)
                {
                    left -= prices[higher] * reached[higher];
                    scale += prices[higher] * Math.Abs(reached[higher]);
                }

                // The solver's answer is exact to some 1e-7 of the sums it is made of.
                double bound = (left - (1e-6 * (1 + scale))) / prices[level];
                run.Raise(level, LevelGrid.RoundUp(model, level, bound), reached.AsSpan());
            }
        }

        FairnessBounds.Publish(run);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (CoverRelaxation block in blocks)
        {
            block.Dispose();
        }

        blocks.Clear();
    }

    // The whole horizon, with tasks pooled until it is small enough. Without rules that reach so far, weeks lose less.
    private void ProvePooled(Func<bool> mustStop, CancellationToken cancellationToken)
    {
        if (!model.Rules.Any(rules => rules.ReachesOverWeeks) || mustStop() || PooledCover.Of(model, LargestPooled, mustStop) is not { } pooled)
        {
            return;
        }

        Dispose();
        int[][] groups = [.. Enumerable.Range(0, pooled.PeopleCount).GroupBy(p => pooled.OptionsOf[p]).Select(g => g.ToArray())];
        AddBlock(pooled, groups, 0, pooled.Days - 1, mustStop);
        ProveLevels(mustStop, cancellationToken);
    }

    // Few people are told apart, many only where rules, tasks or absences differ.
    private bool IsSingle => (long)model.PeopleCount * model.Cover.Length <= LargestWhole;

    // The last level first, at whose prices all costs count: from there the others are a few steps of the simplex method away.
    private void ProveLevels(Func<bool> mustStop, CancellationToken cancellationToken)
    {
        foreach (double ratio in Ratios)
        {
            for (int level = model.LevelCount - 1; level >= 0 && !mustStop(); level--)
            {
                bool isOpen = !model.CountsOnlyFairness(level)
                    && (run.Objective is not { } reached || reached[level] > run.Bounds[level] + Lexicographic.Tolerance(reached[level]));
                if (isOpen && (level > 0 || ratio == Ratios[0]))
                {
                    Prove(level, ratio, mustStop, cancellationToken);
                }
            }
        }
    }

    private void Prove(int level, double ratio, Func<bool> mustStop, CancellationToken cancellationToken)
    {
        double[] prices = new double[model.LevelCount];
        prices[level] = 1 / model.SmallestWeight[level];
        double below = prices[level] * model.LargestWeight[level];
        for (int higher = level - 1; higher >= 0; higher--)
        {
            if (!model.CountsOnlyFairness(higher))
            {
                prices[higher] = ratio * below / model.SmallestWeight[higher];
                below = prices[higher] * model.LargestWeight[higher];
            }
        }

        double total = 0;
        double step = Step(prices, level);
        foreach (CoverRelaxation block in blocks)
        {
            if (mustStop() || run.Remaining < block.TimeToBegin)
            {
                return;
            }

            total += RoundUp(block.Minimum(prices, run.Remaining, cancellationToken), step);
        }

        infeasible |= double.IsPositiveInfinity(total);
        if (double.IsFinite(total))
        {
            lock (proved)
            {
                proved.Add((level, prices, total));
            }

            Publish();
        }
    }

    // What the value of every roster is a multiple of; 0 if nothing is known.
    private double Step(double[] prices, int level)
    {
        double step = prices[level] * LevelGrid.Step(model, level);
        for (int higher = 0; higher < level && step > 0; higher++)
        {
            double steps = prices[higher] * LevelGrid.Step(model, higher) / step;
            step = prices[higher] == 0 || (steps > 0 && steps == Math.Floor(steps)) ? step : 0;
        }

        return step;
    }

    // The solver's answer is exact to some 1e-7 of the sums it is made of.
    private static double RoundUp(double value, double step) =>
        step > 0 && double.IsFinite(value) ? step * Math.Ceiling((value - (1e-6 * (1 + Math.Abs(value)))) / step) : value;

    private void Build(int length, Func<bool> mustStop)
    {
        Dispose();
        for (int first = 0; first < model.Days && !mustStop(); first += length)
        {
            int last = Math.Min(model.Days, first + length) - 1;
            int[][] groups = [.. Enumerable.Range(0, model.PeopleCount).GroupBy(p => GroupOf(p, first, last)).Select(g => g.ToArray())];
            AddBlock(model, groups, first, last, mustStop);
        }
    }

    private void AddBlock(RosterModel of, int[][] groups, int first, int last, Func<bool> mustStop)
    {
        var built = new CoverRelaxationBuilder(of, groups, first, last, mustStop);
        if (!built.IsCut)
        {
            blocks.Add(new CoverRelaxation(built, of.LevelCount));
        }
    }

    private (int Options, string Absences) GroupOf(int person, int first, int last) => IsSingle
        ? (person, "")
        : (model.OptionsOf[person], string.Join(',', model.Problem.People[person].UnavailableDays.Where(day => day >= first && day <= last)));
}
