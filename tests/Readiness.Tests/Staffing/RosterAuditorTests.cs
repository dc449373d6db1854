using System.Collections.Immutable;
using Readiness.Staffing;

namespace Readiness.Tests.Staffing;

public class RosterAuditorTests
{
    private static readonly RosterShift Day = new("day", 480, 480);
    private static readonly RosterShift Night = new("night", 1320, 480, [0]);

    public static TheoryData<string, RosterRules, int[]> PersonalRules => new()
    {
        { "minimumRest", new RosterRules { MinRestMinutes = 660 }, [1, 0] },
        { "forbiddenSuccessor", new RosterRules(), [1, 0] },
        { "maxConsecutiveDays", new RosterRules { MaxConsecutiveDays = 2 }, [0, 0, 0] },
        { "minConsecutiveDays", new RosterRules { MinConsecutiveDays = 2 }, [-1, 0, -1] },
        { "minConsecutiveDaysOff", new RosterRules { MinConsecutiveDaysOff = 2 }, [0, -1, 0] },
        { "maxConsecutiveDaysOff", new RosterRules { MaxConsecutiveDaysOff = 12 }, [0] },
        { "closedLoopDays", new RosterRules { ClosedLoopDays = 3, IsolationDays = 3 }, [-1, 0, -1, -1, 0] },
        { "maxWeekends", new RosterRules { MaxWeekends = 0 }, [-1, -1, -1, -1, -1, -1, 0] },
        { "minMinutesPer7Days", new RosterRules { MinMinutesPer7Days = 480 }, [0, -1, -1, -1, -1, -1, -1, -1, 0] },
        { "maxMinutesPer7Days", new RosterRules { MaxMinutesPer7Days = 960 }, [-1, 0, -1, 0, -1, -1, -1, 0] },
        { "maxMinutesPerWeek", new RosterRules { MaxMinutesPerWeek = 480 }, [-1, -1, -1, -1, -1, 0, 0, 0] },
        { "minMinutesPerWeek", new RosterRules { MinMinutesPerWeek = 480 }, [-1, -1, -1, -1, -1, -1, -1, 0] },
        { "maxProtectiveMinutesPerShift", new RosterRules { MaxProtectiveMinutesPerShift = 239 }, [0] },
        { "maxProtectiveMinutesPerWeek", new RosterRules { MaxProtectiveMinutesPerWeek = 240 }, [-1, -1, -1, -1, -1, 0, 0, 0] },
        { "minTotalMinutes", new RosterRules { MinTotalMinutes = 960 }, [0] },
        { "maxTotalMinutes", new RosterRules { MaxTotalMinutes = 480 }, [0, 0] },
        { "maxShifts", new RosterRules { MaxShifts = [1, 9] }, [0, 0] },
    };

    [Theory]
    [MemberData(nameof(PersonalRules))]
    public void Names_the_personal_rule_that_is_broken_and_the_planner_keeps_it(string rule, RosterRules rules, int[] shifts)
    {
        RosterProblem problem = Problem(rules);
        ImmutableArray<RosterAssignment> work =
            [.. shifts.Select((shift, day) => new RosterAssignment(0, day, shift, 0)).Where(a => a.Shift >= 0)];
        Assert.Contains(rule, Rules(problem, work));
        Assert.DoesNotContain(rule, Rules(problem with { Rules = [new RosterRules()], Shifts = [Day, Night with { ForbiddenSuccessors = [] }] }, work));
        Roster planned = new RosterPlanner().Plan(
            problem, new RosterOptions { WorkLimit = 50, Threads = 1 }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.NotEmpty(planned.Assignments);
        Assert.Empty(new RosterAuditor().Audit(problem, planned));
    }

    [Fact]
    public void Names_the_other_rules_that_are_broken()
    {
        RosterProblem problem = Problem(new RosterRules()) with
        {
            People = [new RosterPerson("p", 0, [0, 2], 1, [3]), new RosterPerson("q", 0, [0], 1)],
            LendingLimits = [new LendingLimit(1, 500)],
        };
        Assert.Equal(["unavailableDay"], Rules(problem, [new(0, 3, 0, 0)]));
        Assert.Equal(["eligibility"], Rules(problem, [new(0, 0, 0, 1)]));
        Assert.Equal(["noCover"], Rules(problem, [new(0, 0, 0, 2)]));
        Assert.Contains("oneAssignmentPerDay", Rules(problem, [new(0, 0, 0, 0), new(0, 0, 1, 0)]));
        Assert.Equal(["surplus"], Rules(problem, [new(0, 0, 0, 0), new(1, 0, 0, 0)]));
        Assert.Equal(["unknownReference"], Rules(problem, [new(9, 0, 0, 0)]));
        RosterProblem away = problem with { Tasks = [new RosterTask("a", 2), new RosterTask("b"), new RosterTask("c")] };
        Assert.Equal(["lendingLimit"], Rules(away, [new(0, 0, 0, 0), new(0, 1, 0, 0)]));
        Assert.Empty(Rules(away, [new(0, 6, 0, 0), new(0, 7, 0, 0)]));
    }

    [Fact]
    public void Does_not_believe_a_wrong_proof()
    {
        RosterProblem problem = Problem(new RosterRules());
        double value = Levels(problem, [])[0];
        Assert.Equal(["objective"], Rules(problem, new Roster([], new PlanProof(Termination.Finished, [new("cover", value - 1, 0)]))));
        Assert.Equal(["bound"], Rules(problem, new Roster([], new PlanProof(Termination.Finished, [new("cover", value, value + 1)]))));
        Assert.Equal(["levels"], Rules(problem, new Roster([], new PlanProof(Termination.Finished, [new("cover", value, 0), new("x", 0, 0)]))));
    }

    [Fact]
    public void Counts_only_complete_teams_and_overtime_in_hours_per_week()
    {
        RosterProblem problem = Problem(new RosterRules { NormalMinutesPerWeek = 600 }) with
        {
            Levels = ["cover", "overtime"],
            OvertimeLevel = 1,
            Cover = [new(0, 0, 0, 2), new(0, 0, 1, 4)],
            Teams = [new JointTeam([new(0, 1), new(1, 2)])],
            People = [.. Enumerable.Range(0, 5).Select(p => new RosterPerson($"p{p}", 0, [0, 1]))],
        };
        ImmutableArray<RosterAssignment> oneTeamAndAHalf = [new(0, 0, 0, 0), new(1, 0, 0, 0), new(2, 0, 0, 1), new(3, 0, 0, 1), new(4, 0, 0, 1)];
        Assert.Equal([3.0, 0.0], Levels(problem, oneTeamAndAHalf));
        ImmutableArray<RosterAssignment> longWeek = [new(0, 0, 0, 0), new(0, 6, 0, 0), new(0, 7, 0, 0)];
        Assert.Equal(6.0, Levels(problem, longWeek)[1]);
    }

    private static ImmutableArray<double> Levels(RosterProblem problem, ImmutableArray<RosterAssignment> assignments) =>
        new RosterAuditor().Evaluate(problem, new Roster(assignments, new PlanProof(Termination.Finished, []))).Levels;

    private static RosterProblem Problem(RosterRules rules) => new()
    {
        Days = 14,
        Shifts = [Day, Night],
        Tasks = [new RosterTask("a", ProtectiveMinutesPerHour: 30), new RosterTask("b"), new RosterTask("c")],
        Rules = [rules],
        People = [new RosterPerson("p", 0, [0, 1])],
        Levels = ["cover"],
        Cover = [.. from day in Enumerable.Range(0, 14) from shift in Enumerable.Range(0, 2) from task in Enumerable.Range(0, 2) select new CoverRequirement(day, shift, task, 1)],
    };

    private static string[] Rules(RosterProblem problem, ImmutableArray<RosterAssignment> work)
    {
        IEnumerable<RosterAssignment> known = work.Where(a => a.Person < problem.People.Length);
        var levels = RosterEvaluation.Of(problem, known).Levels.Select(v => new LevelProof("", v, 0));
        return Rules(problem, new Roster(work, new PlanProof(Termination.Finished, [.. levels])));
    }

    private static string[] Rules(RosterProblem problem, Roster roster) =>
        [.. new RosterAuditor().Audit(problem, roster).Select(v => v.Rule).Distinct()];
}
