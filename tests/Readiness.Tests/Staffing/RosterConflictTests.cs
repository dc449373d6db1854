using System.Collections.Immutable;
using Readiness.Staffing;

namespace Readiness.Tests.Staffing;

/// <summary>Problems without a roster: who and which rules are named.</summary>
public class RosterConflictTests
{
    private static readonly RosterProblem Problem = new()
    {
        Days = 7,
        Shifts = [new RosterShift("day", 480, 480), new RosterShift("night", 1200, 720, [0])],
        Tasks = [new RosterTask("ward", 1), new RosterTask("lab", 2)],
        Rules = [new RosterRules()],
        People = [new RosterPerson("p", 0, [0], 1), new RosterPerson("q", 0, [0, 1], 1)],
        Levels = ["cover"],
        Cover = [.. from d in Enumerable.Range(0, 7) from s in Enumerable.Range(0, 2) from t in Enumerable.Range(0, 2) select new CoverRequirement(d, s, t, 1, OverWeight: 0)],
    };

    public static TheoryData<string, RosterProblem> Alone => new()
    {
        { "minTotalMinutes maxTotalMinutes", WithRules(new RosterRules { MinTotalMinutes = 600, MaxTotalMinutes = 700 }) },
        { "maxShifts minTotalMinutes", WithRules(new RosterRules { MinTotalMinutes = 1000, MaxShifts = [2, 0], MinRestMinutes = 660 }) },
        { "minTotalMinutes maxMinutesPer7Days", WithRules(new RosterRules { MinTotalMinutes = 2000, MaxMinutesPer7Days = 1900, MaxWeekends = 1 }) },
        { "minMinutesPerWeek maxTotalMinutes", WithRules(new RosterRules { MinMinutesPerWeek = 600, MaxTotalMinutes = 500 }) },
        { "minMinutesPer7Days maxTotalMinutes", WithRules(new RosterRules { MinMinutesPer7Days = 600, MaxTotalMinutes = 500 }) },
        { "minMinutesPer7Days", WithRules(new RosterRules { MinMinutesPer7Days = 66_000 }) },
        { "minMinutesPerWeek", WithRules(new RosterRules { MinMinutesPerWeek = 66_000 }) },
        { "minTotalMinutes maxMinutesPerWeek", WithRules(new RosterRules { MinTotalMinutes = 600, MaxMinutesPerWeek = 500 }) },
        { "minTotalMinutes maxProtectiveMinutesPerWeek eligibility", Clothed(new RosterRules { MinTotalMinutes = 600, MaxProtectiveMinutesPerWeek = 500 }) },
        { "pinnedAssignment@3 maxProtectiveMinutesPerShift", Clothed(new RosterRules { MaxProtectiveMinutesPerShift = 500 }) with { Pins = [new(0, 1, 0, 0), new(0, 3, 1, 0)] } },
        { "pinnedAssignment@1 pinnedAssignment@5 maxProtectiveMinutesPerWeek", Clothed(new RosterRules { MaxProtectiveMinutesPerWeek = 500 }, 0, 1) with { Pins = [new(0, 1, 0, 0), new(0, 3, 0, 1), new(0, 5, 0, 0)] } },
        { "maxConsecutiveDaysOff maxTotalMinutes", WithRules(new RosterRules { MaxConsecutiveDaysOff = 2, MaxTotalMinutes = 500 }) },
        { "pinnedAssignment@2 pinnedAssignment@3 minimumRest", WithRules(new RosterRules { MinRestMinutes = 800 }) with { Pins = [new(0, 2, 1, 0), new(0, 3, 1, 0), new(0, 6, 1, 0)] } },
        { "pinnedAssignment@2 pinnedAssignment@3 forbiddenSuccessor", Problem with { Pins = [new(0, 0, 0, 0), new(0, 2, 1, 0), new(0, 3, 0, 0)] } },
        { "pinnedAssignment@1 pinnedAssignment@3 unavailableDay@2 minConsecutiveDaysOff", WithRules(new RosterRules { MinConsecutiveDaysOff = 2 }) with { Pins = [new(0, 1, 0, 0), new(0, 3, 1, 0)], People = Away(2) } },
        { "pinnedAssignment@3 unavailableDay@2 unavailableDay@4 minConsecutiveDays", WithRules(new RosterRules { MinConsecutiveDays = 2 }) with { Pins = [new(0, 3, 1, 0)], People = Away(0, 2, 4) } },
        { "pinnedAssignment@3 unavailableDay@3", Problem with { Pins = [new(0, 3, 1, 0)], People = Away(3) } },
        { "pinnedAssignment@3 eligibility", Problem with { Pins = [new(0, 1, 1, 0), new(0, 3, 1, 1)] } },
        { "pinnedAssignment@1 pinnedAssignment@4 closedLoopDays", WithRules(new RosterRules { ClosedLoopDays = 3, IsolationDays = 3 }) with { Pins = [new(0, 1, 0, 0), new(0, 4, 0, 0)] } },
        { "pinnedAssignment@5 maxWeekends", WithRules(new RosterRules { MaxWeekends = 0 }) with { Pins = [new(0, 4, 0, 0), new(0, 5, 0, 0)] } },
        { "pinnedAssignment@3 maxShifts", WithRules(new RosterRules { MaxShifts = [7, 0] }) with { Pins = [new(0, 3, 1, 0)] } },
    };

    [Theory]
    [MemberData(nameof(Alone))]
    public void Who_has_no_schedule_is_named_with_rules_that_contradict_each_other(string rules, RosterProblem problem)
    {
        Roster roster = Plan(problem);
        Assert.Equal(Termination.Infeasible, roster.Proof.Termination);
        RosterConflict conflict = Assert.Single(roster.Conflicts);
        Assert.Equal([0], conflict.People);
        Assert.Equal(rules.Split(' ').Order(), Names(conflict));
    }

    [Fact]
    public void Everybody_without_a_schedule_is_named_at_once()
    {
        RosterProblem problem = Problem with
        {
            Rules = [new RosterRules { MinTotalMinutes = 7000 }, new RosterRules()],
            People = [Problem.People[0], Problem.People[1] with { Rules = 1 }, Problem.People[1] with { Name = "r" }],
        };
        Roster roster = Plan(problem);
        Assert.Equal([0, 2], roster.Conflicts.Select(c => Assert.Single(c.People)));
    }

    [Fact]
    public void Pins_beyond_the_heads_or_the_lending_limit_are_named_with_their_people()
    {
        ImmutableArray<RosterAssignment> pins = [new(0, 1, 0, 0), new(1, 1, 0, 0)];
        RosterProblem crowded = Problem with { Pins = pins, Cover = [.. Problem.Cover.Select(c => c with { OverWeight = double.PositiveInfinity })] };
        RosterConflict conflict = Assert.Single(Plan(crowded).Conflicts);
        Assert.Equal([0, 1], conflict.People);
        Assert.Equal(["pinnedAssignment@1", "surplus@1"], Names(conflict));
        Assert.Empty(Plan(Problem with { Pins = pins }).Conflicts);

        RosterProblem lent = Problem with { Pins = [new(1, 1, 0, 1), new(1, 3, 0, 1)], LendingLimits = [new LendingLimit(1, 900)] };
        conflict = Assert.Single(Plan(lent).Conflicts);
        Assert.Equal([1], conflict.People);
        Assert.Equal(["lendingLimit@0", "pinnedAssignment@1", "pinnedAssignment@3"], Names(conflict));
        Assert.Empty(Plan(lent with { LendingLimits = [new LendingLimit(1, 960)] }).Conflicts);
    }

    [Fact]
    public void Where_everybody_has_a_schedule_but_not_all_together_the_fewest_people_and_rules_are_named()
    {
        RosterRules full = new() { MinTotalMinutes = 3360, MinRestMinutes = 600 };
        RosterProblem problem = Problem with
        {
            Rules = [full, new RosterRules()],
            People = [new RosterPerson("p", 0, [0]), new RosterPerson("q", 1, [0]), new RosterPerson("r", 0, [0])],
            Shifts = [new RosterShift("day", 480, 480)],
            Cover = [.. Enumerable.Range(0, 7).Select(d => new CoverRequirement(d, 0, 0, 1))],
        };
        Roster roster = Plan(problem);
        Assert.Equal(Termination.Infeasible, roster.Proof.Termination);
        RosterConflict conflict = Assert.Single(roster.Conflicts);
        Assert.Equal([0, 2], conflict.People);
        Assert.Equal(["minTotalMinutes", "surplus"], Names(conflict));
        Assert.Empty(Plan(problem with { Cover = [.. problem.Cover.Select(c => c with { Heads = 2 })] }).Conflicts);
    }

    [Fact]
    public void No_enumerated_roster_keeps_the_rules_of_who_is_named()
    {
        int named = 0;
        for (int seed = 500; seed < 700; seed++)
        {
            RosterProblem problem = TinyRosters.Publish(TinyRosters.Create(seed), seed);
            problem = seed % 2 == 0 ? problem : TinyRosters.Remember(problem, seed);
            Roster roster = Plan(problem);
            Assert.Equal(roster.Proof.Termination == Termination.Infeasible, !roster.Conflicts.IsEmpty);
            foreach (RosterConflict conflict in roster.Conflicts.Where(c => c.People.Length == 1))
            {
                RosterProblem others = problem with { Pins = [.. problem.Pins.Where(pin => pin.Person == conflict.People[0])] };
                Assert.Null(RosterEnumeration.TryRun(others, 60_000)?.Best);
                named++;
            }
        }

        Assert.True(named > 5, $"{named} conflicts");
    }

    private static RosterProblem WithRules(RosterRules rules) => Problem with { Rules = [rules, new RosterRules()], People = [Problem.People[0], Problem.People[1] with { Rules = 1 }] };

    private static RosterProblem Clothed(RosterRules rules, params int[] tasks)
    {
        RosterProblem problem = WithRules(rules);
        return problem with
        {
            Tasks = [problem.Tasks[0] with { ProtectiveMinutesPerHour = 60 }, problem.Tasks[1]],
            People = problem.People.SetItem(0, problem.People[0] with { Tasks = tasks.Length > 0 ? [.. tasks] : [0] }),
        };
    }

    private static ImmutableArray<RosterPerson> Away(params int[] days) => [Problem.People[0] with { UnavailableDays = [.. days] }, Problem.People[1] with { Rules = 0 }];

    private static IEnumerable<string> Names(RosterConflict conflict) => conflict.Rules.Select(r => r.Day is { } day ? $"{r.Rule}@{day}" : r.Rule).Order();

    private static Roster Plan(RosterProblem problem) => new RosterPlanner().Plan(
        problem, new RosterOptions { WorkLimit = 100, Threads = 1, TimeLimit = TimeSpan.FromSeconds(20) }, cancellationToken: TestContext.Current.CancellationToken);
}
