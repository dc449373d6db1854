namespace Readiness.Staffing;

/// <summary>Bounds of every level of a roster problem, by Lagrangian combination of the levels in the linear relaxation.</summary>
/// <remarks>
/// For prices p the relaxation gives L &lt;= p · v for the level values v of any roster. With the levels above k at most at their achieved values
/// and those below k at price 0, level k is at least (L - Σ p_j v_j over j &lt; k) ÷ p_k. Where the whole horizon is too large for one linear
/// programme each week is one, and L is the sum of theirs.
/// </remarks>
internal sealed class RosterBounds : IDisposable
{
    // Larger than this a linear programme takes longer than a planner waits.
    private const long LargestWhole = 60_000;

    private static readonly double[] Ratios = [1.5, 20];

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

    /// <summary>Proves what it can until the time is up.</summary>
    /// <param name="cancellationToken">Ends the work, keeping what is proved.</param>
    public void Prove(CancellationToken cancellationToken)
    {
        Build(cancellationToken);
        double[] prices = new double[model.LevelCount];
        for (int level = 0; level < model.LevelCount; level++)
        {
            if (model.CountsOnlyFairness(level)
                || (run.Objective is { } reached && reached[level] <= run.Bounds[level] + Lexicographic.Tolerance(reached[level])))
            {
                continue;
            }

            foreach (double ratio in level == 0 ? Ratios.AsSpan(0, 1) : Ratios)
            {
                Array.Clear(prices);
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
                foreach (CoverRelaxation block in blocks)
                {
                    if (cancellationToken.IsCancellationRequested || run.Remaining <= TimeSpan.Zero)
                    {
                        return;
                    }

                    total += block.Minimum(prices, run.Remaining, cancellationToken);
                }

                infeasible |= double.IsPositiveInfinity(total);
                if (double.IsFinite(total))
                {
                    lock (proved)
                    {
                        proved.Add((level, [.. prices], total));
                    }

                    Publish();
                }
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
    }

    private void Build(CancellationToken cancellationToken)
    {
        long size = model.Options.Sum(o => (long)o.Entries.Length);
        bool single = (long)model.PeopleCount * model.Cover.Length <= LargestWhole;
        int[][] groups =
        [
            .. Enumerable.Range(0, model.PeopleCount)
                .GroupBy(p => single ? (p, 0) : (model.OptionsOf[p], 1))
                .Select(g => g.ToArray()),
        ];
        if (size <= LargestWhole || single)
        {
            Add(groups, 0, model.Days - 1, cancellationToken);
            return;
        }

        for (int day = 0; day < model.Days; day += 7)
        {
            Add(groups, day, Math.Min(model.Days - 1, day + 6), cancellationToken);
        }
    }

    private void Add(int[][] groups, int first, int last, CancellationToken cancellationToken)
    {
        if (!cancellationToken.IsCancellationRequested)
        {
            blocks.Add(new CoverRelaxation(new CoverRelaxationBuilder(model, groups, first, last), model.LevelCount));
        }
    }
}
