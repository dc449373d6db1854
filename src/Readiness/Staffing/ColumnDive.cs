namespace Readiness.Staffing;

/// <summary>
/// A dive: decides what the master programme is surest of, generates columns for what is left, and so on until everybody has a schedule
/// (Joncour et al., Electronic Notes in Discrete Mathematics 36, 2010).
/// </summary>
/// <remarks>
/// First people are bound to whole schedules, several at once. Where few people are left, a whole schedule takes too much from the others:
/// then one day of a person is decided at a time.
/// </remarks>
internal sealed class ColumnDive(RosterModel model, ColumnMaster master, ColumnGeneration generation, Random random)
{
    // Shares above this count as certain.
    private const double Certain = 0.95;
    private const double Whole = 1 - 1e-6;

    private readonly double[] share = new double[model.PeopleCount];
    private readonly int[] column = new int[model.PeopleCount];
    private readonly double[] worked = new double[model.Cover.Length];
    private readonly double[] off = new double[model.Days];

    /// <summary>Dives from the master programme as it stands; the people bound before stay bound, the others are free again at the end.</summary>
    /// <param name="rounds">Most rounds of column generation between decisions.</param>
    /// <param name="steps">About how many steps to take while people are bound to whole schedules.</param>
    /// <param name="wholeShare">Share of the people to bind to whole schedules; the others are decided by day.</param>
    /// <param name="cutoff">Value from which on the dive is not worth going on with.</param>
    /// <param name="limits">When to stop.</param>
    /// <returns>Schedule of each person; null if the dive was given up.</returns>
    public ScheduleColumn[]? Run(int rounds, int steps, double wholeShare, double cutoff, ColumnLimits limits)
    {
        var bound = new List<int>();
        int open = model.PeopleCount - master.FixedCount;
        int atOnce = Math.Max(1, open / steps);
        int last = open - (int)(wholeShare * open);
        BranchingDecisions? decisions = null;
        try
        {
            while (true)
            {
                FindShares();
                int left = model.PeopleCount - master.FixedCount;
                if (left == 0)
                {
                    return [.. Enumerable.Range(0, model.PeopleCount).Select(p => master.Columns[master.FixedColumn(p)])];
                }

                BindPeople(left > last ? atOnce : 0, bound);
                if (left <= last && master.FixedCount < model.PeopleCount)
                {
                    decisions ??= new BranchingDecisions(model.PeopleCount, model.Days);
                    DecideDays(decisions, Math.Max(1, left / 3));
                }

                generation.Restart();
                if (!generation.Run(decisions, master.FixedCount < model.PeopleCount ? rounds : 0, limits, (_, objective) => objective >= cutoff)
                    || limits.MustStop || master.Objective >= cutoff || master.LacksSchedules)
                {
                    return null;
                }
            }
        }
        finally
        {
            foreach (int person in bound)
            {
                master.Release(person);
            }

            for (int person = 0; decisions is not null && person < model.PeopleCount; person++)
            {
                if (master.FixedColumn(person) < 0)
                {
                    master.Unrestrict(person);
                }
            }
        }
    }

    private void FindShares()
    {
        Array.Clear(share);
        for (int c = 0; c < master.Columns.Count; c++)
        {
            int person = master.Columns[c].Person;
            double value = master.Share(c);
            if (value > share[person])
            {
                (share[person], column[person]) = (value, c);
            }
        }
    }

    private void BindPeople(int atLeast, List<int> bound)
    {
        int[] open = [.. Enumerable.Range(0, model.PeopleCount).Where(p => master.FixedColumn(p) < 0)];
        random.Shuffle(open);
        int taken = 0;
        foreach (int person in open.OrderByDescending(p => share[p]))
        {
            if (share[person] < Certain && taken >= atLeast)
            {
                return;
            }

            master.Fix(person, column[person]);
            bound.Add(person);
            taken++;
        }
    }

    // Of each person the day that is surest without being certain, of all of them the surest.
    private void DecideDays(BranchingDecisions decisions, int most)
    {
        var candidates = new List<(double Share, int Person, int Day, int Entry)>();
        for (int person = 0; person < model.PeopleCount; person++)
        {
            if (master.FixedColumn(person) < 0 && Surest(person, decisions) is { } surest)
            {
                candidates.Add(surest);
            }
        }

        foreach ((double _, int person, int day, int entry) in candidates.OrderByDescending(c => c.Share).Take(most))
        {
            decisions.Require(person, day, entry);
            master.Restrict(person, decisions);
        }
    }

    private (double Share, int Person, int Day, int Entry)? Surest(int person, BranchingDecisions decisions)
    {
        Array.Fill(off, 1);
        (double Share, int Person, int Day, int Entry)? best = null;
        foreach (int c in master.ColumnsOf(person))
        {
            foreach (int e in master.Share(c) > 0 ? master.Columns[c].Entries : [])
            {
                worked[e] += master.Share(c);
                off[model.Cover[e].Day] -= master.Share(c);
            }
        }

        void Consider(double value, int day, int entry)
        {
            if (value < Whole && value > (best?.Share ?? 0) && decisions.Required(person, day) == BranchingDecisions.Open)
            {
                best = (value, person, day, entry);
            }
        }

        foreach (int c in master.ColumnsOf(person))
        {
            foreach (int e in master.Share(c) > 0 ? master.Columns[c].Entries : [])
            {
                Consider(worked[e], model.Cover[e].Day, e);
                worked[e] = 0;
            }
        }

        for (int day = 0; day < model.Days; day++)
        {
            Consider(off[day], day, BranchingDecisions.Off);
        }

        return best;
    }
}
