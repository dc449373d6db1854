using Readiness.Staffing;

namespace Readiness.Tests.Staffing;

/// <summary>What long horizons need: prices of caps, rosters from prices, and parts of rosters.</summary>
public sealed class LongHorizonTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Rationed_schedules_keep_caps_and_their_bounds_hold_and_grow()
    {
        int compared = 0;
        double first = 0;
        double last = 0;
        for (int seed = 0; seed < 400; seed++)
        {
            RosterProblem problem = StretchRosters.Tiny(seed) with { Days = 14, People = [new RosterPerson("p", 0, [0])], Cover = [], Requests = [] };
            var model = new RosterModel(problem);
            StretchRules rules = model.StretchesOf(0)!;
            var random = new Random(seed);
            double[] costs = [.. Enumerable.Range(0, 14 * (1 + rules.KindCount)).Select(_ => random.NextDouble() - 0.6)];
            var exact = new CappedStretches(model);
            var rationing = new RationedStretches(model, new StretchProgram());
            int[] choices = new int[14];
            ScheduleWindow whole = ScheduleWindow.Whole(rules);
            if (!exact.Solve(0, costs, whole, [], choices))
            {
                continue;
            }

            for (int round = 0; round < 30; round++)
            {
                Assert.True(rationing.Solve(0, costs, whole, [], choices));
                Assert.True(rationing.Bound <= exact.Cost + 1e-9, $"seed {seed}: {rationing.Bound} > {exact.Cost}");
                first += round == 0 ? exact.Cost - rationing.Bound : 0;
                last += round == 29 ? exact.Cost - rationing.Bound : 0;
                if (rationing.IsKept)
                {
                    Assert.Equal(0UL, rules.BrokenCaps(whole, [], choices, new int[rules.KindCount]));
                    Assert.True(choices.Select((c, day) => costs[(day * (1 + rules.KindCount)) + c]).Sum() >= exact.Cost - 1e-9);
                    compared++;
                }
            }
        }

        Assert.True(compared > 3000, $"{compared} compared");
        Assert.True(last < first / 2, $"prices close {first} to {last} only");
    }

    [Fact]
    public void A_part_keeps_every_rule_and_gains_what_it_says()
    {
        int improved = 0;
        for (int seed = 0; seed < 12; seed++)
        {
            using var ward = new Ward(seed);
            int[]? found = new ColumnNeighbourhood(ward.Model, ward.Scalar, ward.Pricing, new Random(seed)).Improve(ward.EntryOf, 1, ward.Limits);
            if (found is not null)
            {
                var state = new RosterState(ward.Model);
                state.Load(found);
                ward.AssertLegal(found);
                Assert.True(state.Score[1] <= ward.Value - 1 + 1e-6, $"seed {seed}: {ward.Value} -> {state.Score[1]}");
                improved++;
            }

            Assert.True(ward.Pricing.Scope.IsWholeHorizon);
        }

        Assert.True(improved > 6, $"{improved} improved");
    }

    [Fact]
    public void Parts_do_not_grow_beyond_the_whole_however_often_nothing_can_be_gained()
    {
        using var ward = new Ward(1);
        var parts = new ColumnNeighbourhood(ward.Model, ward.Scalar, ward.Pricing, new Random(1));
        for (int round = 0; round < 300; round++)
        {
            Assert.Null(parts.Improve(ward.EntryOf, 1e9, ward.Limits));
        }
    }

    [Fact]
    public void The_bound_of_a_part_is_a_bound_of_what_is_open()
    {
        for (int seed = 0; seed < 8; seed++)
        {
            using var ward = new Ward(seed);
            RosterModel model = ward.Model;
            ColumnScope scope = ColumnScope.Of(model, ward.EntryOf, [1, 3], 7, 20);
            ward.Pricing.Scope = scope;
            using var master = new ColumnMaster(model, ward.Scalar, scope);
            master.Add([.. scope.People.Select(p => ward.Pricing.ColumnOf(p, ward.EntryOf.AsSpan(p * model.Days, model.Days)))]);
            var generation = new ColumnGeneration(model, master, ward.Pricing);
            Assert.True(generation.Run(null, 1000, ward.Limits, (_, _) => false));
            Assert.True(generation.Bound <= master.Objective + 1e-6);
            var volume = new VolumeAlgorithm(model, ward.Scalar, ward.Pricing);
            volume.Start(ward.EntryOf, new Random(seed), () => false);
            volume.Run(() => master.Objective, () => volume.Iterations == 200, () => false);
            Assert.InRange(volume.Bound, (0.9 * master.Objective) - 1e-6, master.Objective + 1e-6);
        }
    }

    [Fact]
    public void A_dive_on_prices_gives_everybody_a_schedule_within_the_rules()
    {
        for (int seed = 0; seed < 6; seed++)
        {
            using var ward = new Ward(seed);
            var volume = new VolumeAlgorithm(ward.Model, ward.Scalar, ward.Pricing);
            volume.Start(ward.EntryOf, new Random(seed), () => false);
            volume.Run(() => ward.Value, () => volume.Iterations == 100, () => false);
            ScheduleColumn[]? schedules = new PriceDive(ward.Model, ward.Scalar, ward.Pricing, new Random(seed)).Run(volume, ward.Limits);

            Assert.NotNull(schedules);
            int[] found = new int[ward.EntryOf.Length];
            Array.Fill(found, -1);
            foreach ((int person, int e) in schedules.SelectMany(s => s.Entries.Select(e => (s.Person, e))))
            {
                found[(person * ward.Model.Days) + ward.Model.Cover[e].Day] = e;
            }

            ward.AssertLegal(found);
        }
    }

    [Fact]
    public void A_year_with_many_caps_is_planned_and_bounded()
    {
        // It takes some seconds, or many where the machine is busy.
        RosterProblem problem = Year();
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(Token);
        Roster roster = new RosterPlanner().Plan(
            problem, new RosterOptions { TimeLimit = TimeSpan.FromSeconds(60) }, new StopWhenBounded(bounded), bounded.Token);

        Assert.Empty(new RosterAuditor().Audit(problem, roster));
        LevelProof proof = Assert.Single(roster.Proof.Levels);
        Assert.InRange(proof.Bound, 1, proof.Objective);
    }

    private static RosterProblem Year() => StretchRosters.Ward(1, 10, 364) with
    {
        Rules = [new RosterRules { MaxConsecutiveDays = 5, MinConsecutiveDays = 2, MinConsecutiveDaysOff = 2, MinTotalMinutes = 100_000, MaxTotalMinutes = 112_320, MaxShifts = [90, 90, 70] }],
        Cover =
        [
            .. from day in Enumerable.Range(0, 364)
               from shift in Enumerable.Range(0, 3)
               select new CoverRequirement(day, shift, 0, 2 + ((day + shift) % 2), 0, 100, 1),
        ],
    };

    private sealed class StopWhenBounded(CancellationTokenSource source) : IProgress<SolveProgress>
    {
        public void Report(SolveProgress value)
        {
            if (value.Bound >= 1)
            {
                source.Cancel();
            }
        }
    }

    /// <summary>Five weeks of ten people, and a first roster of them.</summary>
    private sealed class Ward : IDisposable
    {
        private readonly RosterRun run;

        public Ward(int seed)
        {
            Model = new RosterModel(StretchRosters.Ward(seed, 10, 35));
            run = new RosterRun(Model, new RosterOptions(), null, Token);
            var search = new RuinAndRecreate(Model, seed);
            Assert.True(search.Construct(run, []));
            EntryOf = [.. search.BestEntryOf];
            Value = search.BestLevels[0];
            Scalar = new ScalarCosts(Model, [1]);
            Pricing = new ColumnPricing(Model, Scalar);
            Limits = new ColumnLimits(run, TimeSpan.FromMinutes(1), Token);
        }

        public RosterModel Model { get; }

        public ScalarCosts Scalar { get; }

        public ColumnPricing Pricing { get; }

        public ColumnLimits Limits { get; }

        public int[] EntryOf { get; }

        public double Value { get; }

        public void AssertLegal(int[] entryOf)
        {
            var assignments = entryOf.Select((e, i) => (Entry: e, Person: i / Model.Days)).Where(a => a.Entry >= 0)
                .Select(a => new RosterAssignment(a.Person, Model.Cover[a.Entry].Day, Model.Cover[a.Entry].Shift, Model.Cover[a.Entry].Task));

            // The roster makes no claim about its levels, which is all that may be found.
            Assert.Equal(
                ["levels"],
                new RosterAuditor().Audit(Model.Problem, new Roster([.. assignments], new PlanProof(Termination.Finished, []))).Select(v => v.Rule));
        }

        public void Dispose() => run.Dispose();
    }
}
