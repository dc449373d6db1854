using System.Collections.Immutable;
using Readiness.Staffing;

namespace Readiness.Tests.Staffing;

/// <summary>The programme over stretches against the one over days, which knows nothing of it.</summary>
public sealed class StretchProgramTests
{
    private const int Wide = 3000;

    [Fact]
    public void Stretches_find_the_cheapest_schedule()
    {
        int found = 0;
        int capped = 0;
        for (int seed = 0; seed < 400; seed++)
        {
            Case one = Case.Create(seed, 7 + (seed % 15));
            int[] choices = new int[one.Problem.Days];
            bool exists = one.Stretches.Solve(0, one.Costs, ScheduleWindow.Whole(one.Rules), [], choices);
            Assert.Equal(one.Expected(one.Costs, out double cost), exists);
            if (exists)
            {
                Assert.True(one.Stretches.IsKept);
                Assert.Equal(cost, one.Stretches.Cost, 9);
                Assert.Equal(cost, one.CostOf(choices, one.Costs), 9);
                found++;
                capped += one.Rules.Cap.Any(c => c >= 0) ? 1 : 0;
            }
        }

        Assert.True(found > 150 && capped > 40, $"{found} schedules, {capped} under caps");
    }

    [Fact]
    public void A_window_gives_what_the_whole_gives_with_the_days_around_it_fixed()
    {
        int compared = 0;
        for (int seed = 1000; seed < 1300; seed++)
        {
            Case one = Case.Create(seed, 14 + (seed % 15));
            int[] choices = new int[one.Problem.Days];
            if (!one.Stretches.Solve(0, one.Costs, ScheduleWindow.Whole(one.Rules), [], choices))
            {
                continue;
            }

            var random = new Random(seed);
            int first = random.Next(one.Problem.Days);
            int last = Math.Min(one.Problem.Days - 1, first + random.Next(9));
            double[] costs = one.FixedOutside(choices, first, last, random);
            int[] kinds = [.. choices.Select(c => c - 1)];
            int[] outside = new int[one.Rules.KindCount];
            var window = ScheduleWindow.Around(one.Rules, kinds, first, last, outside);
            Assert.Equal(one.Expected(costs, out double cost), one.Stretches.Solve(0, costs, window, outside, choices));
            Assert.Equal(cost, one.CostOf(choices, costs), 9);
            compared++;
        }

        Assert.True(compared > 100, $"{compared} windows");
    }

    [Fact]
    public void Rules_that_reach_over_days_off_are_left_to_the_programme_over_days()
    {
        var random = new Random(3);
        ImmutableArray<RosterShift> shifts = StretchRosters.Shifts(random, 2);
        RosterProblem problem = StretchRosters.Tiny(1) with { Shifts = shifts };
        StretchRules? Compile(RosterRules rules) => StretchRules.TryCompile(problem, CompiledRules.Compile(problem, rules));

        Assert.NotNull(Compile(new RosterRules()));
        Assert.Null(Compile(new RosterRules { MaxMinutesPer7Days = 480 }));
        Assert.Null(Compile(new RosterRules { MinMinutesPer7Days = 480 }));
        problem = problem with { Tasks = [new RosterTask("work", ProtectiveMinutesPerHour: 15)] };
        Assert.NotNull(Compile(new RosterRules { MaxProtectiveMinutesPerShift = 60, MaxProtectiveMinutesPerWeek = 7 * 60 }));
        Assert.Null(Compile(new RosterRules { MaxProtectiveMinutesPerShift = 60, MaxProtectiveMinutesPerWeek = (7 * 60) - 1 }));
        Assert.Null(Compile(new RosterRules { MinRestMinutes = 3000 }));
        Assert.Null(Compile(new RosterRules { ClosedLoopDays = 3, IsolationDays = 2 }));
    }

    private sealed record Case(RosterProblem Problem, CompiledRules Compiled, StretchRules Rules, CappedStretches Stretches, double[] Costs)
    {
        private int Stride => 1 + Rules.KindCount;

        public static Case Create(int seed, int days)
        {
            var random = new Random(seed);
            ImmutableArray<RosterShift> shifts = StretchRosters.Shifts(random, random.Next(1, 4));
            RosterProblem problem = StretchRosters.Tiny(seed) with
            {
                Days = days,
                Shifts = shifts,
                Rules = [StretchRosters.Rules(random, days, shifts)],
                People = [new RosterPerson("p", 0, [0])],
                Cover = [],
                Requests = [],
            };
            var model = new RosterModel(problem);
            StretchRules rules = Assert.IsType<StretchRules>(model.StretchesOf(0));
            double[] costs = new double[days * (1 + rules.KindCount)];
            for (int i = 0; i < costs.Length; i++)
            {
                costs[i] = random.Next(9) == 0 ? double.PositiveInfinity : seed % 2 == 0 ? random.Next(-3, 2) : random.NextDouble() - 0.6;
            }

            return new Case(problem, model.RulesOf(0), rules, new CappedStretches(model), costs);
        }

        public bool Expected(double[] costs, out double cost)
        {
            var program = new ScheduleProgram();
            bool found = program.Solve(Compiled, Compiled.StartAfter(null), costs, [], 0, Wide, new int[Problem.Days]);
            Assert.True(program.IsExact);
            cost = found ? program.Cost : 0;
            return found;
        }

        public double CostOf(int[] choices, double[] costs) => choices.Select((choice, day) => costs[(day * Stride) + choice]).Sum();

        public double[] FixedOutside(int[] choices, int first, int last, Random random) =>
        [
            .. Costs.Select((_, i) =>
                i / Stride >= first && i / Stride <= last ? random.NextDouble() - 0.5 : i % Stride == choices[i / Stride] ? 1.0 : double.PositiveInfinity),
        ];
    }
}
