namespace Readiness.Staffing;

/// <summary>
/// Ruin and recreate (Schrimpf et al., Journal of Computational Physics 159, 2000): takes a few people out of the roster, gives each the best
/// schedule against what the others leave, and accepts by simulated annealing.
/// </summary>
/// <remarks>
/// Acceptance is lexicographic: the first level that changes decides, against a temperature in units of that level's weights, so that a loss
/// on a level is never weighed against gains on lower ones. Of L levels the first settles after an L-th of the search, the next after one L - 1-th, and so
/// on, so that what is more important stands before the others are decided. Deterministic for a seed and a number of iterations.
/// </remarks>
internal sealed class RuinAndRecreate
{
    private const int MostRemoved = 4;

    // A roster from elsewhere or to start from is better than the search would be at its present heat: from then on it only looks around.
    private const double AdoptedHeat = 0.25;

    // In units of a step of a count.
    private const double FairnessHeat = 20;

    // Last part of the search, which belongs to fairness.
    private const double FairnessShare = 0.2;

    private readonly RosterModel model;
    private readonly Random random;
    private readonly RosterState state;
    private readonly SchedulePricing pricing;
    private readonly RuinChoice choice;
    private readonly double[] hottest;
    private readonly double[] coldest;
    private readonly double[] scoreBefore;
    private readonly double[] guideBefore;
    private readonly int[] scheduleBefore;
    private readonly double[] bestScore;
    private int versionSeen;
    private bool adopted;

    /// <summary>Prepares a search from an empty roster.</summary>
    public RuinAndRecreate(RosterModel model, int seed)
    {
        this.model = model;
        random = new Random(seed);
        state = new RosterState(model);
        pricing = new SchedulePricing(model, random);
        choice = new RuinChoice(model, state, random);
        scoreBefore = new double[model.LevelCount + 1];
        guideBefore = new double[model.LevelCount + 1];
        bestScore = new double[model.LevelCount + 1];
        scheduleBefore = new int[MostRemoved * model.Days];
        BestEntryOf = new int[state.EntryOf.Length];

        // Around the geometric mean of the weights every exchange is likely at first; at the end hardly a loss of the smallest weight is.
        // Fairness decides about most exchanges that cost nothing else; at first it must not stand in the way of those that other levels need.
        hottest =
        [
            .. Enumerable.Range(0, model.LevelCount).Select(k => model.CountsOnlyFairness(k)
                ? FairnessHeat : 0.7 * Math.Sqrt(model.SmallestWeight[k] * model.LargestWeight[k])),
        ];
        coldest = [.. model.SmallestWeight.Select(w => 0.08 * w)];
    }

    /// <summary>Whether a roster that keeps every rule has been found.</summary>
    public bool HasBest { get; private set; }

    /// <summary>Entries of the best roster, by person × days + day; -1 for a day off.</summary>
    public int[] BestEntryOf { get; }

    /// <summary>Values of the levels of the best roster.</summary>
    public ReadOnlySpan<double> BestLevels => bestScore.AsSpan(1);

    /// <summary>Iterations done.</summary>
    public long Iterations { get; private set; }

    /// <summary>Whether some person has been shown to have no legal schedule at all.</summary>
    public bool IsInfeasible { get; private set; }

    /// <summary>Notes a proof from elsewhere that there is no roster.</summary>
    public void NoteInfeasible(bool infeasible) => IsInfeasible |= infeasible && !HasBest;

    /// <summary>Gives everyone a schedule, one after the other, those with pins and then those with the fewest choices first.</summary>
    /// <param name="run">The call.</param>
    /// <param name="start">Entries to start from by person × days + day, -1 for none; empty for no start.</param>
    /// <returns>False if the run stopped on the way or someone has no legal schedule.</returns>
    public bool Construct(RosterRun run, ReadOnlySpan<int> start)
    {
        int[] order = [.. Enumerable.Range(0, model.PeopleCount)];
        random.Shuffle(order);
        order = [.. order.OrderByDescending(model.HasPins).ThenBy(p => model.Problem.People[p].Tasks.Length)];
        foreach (int person in order)
        {
            // A stopped construction is a roster only if everyone without a schedule may stay without.
            if (run.MustStop && model.MustWork(person))
            {
                return false;
            }

            if (!run.MustStop && !Place(person, start))
            {
                return false;
            }

            state.Attach(person, 1);
        }

        adopted |= !start.IsEmpty;
        Record(run, "construction");
        return true;
    }

    /// <summary>Improves the roster until the run stops or the iterations are done.</summary>
    /// <param name="run">The call.</param>
    /// <param name="iterations">Iterations; none means until the time is up.</param>
    /// <param name="until">Time since the start of the run at which to end.</param>
    /// <param name="alone">Whether better rosters from elsewhere are left alone.</param>
    public void Improve(RosterRun run, long? iterations, TimeSpan until, bool alone = false)
    {
        long first = Iterations;
        TimeSpan started = run.Elapsed;
        double available = Math.Max(1e-3, (until - started).TotalSeconds);
        double heat = 1;
        while (!run.MustStop && run.Elapsed < until && Iterations - first < (iterations ?? long.MaxValue) && model.PeopleCount > 0)
        {
            if ((Iterations & 31) == 0)
            {
                double done = iterations is { } limit
                    ? (double)(Iterations - first) / limit
                    : (run.Elapsed - started).TotalSeconds / available;
                heat = 1 - Math.Min(1, done);
                if (!alone)
                {
                    AdoptFrom(run);
                }

                heat = adopted ? Math.Min(heat, AdoptedHeat) : heat;
                Settle(run, heat);
            }

            Iterations++;
            Step(heat);
            Record(run, "ruin and recreate");
        }
    }

    /// <summary>Takes over a legal roster from elsewhere as the one to improve.</summary>
    /// <param name="run">The call.</param>
    /// <param name="entryOf">Its entries, by person × days + day; -1 for a day off.</param>
    public void Adopt(RosterRun run, ReadOnlySpan<int> entryOf)
    {
        state.Load(entryOf);
        Record(run, "adoption");
    }

    /// <summary>Frees people from incomplete joint teams of the best roster and gives them other work.</summary>
    /// <param name="run">The call.</param>
    public void PruneTeams(RosterRun run)
    {
        if (!HasBest || model.Slots.Entries.Length == 0)
        {
            return;
        }

        Adopt(run, [.. BestEntryOf]);
        new TeamPruning(model, state, pricing).Run(run.CancellationToken);
        if (state.Score[0] <= 0 && Lexicographic.Compare(state.Score, bestScore) <= 0)
        {
            state.Score.CopyTo(bestScore, 0);
            state.EntryOf.CopyTo(BestEntryOf, 0);
            run.Improved("team pruning", BestEntryOf, BestLevels);
        }
    }

    // The best roster may have come by its other levels at a moment when it was not fair: at the end it is made so, and keeps what it has.
    private void Settle(RosterRun run, double heat)
    {
        bool settles = model.Fairness.Length > 0 && heat < FairnessShare && HasBest;
        if (settles && !choice.PrefersFairness)
        {
            Adopt(run, [.. BestEntryOf]);
        }

        choice.PrefersFairness = settles;
    }

    // What others have found since, if it is better than the best found here.
    private void AdoptFrom(RosterRun run)
    {
        if (run.Version != versionSeen && run.Best is { } best)
        {
            versionSeen = best.Version;
            if (Lexicographic.Compare(best.Values, bestScore.AsSpan(1)) < 0)
            {
                adopted = true;
                Adopt(run, best.EntryOf);
            }
        }
    }

    private bool Place(int person, ReadOnlySpan<int> start)
    {
        int last = model.Days - 1;
        if (!start.IsEmpty && pricing.InsertFrom(state, person, start.Slice(person * model.Days, model.Days)))
        {
            return true;
        }

        if (pricing.Insert(state, person, 0, last, 0.1, random.Next()) || pricing.Insert(state, person, 0, last, 0, 0, relaxed: true))
        {
            return true;
        }

        IsInfeasible = pricing.ProvesInfeasible;
        return false;
    }

    private void Step(double heat)
    {
        choice.Draw(MostRemoved);
        ReadOnlySpan<int> removed = choice.People;
        int first = choice.FirstDay;
        int last = choice.LastDay;
        state.Score.CopyTo(scoreBefore, 0);
        state.Guide.CopyTo(guideBefore, 0);
        for (int i = 0; i < removed.Length; i++)
        {
            state.EntryOf.AsSpan(removed[i] * model.Days, model.Days).CopyTo(scheduleBefore.AsSpan(i * model.Days));
            state.Attach(removed[i], -1);
            Clear(removed[i], first, last);
        }

        bool complete = true;
        for (int i = 0; i < removed.Length && complete; i++)
        {
            // All but the last see blurred prices, else the same people would come back to the same places.
            // Not where it is about fairness, which the blur would drown.
            double blur = i == removed.Length - 1 || choice.IsForFairness ? 0 : 0.3 * random.NextDouble();
            complete = pricing.Insert(state, removed[i], first, last, blur, random.Next())
                || (state.Score[0] > 0 && pricing.Insert(state, removed[i], first, last, blur, random.Next(), relaxed: true));
        }

        for (int i = 0; i < removed.Length; i++)
        {
            state.Attach(removed[i], 1);
        }

        if (!complete || !Accept(heat))
        {
            Restore(removed, first, last);
        }
    }

    private void Clear(int person, int first, int last)
    {
        for (int day = first; day <= last; day++)
        {
            state.Free(person, day);
        }
    }

    private void Restore(ReadOnlySpan<int> removed, int first, int last)
    {
        foreach (int person in removed)
        {
            Clear(person, first, last);
        }

        for (int i = 0; i < removed.Length; i++)
        {
            for (int day = first; day <= last; day++)
            {
                int entry = scheduleBefore[(i * model.Days) + day];
                if (entry >= 0)
                {
                    state.Assign(removed[i], entry);
                }
            }
        }

        foreach (int person in removed)
        {
            state.Recount(person);
        }

        scoreBefore.CopyTo(state.Score, 0);
        guideBefore.CopyTo(state.Guide, 0);
    }

    private bool Accept(double heat)
    {
        for (int i = 0; i < guideBefore.Length; i++)
        {
            double loss = state.Guide[i] - guideBefore[i];
            if (Math.Abs(loss) <= 1e-9)
            {
                continue;
            }

            if (loss < 0)
            {
                return true;
            }

            if (i == 0)
            {
                return false;
            }

            bool frozen = choice.PrefersFairness && !model.CountsOnlyFairness(i - 1);
            double own = frozen ? 0 : Math.Max(0, 1 - ((1 - heat) * (model.LevelCount + 1 - i)));
            double temperature = coldest[i - 1] * Math.Pow(hottest[i - 1] / coldest[i - 1], own);
            return random.NextDouble() < Math.Exp(-loss / temperature);
        }

        return true;
    }

    private void Record(RosterRun run, string phase)
    {
        if (state.Score[0] > 0 || (HasBest && Lexicographic.Compare(state.Score, bestScore) >= 0))
        {
            return;
        }

        HasBest = true;
        state.Score.CopyTo(bestScore, 0);
        state.EntryOf.CopyTo(BestEntryOf, 0);
        run.Improved(phase, BestEntryOf, BestLevels);
    }
}
