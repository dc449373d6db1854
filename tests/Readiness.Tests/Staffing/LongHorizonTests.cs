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
    public void A_part_changes_nothing_else_keeps_every_rule_and_gains_what_it_says()
    {
        int improved = 0;
        for (int seed = 0; seed < 12; seed++)
        {
            RosterProblem problem = Long(seed);
            var model = new RosterModel(problem);
            using var run = new RosterRun(model, new RosterOptions(), null, Token);
            var search = new RuinAndRecreate(model, seed);
            Assert.True(search.Construct(run, []));
            var scalar = new ScalarCosts(model, [1]);
            var pricing = new ColumnPricing(model, scalar);
            var parts = new ColumnNeighbourhood(model, scalar, pricing, new Random(seed));
            var state = new RosterState(model);
            int[] before = [.. search.BestEntryOf];
            double value = search.BestLevels[0];
            if (parts.Improve(before, 1, new ColumnLimits(run, TimeSpan.FromMinutes(1), Token)) is { } found)
            {
                state.Load(found);
                Assert.Equal(0, state.Score[0]);
                Assert.True(state.Score[1] <= value - 1 + 1e-6, $"seed {seed}: {value} -> {state.Score[1]}");
                run.Improved("part", found, state.Score.AsSpan(1));
                improved++;
            }

            Assert.True(pricing.Scope.IsWholeHorizon);
        }

        Assert.True(improved > 6, $"{improved} improved");
    }

    [Fact]
    public void The_bound_of_a_part_is_a_bound_of_what_is_open()
    {
        for (int seed = 0; seed < 8; seed++)
        {
            RosterProblem problem = Long(seed);
            var model = new RosterModel(problem);
            using var run = new RosterRun(model, new RosterOptions(), null, Token);
            var search = new RuinAndRecreate(model, seed);
            Assert.True(search.Construct(run, []));
            int[] roster = [.. search.BestEntryOf];
            var scalar = new ScalarCosts(model, [1]);
            ColumnScope scope = ColumnScope.Of(model, roster, [1, 3], 7, 20);
            var pricing = new ColumnPricing(model, scalar) { Scope = scope };
            using var master = new ColumnMaster(model, scalar, scope);
            master.Add([.. scope.People.Select(p => pricing.ColumnOf(p, roster.AsSpan(p * model.Days, model.Days)))]);
            var limits = new ColumnLimits(run, TimeSpan.FromMinutes(1), Token);
            Assert.True(master.Solve(limits.Remaining, Token));
            var generation = new ColumnGeneration(model, master, pricing);
            Assert.True(generation.Run(null, 1000, limits, (_, _) => false));

            Assert.True(generation.Bound <= master.Objective + 1e-6);
            var volume = new VolumeAlgorithm(model, scalar, pricing);
            volume.Start(roster, new Random(seed), () => false);
            volume.Run(() => master.Objective, () => volume.Iterations == 200, () => false);
            Assert.True(volume.Bound <= master.Objective + 1e-6, $"seed {seed}: {volume.Bound} > {master.Objective}");
            Assert.True(volume.Bound >= master.Objective - (0.5 * Math.Abs(master.Objective)) - 50, $"seed {seed}: {volume.Bound} for {master.Objective}");
        }
    }

    [Fact]
    public void A_dive_on_prices_gives_everybody_a_schedule_within_the_rules()
    {
        for (int seed = 0; seed < 6; seed++)
        {
            RosterProblem problem = Long(seed);
            var model = new RosterModel(problem);
            using var run = new RosterRun(model, new RosterOptions(), null, Token);
            var search = new RuinAndRecreate(model, seed);
            Assert.True(search.Construct(run, []));
            var scalar = new ScalarCosts(model, [1]);
            var pricing = new ColumnPricing(model, scalar);
            var volume = new VolumeAlgorithm(model, scalar, pricing);
            volume.Start(search.BestEntryOf, new Random(seed), () => false);
            volume.Run(() => search.BestLevels[0], () => volume.Iterations == 100, () => false);
            ScheduleColumn[]? schedules = new PriceDive(model, scalar, pricing, new Random(seed)).Run(volume, new ColumnLimits(run, TimeSpan.FromMinutes(1), Token));

            Assert.NotNull(schedules);
            var assignments = schedules.SelectMany(
                s => s.Entries.Select(e => new RosterAssignment(s.Person, model.Cover[e].Day, model.Cover[e].Shift, model.Cover[e].Task)));
            Assert.DoesNotContain(
                new RosterAuditor().Audit(problem, new Roster([.. assignments], new PlanProof(Termination.Finished, []))), v => v.Rule != "levels");
        }
    }

    [Fact]
    public void A_year_with_many_caps_is_planned_within_a_short_limit_and_bounded()
    {
        RosterProblem problem = Year();
        Roster roster = new RosterPlanner().Plan(problem, new RosterOptions { TimeLimit = TimeSpan.FromSeconds(10) }, cancellationToken: Token);

        Assert.Empty(new RosterAuditor().Audit(problem, roster));
        LevelProof proof = Assert.Single(roster.Proof.Levels);
        Assert.InRange(proof.Bound, 1, proof.Objective);
    }

    private static RosterProblem Year() => Long(1) with
    {
        Days = 364,
        Rules = [new RosterRules { MaxConsecutiveDays = 5, MinConsecutiveDays = 2, MinConsecutiveDaysOff = 2, MinTotalMinutes = 100_000, MaxTotalMinutes = 112_320, MaxShifts = [90, 90, 70] }],
        Cover =
        [
            .. from day in Enumerable.Range(0, 364)
               from shift in Enumerable.Range(0, 3)
               select new CoverRequirement(day, shift, 0, 2 + ((day + shift) % 2), 0, 100, 1),
        ],
    };

    private static RosterProblem Long(int seed)
    {
        var random = new Random(seed);
        const int days = 35;
        return new RosterProblem
        {
            Days = days,
            Shifts = [new RosterShift("early", 0, 480), new RosterShift("late", 0, 480, [0]), new RosterShift("night", 0, 600, [0, 1])],
            Tasks = [new RosterTask("work")],
            Rules =
            [
                new RosterRules
                {
                    MaxConsecutiveDays = 5, MinConsecutiveDays = 2, MinConsecutiveDaysOff = 2, MaxWeekends = 3, MinTotalMinutes = 9600, MaxTotalMinutes = 11_520,
                    MaxShifts = [28, 12, 6],
                },
            ],
            People = [.. Enumerable.Range(0, 10).Select(p => new RosterPerson($"p{p}", 0, [0], UnavailableDays: [random.Next(days)]))],
            Levels = ["cost"],
            Cover =
            [
                .. from day in Enumerable.Range(0, days)
                   from shift in Enumerable.Range(0, 3)
                   select new CoverRequirement(day, shift, 0, random.Next(1, 3), 0, 100, 1),
            ],
            Requests = [.. Enumerable.Range(0, 60).Select(_ => new ShiftRequest(random.Next(10), random.Next(days), random.Next(3), random.Next(2) == 0, 2, 0))],
        };
    }
}
