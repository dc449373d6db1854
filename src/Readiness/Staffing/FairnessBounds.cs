namespace Readiness.Staffing;

/// <summary>Bounds of fairness: what more important levels leave to be worked, shared by everybody who can work any of it.</summary>
internal static class FairnessBounds
{
    /// <summary>Tells the run the bound of every level where only fairness counts, given the values that the levels above have reached.</summary>
    public static void Publish(RosterRun run)
    {
        if (run.Model.Fairness.Length == 0 || run.Objective is not { } reached)
        {
            return;
        }

        for (int level = 0; level < run.Model.LevelCount; level++)
        {
            if (run.Model.CountsOnlyFairness(level))
            {
                run.Raise(level, Bound(run.Model, level, reached.AsSpan()), reached.AsSpan());
            }
        }
    }

    private static long Bound(RosterModel model, int level, ReadOnlySpan<double> reached)
    {
        long bound = 0;
        foreach (CompiledMeasure measure in model.Fairness.Where(m => m.CountsAt(level)))
        {
            int sharing = Sharing(model, measure);
            if (sharing == 0)
            {
                continue;
            }

            // What everybody does if all share alike, and how many do one more.
            (long each, long left) = Math.DivRem(Least(model, measure, level, reached), sharing);
            bound += measure.WorstLevel == level ? each + Math.Min(1, left) : 0;
            bound += measure.SpreadLevel == level ? (each * each * sharing) + (left * ((2 * each) + 1)) : 0;
        }

        return bound;
    }

    // People who can work something that counts; 0 if someone among them is not compared, for that person may do it all.
    private static int Sharing(RosterModel model, CompiledMeasure measure)
    {
        int sharing = 0;
        for (int person = 0; person < model.PeopleCount; person++)
        {
            if (model.Options[model.OptionsOf[person]].Entries.Any(e => measure.Counts[e] && !model.Unavailable[(person * model.Days) + model.Cover[e].Day]))
            {
                if (!measure.Concerns[person])
                {
                    return 0;
                }

                sharing++;
            }
        }

        return sharing;
    }

    // Least sum of the counts. Heads that are missing cost at their level, so no more than its value can pay for are.
    private static long Least(RosterModel model, CompiledMeasure measure, int level, ReadOnlySpan<double> reached)
    {
        long[] heads = new long[model.Days];
        double[] cheapest = new double[level];
        Array.Fill(cheapest, double.PositiveInfinity);
        for (int e = 0; e < model.Cover.Length; e++)
        {
            CoverRequirement cover = model.Cover[e];
            if (measure.Counts[e] && cover.Level < level && cover.UnderWeight > 0)
            {
                heads[cover.Day] += cover.Heads;
                cheapest[cover.Level] = Math.Min(cheapest[cover.Level], cover.UnderWeight);
            }
        }

        // Whoever works on one day of a weekend may work on the other as well, but on each day people are different.
        long total = !measure.Weekends ? heads.Sum() : heads.Index().GroupBy(day => measure.WeekOf(day.Index)).Sum(week => week.Max(day => day.Item));
        for (int higher = 0; higher < level; higher++)
        {
            total -= double.IsFinite(cheapest[higher]) ? (long)Math.Floor((reached[higher] / cheapest[higher]) + 1e-6) : 0;
        }

        return Math.Max(0, total);
    }
}
