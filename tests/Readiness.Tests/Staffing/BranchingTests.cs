using Readiness.Staffing;

namespace Readiness.Tests.Staffing;

/// <summary>Decisions about people's days, and what is built on them, against full enumeration.</summary>
public sealed class BranchingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Pricing_finds_the_cheapest_of_the_schedules_that_keep_the_decisions()
    {
        int restricted = 0;
        int impossible = 0;
        for (int seed = 0; seed < 150; seed++)
        {
            var one = new Tiny(seed);
            var random = new Random(seed);
            (BranchingDecisions decisions, Func<int[], bool> keeps) = Decide(one.Model, random);
            double[] earnings = [.. one.Model.Cover.Select(_ => (8 * random.NextDouble()) - 2)];
            ScheduleColumn[] kept = [.. one.Schedules.Of(0).Where(c => keeps(DaysOf(one.Model, c)))];
            Assert.Equal(kept, one.Schedules.Of(0).Where(c => decisions.AreKept(one.Model, c)));

            ScheduleColumn? found = one.Pricing.Price(0, earnings, decisions);
            restricted += kept.Length < one.Schedules.Of(0).Count ? 1 : 0;
            if (kept.Length == 0)
            {
                Assert.Null(found);
                Assert.Equal(double.PositiveInfinity, one.Pricing.Bound);
                impossible++;
                continue;
            }

            Assert.Equal(kept.Min(c => c.CostAt(earnings)), one.Pricing.Bound, 9);
            Assert.Equal(one.Pricing.Bound, Assert.IsType<ScheduleColumn>(found).CostAt(earnings), 9);
            Assert.Contains(found, kept);
        }

        Assert.True(restricted > 80 && impossible is > 3 and < 90, $"{restricted} restricted, {impossible} impossible");
    }

    [Fact]
    public void The_best_of_all_schedules_is_the_optimum()
    {
        int compared = 0;
        for (int seed = 0; seed < 100; seed++)
        {
            var one = new Tiny(seed);
            if (RosterEnumeration.TryRun(one.Model.Problem, 20_000)?.Best is not [double optimum])
            {
                continue;
            }

            using var run = new RosterRun(one.Model, new RosterOptions(), null, Token);
            var limits = new ColumnLimits(run, TimeSpan.FromMinutes(1), Token);
            ScheduleColumn[] best = Assert.IsType<ScheduleColumn[]>(
                RestrictedMaster.Solve(one.Model, one.Scalar, one.Schedules.All, null, run.Options, limits));
            Assert.Equal(optimum, one.ValueOf(best), 6);
            compared++;
        }

        Assert.True(compared > 30, $"{compared} compared");
    }

    [Fact]
    public void Branching_to_the_end_bounds_no_roster_away_and_meets_the_optimum()
    {
        int compared = 0;
        int branched = 0;
        for (int seed = 0; seed < 2000; seed++)
        {
            var one = new Tiny(seed);
            if (RosterEnumeration.TryRun(one.Model.Problem, 20_000)?.Best is not [double optimum])
            {
                continue;
            }

            using var run = new RosterRun(one.Model, new RosterOptions(), null, Token);
            using var master = new ColumnMaster(one.Model, one.Scalar, ColumnScope.Whole(one.Model));
            var limits = new ColumnLimits(run, TimeSpan.FromSeconds(5), Token);
            var generation = new ColumnGeneration(one.Model, master, one.Pricing);
            var branching = new ColumnBranching(
                one.Model, master, generation, master.Cover, double.NegativeInfinity, bound => LevelGrid.RoundUp(one.Model, 0, bound));

            // Half of the runs start from nothing, half from the optimum, which then only has to be proved.
            double best = seed % 2 == 0 ? optimum : 1e9;
            do
            {
                branching.Run(() => best, int.MaxValue, limits);
                Assert.True(Math.Min(branching.Bound, best) <= optimum + 1e-6, $"seed {seed}: {branching.Bound} > {optimum}");
                best = branching.Found is { } found ? Math.Min(best, one.ValueOf(found)) : best;
            }
            while (branching.Found is not null);

            Assert.Equal(optimum, best, 6);
            Assert.True(!limits.MustStop && LevelGrid.RoundUp(one.Model, 0, branching.Bound) >= optimum - 1e-6, $"seed {seed}: bound {branching.Bound} of {optimum} after {branching.Nodes} nodes");
            compared++;
            branched += branching.Nodes > 1 ? 1 : 0;
        }

        Assert.True(compared > 150 && branched > 8, $"{compared} compared, {branched} branched");
    }

    [Fact]
    public void States_of_caps_add_and_compare_cap_by_cap()
    {
        var states = new CapStates();
        int[] left = [2, 0, 3];
        Assert.True(states.TryForm(left, 100));
        Assert.Equal(12, states.Count);
        Assert.Equal(-1, states.One(1));
        for (int one = 0; one < states.Count; one++)
        {
            (int A, int B) of = (one % 3, one / 3);
            Assert.Equal((of.A > 0, false, of.B > 0), (states.Uses(one, 0), states.Uses(one, 1), states.Uses(one, 2)));
            for (int other = 0; other < states.Count; other++)
            {
                (int A, int B) than = (other % 3, other / 3);
                Assert.Equal(of.A <= than.A && of.B <= than.B, states.IsWithin(one, other));
                Assert.Equal(of.A + than.A <= 2 && of.B + than.B <= 3, states.Fits(one, other));
            }
        }

        Assert.False(states.TryForm(left, 11));
        Assert.False(states.TryForm([200], 1000));
        Assert.False(states.TryForm(new int[CapStates.MostCaps + 1], 1000));
    }

    private static int[] DaysOf(RosterModel model, ScheduleColumn column)
    {
        int[] days = new int[model.Days];
        Array.Fill(days, BranchingDecisions.Off);
        foreach (int entry in column.Entries)
        {
            days[model.Cover[entry].Day] = entry;
        }

        return days;
    }

    // Some days decided, some choices ruled out, each with its own check.
    private static (BranchingDecisions Decisions, Func<int[], bool> Keeps) Decide(RosterModel model, Random random)
    {
        var decisions = new BranchingDecisions(model.PeopleCount, model.Days);
        var checks = new List<Func<int[], bool>>();
        for (int i = random.Next(2); i < 2; i++)
        {
            int entry = random.Next(model.Cover.Length);
            int day = model.Cover[entry].Day;
            int what = random.Next(3) == 0 ? BranchingDecisions.Off : entry;
            if (random.Next(2) == 0 && decisions.Required(0, day) == BranchingDecisions.Open)
            {
                decisions.Require(0, day, what);
                checks.Add(days => days[day] == what);
            }
            else
            {
                decisions.Forbid(0, day, what);
                checks.Add(days => days[day] != what);
            }
        }

        return (new BranchingDecisions(decisions, model.PeopleCount, model.Days), days => checks.TrueForAll(check => check(days)));
    }

    private sealed class Tiny
    {
        private readonly RosterState state;

        public Tiny(int seed)
        {
            Model = new RosterModel(StretchRosters.Tiny(seed));
            Scalar = new ScalarCosts(Model, [1]);
            Pricing = new ColumnPricing(Model, Scalar);
            Schedules = new ScheduleCatalogue(Model, Pricing);
            state = new RosterState(Model);
        }

        public RosterModel Model { get; }

        public ScalarCosts Scalar { get; }

        public ColumnPricing Pricing { get; }

        public ScheduleCatalogue Schedules { get; }

        public double ValueOf(ScheduleColumn[] schedules)
        {
            state.Load([.. schedules.SelectMany(column => DaysOf(Model, column))]);
            Assert.Equal(0, state.Score[0]);
            return state.Score[1];
        }
    }
}
