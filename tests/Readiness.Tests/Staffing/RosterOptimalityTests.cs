using System.Collections.Immutable;
using Readiness.Staffing;

namespace Readiness.Tests.Staffing;

public class RosterOptimalityTests
{
    private static readonly RosterOptions Quick = new() { TimeLimit = TimeSpan.FromSeconds(20), WorkLimit = 200, Threads = 1 };

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Tiny_problems_reach_the_enumerated_optimum_at_every_level(int seed) => CompareWithEnumeration(TinyRosters.Create(seed));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void So_do_those_with_a_published_roster_pins_and_leave(int seed) => CompareWithEnumeration(TinyRosters.Publish(TinyRosters.Create(400 + seed), seed));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void And_those_with_a_history(int seed) => CompareWithEnumeration(TinyRosters.Remember(TinyRosters.Create(800 + seed), seed));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void So_do_those_that_owe_minutes_of_seven_days(int seed)
    {
        RosterProblem problem = TinyRosters.Owe(TinyRosters.Create(1000 + seed), seed);
        CompareWithEnumeration(seed % 3 == 0 ? TinyRosters.Remember(problem, seed) : problem);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void So_do_those_that_are_to_be_fair(int seed)
    {
        RosterProblem problem = TinyRosters.Create(900 + seed);
        CompareWithEnumeration(TinyRosters.Share(seed % 3 == 0 ? TinyRosters.Publish(problem, seed) : problem, seed));
    }

    private static void CompareWithEnumeration(RosterProblem problem)
    {
        RosterEnumeration? enumeration = RosterEnumeration.TryRun(problem, 60_000);
        Assert.SkipWhen(enumeration is null, "too many combinations");
        Roster roster = new RosterPlanner().Plan(problem, Quick, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Empty(new RosterAuditor().Audit(problem, roster));
        if (enumeration.Best is not { } best)
        {
            Assert.Equal(Termination.Infeasible, roster.Proof.Termination);
            Assert.Empty(roster.Assignments);
            return;
        }

        Assert.Equal(best, roster.Proof.Levels.Select(l => l.Objective), new Near());
        Assert.Equal(Termination.Optimal, roster.Proof.Termination);
    }

    [Fact]
    public void The_linear_relaxation_never_exceeds_the_enumerated_optimum()
    {
        int compared = 0;
        for (int seed = 300; seed < 360; seed++)
        {
            foreach (RosterProblem problem in new[] { TinyRosters.Create(seed), TinyRosters.Publish(TinyRosters.Create(seed), seed), TinyRosters.Remember(TinyRosters.Create(seed), seed) })
            {
                if (RosterEnumeration.TryRun(problem, 10_000)?.Best is { } best)
                {
                    CompareRelaxations(problem, best);
                    compared++;
                }
            }
        }

        Assert.True(compared > 60, $"Only {compared} problems could be compared.");
    }

    private static void CompareRelaxations(RosterProblem problem, ImmutableArray<double> best)
    {
        var model = new RosterModel(problem);
        int[][] alone = [.. Enumerable.Range(0, model.PeopleCount).Select(p => new[] { p })];
        int[][] together = [.. Enumerable.Range(0, model.PeopleCount).GroupBy(p => model.OptionsOf[p]).Select(g => g.ToArray())];
        double[] prices = [.. Enumerable.Range(0, model.LevelCount).Select(level => level == 0 ? 3.0 : 1.0)];
        double optimum = best.Zip(prices, (v, p) => v * p).Sum();
        foreach (int[][] groups in new[] { alone, together })
        {
            using var whole = new CoverRelaxation(Built(model, groups, 0, model.Days - 1), model.LevelCount);
            double bound = whole.Minimum(prices, TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
            Assert.True(bound <= optimum + 1e-6, $"{bound} > {optimum}");
            double split = 0;
            for (int day = 0; day < model.Days; day += 7)
            {
                using var week = new CoverRelaxation(
                    Built(model, groups, day, Math.Min(model.Days - 1, day + 6)), model.LevelCount);
                split += week.Minimum(prices, TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
            }

            Assert.True(split <= bound + 1e-6, $"weeks {split} > whole {bound}");
        }

        for (long most = 1; most < 10_000; most *= 2)
        {
            if (PooledCover.Of(model, most, static () => false) is { } pooled)
            {
                int[][] groups = [.. Enumerable.Range(0, model.PeopleCount).GroupBy(p => pooled.OptionsOf[p]).Select(g => g.ToArray())];
                using var relaxed = new CoverRelaxation(Built(pooled, groups, 0, model.Days - 1), model.LevelCount);
                double bound = relaxed.Minimum(prices, TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
                Assert.True(bound <= optimum + 1e-6, $"pooled {bound} > {optimum}");
            }
        }
    }

    [Fact]
    public void Tasks_whose_heads_count_differently_from_day_to_day_are_not_pooled()
    {
        RosterProblem problem = new()
        {
            Days = 2,
            Shifts = [new RosterShift("day", 480, 480, [])],
            Tasks = [new RosterTask("a"), new RosterTask("b")],
            Rules = [new RosterRules()],
            People = [new RosterPerson("p", 0, [0, 1])],
            Levels = ["urgent", "routine"],
            Cover = [Heads(day: 0, task: 0, level: 0), Heads(day: 1, task: 0, level: 1), Heads(day: 0, task: 1, level: 1), Heads(day: 1, task: 1, level: 0)],
        };

        Assert.Null(PooledCover.Of(new RosterModel(problem), mostOptions: 2, static () => false));
        Assert.NotNull(PooledCover.Of(new RosterModel(problem with { Cover = [.. problem.Cover.Select(c => c with { Level = 0 })] }), mostOptions: 2, static () => false));

        static CoverRequirement Heads(int day, int task, int level) => new(day, 0, task, 1, level, 1, 0);
    }

    private static CoverRelaxationBuilder Built(RosterModel model, int[][] groups, int first, int last) => new(model, groups, first, last, static () => false);

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_dynamic_programme_finds_the_cheapest_legal_schedule(int seed)
    {
        RosterProblem problem = TinyRosters.Create(seed) with { LendingLimits = [], OvertimeLevel = -1, Requests = [], Teams = [] };
        problem = problem with { People = [problem.People[0] with { Rules = 0 }] };
        AssertCheapest(problem, seed);
        AssertCheapest(TinyRosters.Remember(problem, seed), seed);
        AssertCheapest(TinyRosters.Owe(problem, seed), seed);
        AssertCheapest(TinyRosters.Owe(TinyRosters.Remember(problem, seed), seed), seed);
    }

    /// <summary>Compares the dynamic programme at random prices with all legal schedules of a problem of one person.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="seed">Seed of the prices.</param>
    internal static void AssertCheapest(RosterProblem problem, int seed)
    {
        CompiledRules rules = CompiledRules.Compile(problem, problem.Rules[0]);
        ScheduleStart start = rules.StartAfter(PastWork.Of(problem, problem.People[0]), problem.People[0].UnavailableDays);
        var random = new Random(seed);
        var price = problem.Cover.ToDictionary(c => (c.Day, c.Shift, c.Task), _ => (double)random.Next(-9, 4));
        List<ImmutableArray<RosterAssignment>> legal = RosterEnumeration.Legal(problem, 0);
        int stride = rules.KindCount + 1;
        double[] costs = new double[problem.Days * stride];
        Array.Fill(costs, double.PositiveInfinity);
        for (int day = 0; day < problem.Days; day++)
        {
            costs[day * stride] = 0;
            foreach (CoverRequirement c in problem.Cover.Where(c => c.Day == day && problem.People[0].Tasks.Contains(c.Task)))
            {
                int kind = rules.KindOf(c);
                if (kind >= 0 && !problem.People[0].UnavailableDays.Contains(day))
                {
                    ref double cost = ref costs[(day * stride) + 1 + kind];
                    cost = Math.Min(cost, price[(day, c.Shift, c.Task)]);
                }
            }
        }

        var program = new ScheduleProgram();
        bool found = program.Solve(rules, start, costs, [], 0, 1000, new int[problem.Days]);
        Assert.True(program.IsExact);
        Assert.Equal(legal.Count > 0, found);
        if (found)
        {
            Assert.Equal(legal.Min(s => s.Sum(a => price[(a.Day, a.Shift, a.Task)])), program.Cost, 9);
        }
    }

    [Fact]
    public void Order_of_people_and_tasks_does_not_change_the_optimum()
    {
        for (int seed = 100; seed < 110; seed++)
        {
            RosterProblem problem = TinyRosters.Create(seed);
            int people = problem.People.Length;
            int tasks = problem.Tasks.Length;
            RosterProblem turned = problem with
            {
                People = [.. problem.People.Reverse().Select(p => p with { Tasks = [.. p.Tasks.Select(t => tasks - 1 - t).Order()] })],
                Requests = [.. problem.Requests.Select(r => r with { Person = people - 1 - r.Person })],
                Tasks = [.. problem.Tasks.Reverse()],
                Cover = [.. problem.Cover.Reverse().Select(c => c with { Task = tasks - 1 - c.Task })],
                Teams = [.. problem.Teams.Select(t => new JointTeam([.. t.Lines.Select(l => l with { Task = tasks - 1 - l.Task })]))],
            };
            Roster one = new RosterPlanner().Plan(problem, Quick, cancellationToken: TestContext.Current.CancellationToken);
            Roster other = new RosterPlanner().Plan(turned, Quick, cancellationToken: TestContext.Current.CancellationToken);
            Assert.Equal(one.Proof.Termination, other.Proof.Termination);
            Assert.Equal(one.Proof.Levels.Select(l => l.Objective), other.Proof.Levels.Select(l => l.Objective), new Near());
        }
    }

    [Fact]
    public void One_person_more_never_hurts_at_proven_optimality()
    {
        for (int seed = 200; seed < 210; seed++)
        {
            RosterProblem problem = TinyRosters.Create(seed);
            RosterProblem more = problem with
            {
                Rules = [.. problem.Rules, new RosterRules { Name = "free" }],
                People = [.. problem.People, new RosterPerson("one more", problem.Rules.Length, [.. Enumerable.Range(0, problem.Tasks.Length)])],
            };
            Roster without = new RosterPlanner().Plan(problem, Quick, cancellationToken: TestContext.Current.CancellationToken);
            Roster with = new RosterPlanner().Plan(more, Quick, cancellationToken: TestContext.Current.CancellationToken);
            if (without.Proof.Termination == Termination.Optimal)
            {
                Assert.Equal(Termination.Optimal, with.Proof.Termination);
                Assert.True(Compare(with, without) <= 0);
            }
        }
    }

    private static int Compare(Roster one, Roster other)
    {
        for (int i = 0; i < one.Proof.Levels.Length; i++)
        {
            double difference = one.Proof.Levels[i].Objective - other.Proof.Levels[i].Objective;
            if (Math.Abs(difference) > 1e-6)
            {
                return Math.Sign(difference);
            }
        }

        return 0;
    }

    private sealed class Near : IEqualityComparer<double>
    {
        public bool Equals(double x, double y) => Math.Abs(x - y) <= 1e-6;

        public int GetHashCode(double obj) => 0;
    }
}
