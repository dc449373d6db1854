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

    // A step that costs more than this share of the objective is taken back, and its surest part then ruled out.
    private const double Jump = 0.01;
    private const int MostSetbacks = 30;

    private readonly List<int> bound = [];
    private readonly double[] share = new double[model.PeopleCount];
    private readonly int[] column = new int[model.PeopleCount];
    private readonly double[] worked = new double[model.Cover.Length];
    private readonly double[] off = new double[model.Days];
    private BranchingDecisions decisions = null!;
    private ColumnLimits limits = null!;
    private double cutoff;
    private int rounds;
    private int setbacks;
    private bool careful;

    /// <summary>Dives from the master programme as it stands; the people bound before stay bound, the others are free again at the end.</summary>
    /// <param name="rounds">Most rounds of column generation between decisions.</param>
    /// <param name="steps">About how many steps to take while people are bound to whole schedules.</param>
    /// <param name="wholeShare">Share of the people to bind to whole schedules; the others are decided by day.</param>
    /// <param name="cutoff">Value from which on the dive is not worth going on with.</param>
    /// <param name="limits">When to stop.</param>
    /// <param name="start">Decisions that the master programme keeps already; null for none.</param>
    /// <returns>Schedule of each person; null if the dive was given up.</returns>
    public ScheduleColumn[]? Run(
        int rounds, int steps, double wholeShare, double cutoff, ColumnLimits limits, BranchingDecisions? start = null)
    {
        this.rounds = rounds;
        this.cutoff = cutoff;
        this.limits = limits;
        bound.Clear();
        decisions = start is null
            ? new BranchingDecisions(model.PeopleCount, model.Days) : new BranchingDecisions(start, model.PeopleCount, model.Days);
        setbacks = 0;
        careful = false;
        int open = master.People.Length - master.FixedCount;
        int atOnce = Math.Max(1, open / steps);
        int last = open - (int)(wholeShare * open);
        try
        {
            for (FindShares(); master.FixedCount < master.People.Length; FindShares())
            {
                if (!Step(atOnce, last))
                {
                    return null;
                }
            }

            return [.. master.People.Select(p => master.Columns[master.FixedColumn(p)])];
        }
        finally
        {
            Undo(0, null, []);
        }
    }

    // Decides something and solves; false if the dive leads nowhere.
    private bool Step(int atOnce, int last)
    {
        double before = master.Objective;
        int boundBefore = bound.Count;
        var decisionsBefore = new BranchingDecisions(decisions, model.PeopleCount, model.Days);
        int left = master.People.Length - master.FixedCount;
        bool whole = left > last && !careful;
        BindPeople(whole ? atOnce : 0);
        var decided = whole ? [] : DecideDays(careful ? 1 : Math.Max(1, left / 3));
        bool solved = Solve();
        if (setbacks == MostSetbacks || limits.MustStop || (solved && master.Objective <= before + (Jump * Math.Abs(before))))
        {
            careful = false;
            return solved;
        }

        setbacks++;
        Undo(boundBefore, decisionsBefore, decided);
        if (careful && decided is [var (person, day, entry)])
        {
            decisions.Forbid(person, day, entry);
            master.Restrict(person, decisions);
        }

        careful = !careful || decided.Count != 1;
        return Solve();
    }

    private bool Solve()
    {
        generation.Restart();
        return generation.Run(decisions, master.FixedCount < master.People.Length ? rounds : 0, limits, (_, objective) => objective >= cutoff)
            && !limits.MustStop && master.Objective < cutoff && !master.IsArtificial;
    }

    // Back to how things were: before a step, or (without decisions) before the dive.
    private void Undo(int boundBefore, BranchingDecisions? before, List<(int Person, int Day, int Entry)> decided)
    {
        for (; bound.Count > boundBefore; bound.RemoveAt(bound.Count - 1))
        {
            master.Release(bound[^1]);
            if (before is not null)
            {
                master.Restrict(bound[^1], before);
            }
        }

        foreach ((int person, _, _) in decided)
        {
            master.Unrestrict(person);
            master.Restrict(person, before!);
        }

        foreach (int person in before is null ? master.People : [])
        {
            if (master.FixedColumn(person) < 0)
            {
                master.Unrestrict(person);
            }
        }

        decisions = before ?? decisions;
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

    private void BindPeople(int atLeast)
    {
        int[] open = [.. master.People.Where(p => master.FixedColumn(p) < 0)];
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
    private List<(int Person, int Day, int Entry)> DecideDays(int most)
    {
        var decided = new List<(int, int, int)>();
        var candidates = new List<(double Share, int Person, int Day, int Entry)>();
        foreach (int person in master.People)
        {
            if (master.FixedColumn(person) < 0 && Surest(person) is { } surest)
            {
                candidates.Add(surest);
            }
        }

        foreach ((double _, int person, int day, int entry) in candidates.OrderByDescending(c => c.Share).Take(most))
        {
            decisions.Require(person, day, entry);
            master.Restrict(person, decisions);
            decided.Add((person, day, entry));
        }

        return decided;
    }

    private (double Share, int Person, int Day, int Entry)? Surest(int person)
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

        for (int day = master.Scope.FirstDay; day <= master.Scope.LastDay; day++)
        {
            Consider(off[day], day, BranchingDecisions.Off);
        }

        return best;
    }
}
