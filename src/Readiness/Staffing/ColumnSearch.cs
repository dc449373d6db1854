namespace Readiness.Staffing;

/// <summary>
/// Rosters and bounds from whole schedules as columns: prices by the volume algorithm, the linear relaxation by column generation, then dives,
/// the restricted master programme, and dives in neighbourhoods of the best roster until the time is up. Where that linear programme would be
/// too large, rosters come from the prices themselves, and from column generation over parts of the best roster.
/// </summary>
/// <remarks>For problems of one level without joint teams, limits on lending and fairness; it runs beside the search, from whose rosters it starts.</remarks>
internal sealed class ColumnSearch
{
    private const int MostStartColumns = 6000;
    private const int MostCombined = 8000;
    private const int ColumnsPerRow = 6;
    private const double RootShare = 0.5;
    private const int BoundCheck = 50;
    private const int WorkNodes = 5;
    private const int NearlyProvedSteps = 3;
    private const int NearlyProvedShare = 5;
    private const double LeastFree = 0.1;

    // Rows beyond which the master programme of the whole problem takes too long.
    private const int LargestRoot = 1000;

    // Days of people from which on one roster is improved at the prices while the other search goes its own way.
    private const int LeastGuided = 2000;
    private const double GuideShare = 0.5;
    private const int PriceDives = 4;

    // Prices that had too little time give rosters so many times worse than the best that they are not worth mending.
    private const double Hopeless = 2;

    // Iterations of ruin and recreate that a neighbourhood counts for under a work limit.
    private const int NeighbourhoodWork = 1000;

    private readonly RosterRun run;
    private readonly RosterModel model;
    private readonly ScalarCosts scalar;
    private readonly ColumnPricing pricing;
    private readonly Random random;
    private readonly RosterState state;
    private IReadOnlyList<ScheduleColumn> rootColumns = [];
    private double[] rootPrices = [];
    private double freeShare = 0.3;
    private double rootBound = double.NegativeInfinity;

    private ColumnSearch(RosterRun run)
    {
        this.run = run;
        model = run.Model;
        scalar = new ScalarCosts(model, [1]);
        pricing = new ColumnPricing(model, scalar);
        random = new Random(run.Options.Seed);
        state = new RosterState(model);
    }

    /// <summary>Prepares it for a call; null if the problem is not of its kind.</summary>
    public static ColumnSearch? TryCreate(RosterRun run)
    {
        RosterModel model = run.Model;
        bool fits = model.LevelCount == 1 && model.Fairness.Length == 0 && model.Slots.Entries.Length == 0 && !model.Options.Any(o => o.HasLent) && model.PeopleCount > 0
            && model.Cover.Length > 0 && Enumerable.Range(0, model.PeopleCount).All(p => model.StretchesOf(p) is not null);
        return fits ? new ColumnSearch(run) : null;
    }

    /// <summary>Waits for a roster to start from, then works until the run ends or, under a work limit, has done its part.</summary>
    /// <param name="cancellationToken">Ends it early.</param>
    public void Run(CancellationToken cancellationToken)
    {
        if (!run.WaitForRoster(cancellationToken))
        {
            return;
        }

        var limits = new ColumnLimits(run, run.Options.TimeLimit, cancellationToken);
        var volume = new VolumeAlgorithm(model, scalar, pricing);
        FindPrices(volume, limits);
        if (limits.MustStop || volume.IsInfeasible)
        {
            return;
        }

        // Where the clock must decide nothing, there is no share of it for a search of its own.
        if (model.PeopleCount * model.Days >= LeastGuided && run.Options.WorkLimit is null)
        {
            Guide(volume, limits);
        }

        if (model.Cover.Length + model.PeopleCount > LargestRoot)
        {
            ImproveParts(limits);
            return;
        }

        Root(volume, limits);
        if (!limits.MustStop)
        {
            Alternate(limits);
        }
    }

    // The linear relaxation, or as much of it as its share of the time allows, and a first dive.
    private void Root(VolumeAlgorithm volume, ColumnLimits limits)
    {
        using var master = new ColumnMaster(model, scalar, ColumnScope.Whole(model));
        master.Add(Incumbent());
        rootPrices = volume.Center;
        rootBound = volume.Bound;
        master.Add([.. volume.Latest(MostStartColumns)]);
        var generation = new ColumnGeneration(model, master, pricing);
        generation.StartFrom(volume.Center, volume.Bound);
        generation.Run(null, int.MaxValue, limits.Part(RootShare), (bound, objective) => Raise(bound) || objective - bound <= 1e-6);
        Raise(generation.Bound);
        rootPrices = generation.Center.ToArray();
        rootBound = generation.Bound;
        if (!limits.MustStop && master.IsSolved)
        {
            Publish(new ColumnDive(model, master, generation, random).Run(5, 20, 0.75, double.PositiveInfinity, limits), "dive");
            rootColumns = master.Columns;
        }
    }

    // Neighbourhoods for better rosters and branching for better bounds, in turn and for about as long. As the gap closes fewer columns
    // can matter, and the master programme is made anew without the others.
    private void Alternate(ColumnLimits limits)
    {
        ColumnBranching? branching = null;
        int keep = ColumnsPerRow * (model.Cover.Length + model.PeopleCount);
        long rounds = run.Options.WorkLimit / NeighbourhoodWork ?? long.MaxValue;
        for (long done = 0; !limits.MustStop && done < rounds;)
        {
            double gap = run.Objective!.Value[0] - rootBound;
            using var master = new ColumnMaster(model, scalar, ColumnScope.Whole(model));
            master.Add(Incumbent());
            master.Add(Nearest(rootColumns, keep));
            var generation = new ColumnGeneration(model, master, pricing);
            generation.StartFrom(rootPrices, rootBound);
            var dive = new ColumnDive(model, master, generation, random);
            branching ??= new ColumnBranching(model, master, generation, master.Cover, rootBound, RoundUp);
            branching.Use(master, generation);
            Combine(master.Columns, limits.Part(0.05));
            for (; !limits.MustStop && done < rounds && run.Objective!.Value[0] - rootBound > gap / 2 && master.Columns.Count < 3 * keep; done++)
            {
                TimeSpan started = run.Elapsed;
                Neighbourhood(master, generation, dive, limits);
                TimeSpan share = (run.Elapsed - started) * (IsNearlyProved ? NearlyProvedShare : 1);
                Branch(branching, dive, limits.For(share), done % 3 == 2);
            }

            rootColumns = master.Columns;
        }
    }

    // With a few steps of the objective to go the bound is more likely to move than the roster.
    private bool IsNearlyProved =>
        run.Objective!.Value[0] - run.Bounds[0] <= NearlyProvedSteps * Math.Max(LevelGrid.Step(model, 0), 1e-3 * Math.Abs(run.Bounds[0]));

    private void Branch(ColumnBranching branching, ColumnDive dive, ColumnLimits limits, bool dives)
    {
        if (limits.MustStop)
        {
            return;
        }

        branching.Run(() => run.Objective!.Value[0], run.Options.WorkLimit is null ? int.MaxValue : WorkNodes, limits);
        Publish(branching.Found, "branching");
        Raise(Math.Min(branching.Bound, run.Objective!.Value[0]));
        if (dives && !run.IsSolved)
        {
            Publish(branching.Dive(dive, run.Objective!.Value[0] - 1e-6, limits.For(run.Remaining)), "dive from a node");
        }
    }

    // Until the bound hardly moves: sooner where the master programme is small and will soon do better.
    private void FindPrices(VolumeAlgorithm volume, ColumnLimits limits)
    {
        volume.Start(run.Best!.Value.EntryOf, random, () => limits.MustStop);
        double rows = model.Cover.Length + model.PeopleCount;
        double stall = Math.Min(0.005, 0.005 * (250 / rows) * (250 / rows));
        ColumnLimits part = limits.Part(0.3);
        volume.Run(
            () => run.Objective!.Value[0],
            () =>
            {
                bool stalled = volume.HasStalled(BoundCheck, stall * Math.Abs(volume.Bound));
                return stalled || part.MustStop || (volume.Iterations % BoundCheck == 0 && Raise(volume.Bound));
            },
            () => part.MustStop);
        Raise(volume.Bound);
    }

    // Whether the bound proves the best roster optimal.
    private bool Raise(double bound)
    {
        if (double.IsFinite(bound))
        {
            run.Raise(0, RoundUp(bound), []);
        }

        return run.IsSolved;
    }

    // The least value that a roster can have; sums of prices are exact to some 1e-9 at worst.
    private double RoundUp(double bound) => LevelGrid.RoundUp(model, 0, bound - (double.IsFinite(bound) ? 1e-9 * Math.Abs(bound) : 0));

    private ScheduleColumn[] Incumbent()
    {
        int[] entryOf = run.Best!.Value.EntryOf;
        return [.. Enumerable.Range(0, model.PeopleCount).Select(p => pricing.ColumnOf(p, entryOf.AsSpan(p * model.Days, model.Days)))];
    }

    // Columns by their reduced cost at the prices of the root: where it exceeds the gap, no better roster has the column.
    private List<ScheduleColumn> Nearest(IEnumerable<ScheduleColumn> columns, int most)
    {
        double[] least = new double[model.PeopleCount];
        for (int p = 0; p < least.Length; p++)
        {
            pricing.Price(p, rootPrices);
            least[p] = pricing.Bound;
        }

        double gap = run.Objective!.Value[0] - rootBound + 1e-6;
        return
        [
            .. columns.Select(c => (Column: c, Loss: c.CostAt(rootPrices) - least[c.Person])).Where(t => t.Loss <= gap)
                .OrderBy(t => t.Loss).Take(most).Select(t => t.Column),
        ];
    }

    private void Combine(IReadOnlyList<ScheduleColumn> columns, ColumnLimits limits)
    {
        if (columns.Count <= MostCombined)
        {
            Publish(RestrictedMaster.Solve(model, scalar, columns, Incumbent(), run.Options, limits), "restricted master");
        }
    }

    private void Neighbourhood(ColumnMaster master, ColumnGeneration generation, ColumnDive dive, ColumnLimits limits)
    {
        ScheduleColumn[] incumbent = Incumbent();
        master.Add(incumbent);
        int[] people = [.. Enumerable.Range(0, model.PeopleCount)];
        random.Shuffle(people);
        int free = Math.Max(2, (int)(model.PeopleCount * freeShare * (0.8 + (0.4 * random.NextDouble()))));
        foreach (int person in people.AsSpan(Math.Min(free, people.Length)))
        {
            master.Fix(person, master.PositionOf(incumbent[person]));
        }

        double cutoff = run.Objective!.Value[0] - (LevelGrid.Step(model, 0) > 0 ? LevelGrid.Step(model, 0) - 1e-6 : 1e-6);
        generation.Restart();
        int version = run.Version;
        bool promising = false;
        if (generation.Run(null, 15, limits, (bound, _) => bound > cutoff) && master.Objective <= cutoff)
        {
            promising = true;
            Publish(dive.Run(3, 10, 0.5, cutoff + 1e-9, limits), "neighbourhood");
        }

        foreach (int person in people)
        {
            master.Release(person);
        }

        // Larger where not even the relaxation promises anything, smaller where a dive came to nothing.
        freeShare = Math.Clamp(freeShare * (!promising ? 1.1 : run.Version > version ? 1 : 0.97), LeastFree, 1);
    }

    // The best of a few rosters from the prices alone. It is left to itself while ruin and recreate improves it: the roster of the other
    // search may be better still, but the prices know more of the whole.
    private void Guide(VolumeAlgorithm volume, ColumnLimits limits)
    {
        var dive = new PriceDive(model, scalar, pricing, random);
        int[]? best = null;
        double least = double.PositiveInfinity;
        for (int i = 0; i < PriceDives; i++)
        {
            if (dive.Run(volume, limits) is { } schedules)
            {
                int[] entryOf = EntriesOf(schedules);
                state.Load(entryOf);
                if (state.Score[0] <= 0 && state.Score[1] < least)
                {
                    (least, best) = (state.Score[1], entryOf);
                }
            }
        }

        if (best is not null && least < Hopeless * run.Objective!.Value[0])
        {
            var search = new RuinAndRecreate(model, run.Options.Seed + 1);
            search.Adopt(run, best);
            search.Improve(run, null, run.Elapsed + (limits.Remaining * GuideShare), alone: true);
        }
    }

    private void ImproveParts(ColumnLimits limits)
    {
        var parts = new ColumnNeighbourhood(model, scalar, pricing, random);
        double step = LevelGrid.Step(model, 0) > 0 ? LevelGrid.Step(model, 0) : 1e-6;
        long rounds = run.Options.WorkLimit / NeighbourhoodWork ?? long.MaxValue;
        for (long done = 0; !limits.MustStop && done < rounds; done++)
        {
            if (parts.Improve(run.Best!.Value.EntryOf, step, limits) is { } found)
            {
                Publish(found, "part");
            }
        }
    }

    private int[] EntriesOf(ScheduleColumn[] schedules)
    {
        int[] entryOf = new int[model.PeopleCount * model.Days];
        Array.Fill(entryOf, -1);
        foreach (ScheduleColumn schedule in schedules)
        {
            foreach (int entry in schedule.Entries)
            {
                entryOf[(schedule.Person * model.Days) + model.Cover[entry].Day] = entry;
            }
        }

        return entryOf;
    }

    private void Publish(ScheduleColumn[]? schedules, string phase)
    {
        if (schedules is null)
        {
            return;
        }

        Publish(EntriesOf(schedules), phase);
    }

    private void Publish(int[] entryOf, string phase)
    {
        state.Load(entryOf);
        if (state.Score[0] <= 0)
        {
            run.Improved(phase, entryOf, state.Score.AsSpan(1));
        }
    }
}
