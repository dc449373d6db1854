using Readiness.Solving;

namespace Readiness.Staffing;

/// <summary>The best roster that can be put together from known schedules: the master programme with whole schedules only.</summary>
internal static class RestrictedMaster
{
    private const int WorkNodes = 20;

    /// <summary>Solves it by branch and cut.</summary>
    /// <param name="model">The problem.</param>
    /// <param name="scalar">Its costs.</param>
    /// <param name="columns">The schedules; everybody needs one.</param>
    /// <param name="start">Schedules of a known roster, one of each person, all of them among <paramref name="columns"/>; null for none.</param>
    /// <param name="options">Seed of the search; a work limit keeps it to a fixed number of nodes.</param>
    /// <param name="limits">When to stop.</param>
    /// <returns>The schedules chosen, by person; null if none were found.</returns>
    public static ScheduleColumn[]? Solve(
        RosterModel model, ScalarCosts scalar, IReadOnlyList<ScheduleColumn> columns, ScheduleColumn[]? start, RosterOptions options, ColumnLimits limits)
    {
        int entries = model.Cover.Length;
        var builder = new LinearModelBuilder();
        var cover = new List<int>[entries];
        var choice = new List<int>[model.PeopleCount];
        for (int e = 0; e < entries; e++)
        {
            cover[e] = [builder.AddColumn(scalar.Under[e], 0, model.Cover[e].Heads), builder.AddColumn(Surplus(scalar, e), 0, MostSurplus(model, scalar, e))];
        }

        for (int p = 0; p < choice.Length; p++)
        {
            choice[p] = [];
        }

        foreach (ScheduleColumn schedule in columns)
        {
            int column = builder.AddColumn(schedule.Cost, 0, 1, isInteger: true);
            choice[schedule.Person].Add(column);
            foreach (int e in schedule.Entries)
            {
                cover[e].Add(column);
            }
        }

        for (int e = 0; e < entries; e++)
        {
            double[] ones = new double[cover[e].Count];
            Array.Fill(ones, 1);
            ones[1] = -1;
            builder.AddRow(model.Cover[e].Heads, model.Cover[e].Heads, [.. cover[e]], ones);
        }

        foreach (List<int> of in choice)
        {
            double[] ones = new double[of.Count];
            Array.Fill(ones, 1);
            builder.AddRow(1, 1, [.. of], ones);
        }

        using var solver = new HighsSolver(builder, SolveLimits.None with
        {
            Time = limits.Remaining,
            Seed = options.Seed,
            Nodes = options.WorkLimit is null ? null : WorkNodes,
        });
        if (start is not null)
        {
            solver.SetSolution(StartValues(model, columns, start, builder.ColumnCount));
        }

        SolveOutcome outcome = solver.Solve(limits.CancellationToken);
        if (!outcome.HasSolution)
        {
            return null;
        }

        var chosen = new ScheduleColumn[model.PeopleCount];
        for (int c = 0; c < columns.Count; c++)
        {
            if (outcome.ColumnValues[(2 * entries) + c] > 0.5)
            {
                chosen[columns[c].Person] = columns[c];
            }
        }

        return chosen;
    }

    private static double[] StartValues(RosterModel model, IReadOnlyList<ScheduleColumn> columns, ScheduleColumn[] start, int count)
    {
        int entries = model.Cover.Length;
        double[] values = new double[count];
        int[] heads = new int[entries];
        for (int c = 0; c < columns.Count; c++)
        {
            if (columns[c].Equals(start[columns[c].Person]))
            {
                values[(2 * entries) + c] = 1;
                foreach (int e in columns[c].Entries)
                {
                    heads[e]++;
                }
            }
        }

        for (int e = 0; e < entries; e++)
        {
            values[2 * e] = Math.Max(0, model.Cover[e].Heads - heads[e]);
            values[(2 * e) + 1] = Math.Max(0, heads[e] - model.Cover[e].Heads);
        }

        return values;
    }

    private static double Surplus(ScalarCosts scalar, int e) => double.IsFinite(scalar.Over[e]) ? scalar.Over[e] : 0;

    private static double MostSurplus(RosterModel model, ScalarCosts scalar, int e) =>
        double.IsFinite(scalar.Over[e]) ? model.PeopleByTask[model.Cover[e].Task].Length : 0;
}
