using System.Collections.Immutable;
using Readiness.Staffing;

namespace Readiness.Tests.Staffing;

/// <summary>The exact effect of every rule of a person: the smallest work that the rule leaves undone, and that is done without it.</summary>
public class RosterRuleTests
{
    private const int Early = 0;
    private const int Late = 1;
    private const int Night = 2;
    private const int OnCall = 3;

    private static readonly ImmutableArray<RosterShift> Shifts =
    [
        new("early", 480, 360), new("late", 840, 480), new("night", 1200, 720, [Late]), new("on call", 480, 1440),
    ];

    /// <summary>What the rules are, which shift is wanted on which days (a head each), and how many of the wanted heads one person can be.</summary>
    public static TheoryData<string, RosterRules, int[], int> Effects => new()
    {
        { "late to early leaves 600 minutes", new RosterRules { MinRestMinutes = 601 }, [Late, Early], 1 },
        { "and 600 are enough", new RosterRules { MinRestMinutes = 600 }, [Late, Early], 2 },
        { "a night ends on the next day", new RosterRules { MinRestMinutes = 721 }, [Night, Night], 1 },
        { "successor forbidden", new RosterRules(), [Night, Late], 1 },
        { "on call until the next morning", new RosterRules { MinRestMinutes = 361 }, [OnCall, Late], 1 },
        { "and works late after a short rest", new RosterRules { MinRestMinutes = 360 }, [OnCall, Late], 2 },
        { "rest after on call reaches over a day off", new RosterRules { MinRestMinutes = 1441 }, [OnCall, -1, Early], 1 },
        { "and ends on time", new RosterRules { MinRestMinutes = 1440 }, [OnCall, -1, Early], 2 },
        { "on call day after day", new RosterRules { MinRestMinutes = 0 }, [OnCall, OnCall], 2 },
        { "at most two days in a row", new RosterRules { MaxConsecutiveDays = 2 }, [Early, Early, Early], 2 },
        { "no single day inside", new RosterRules { MinConsecutiveDays = 2 }, [-1, Early, -1], 0 },
        { "but at the edge", new RosterRules { MinConsecutiveDays = 2 }, [Early, -1, -1, Late], 2 },
        { "no single day off inside", new RosterRules { MinConsecutiveDaysOff = 2 }, [Early, -1, Early], 1 },
        { "but at the edge", new RosterRules { MinConsecutiveDaysOff = 2 }, [-1, Early, Early, -1], 2 },
        { "a stay counts its days off", new RosterRules { ClosedLoopDays = 3, IsolationDays = 2 }, [Early, -1, Early, Early], 2 },
        { "and may be as long as that", new RosterRules { ClosedLoopDays = 4, IsolationDays = 2 }, [Early, -1, Early, Early], 3 },
        { "isolation parts two stays", new RosterRules { ClosedLoopDays = 3, IsolationDays = 2 }, [Early, Early, Early, -1, -1, Early, Early], 5 },
        { "and costs a shift where it takes a day more", new RosterRules { ClosedLoopDays = 3, IsolationDays = 3 }, [Early, Early, Early, -1, -1, Early, Early], 4 },
        { "nor do days off beyond the longest stay", new RosterRules { ClosedLoopDays = 1, IsolationDays = 4 }, [-1, Early, -1, -1, Early, -1, -1, Early], 2 },
        { "isolation without a closed loop", new RosterRules { IsolationDays = 4 }, [Early, -1, Early, Early], 3 },
        { "no weekend", new RosterRules { MaxWeekends = 0 }, [-1, -1, -1, -1, -1, Early, Early], 0 },
        { "both days are one weekend", new RosterRules { MaxWeekends = 1 }, [-1, -1, -1, -1, -1, Early, Early], 2 },
        { "minutes of seven days", new RosterRules { MaxMinutesPer7Days = 719 }, [Early, -1, -1, -1, -1, -1, Early], 1 },
        { "and the eighth day is another seven", new RosterRules { MaxMinutesPer7Days = 719 }, [Early, -1, -1, -1, -1, -1, -1, Early], 2 },
        { "minutes of a week", new RosterRules { MaxMinutesPerWeek = 719 }, [Early, -1, -1, -1, -1, -1, Early], 1 },
        { "and the next week is another", new RosterRules { MaxMinutesPerWeek = 719 }, [-1, -1, -1, -1, -1, -1, Early, Early], 2 },
        { "a shift longer than the week allows", new RosterRules { MaxMinutesPerWeek = 479 }, [Late, Early], 1 },
        { "minutes of all days", new RosterRules { MaxTotalMinutes = 839 }, [Early, -1, -1, -1, -1, -1, -1, -1, Late], 1 },
        { "at most one night", new RosterRules { MaxShifts = [9, 9, 1, 9] }, [Night, Night, Early], 2 },
        { "no night at all", new RosterRules { MaxShifts = [9, 9, 0, 9] }, [Night, Night, Early], 1 },
    };

    [Theory]
    [MemberData(nameof(Effects))]
    public void So_many_of_the_wanted_heads_can_be_filled_under_the_rule(string rule, RosterRules rules, int[] wanted, int filled)
    {
        RosterProblem problem = Wanting(rules, wanted);
        Assert.True(filled == Filled(problem), rule);
    }

    [Theory]
    [InlineData(0, new[] { 0, 1, 2, 3, 4 })]
    [InlineData(1, new[] { 0, 1, 2, 3, 6 })]
    [InlineData(5, new[] { 2, 3, 4, 5, 6 })]
    [InlineData(6, new[] { 1, 2, 3, 4, 5 })]
    public void Weekends_fall_where_the_first_weekday_says(int firstWeekday, int[] worked)
    {
        RosterProblem problem = Wanting(new RosterRules { MaxWeekends = 0 }, [.. Enumerable.Repeat(Early, 7)]) with { FirstWeekday = firstWeekday };
        Assert.Equal(worked, Plan(problem).Assignments.Select(turn => turn.Day).Order());
    }

    [Fact]
    public void A_horizon_that_begins_on_a_Sunday_begins_with_half_a_weekend()
    {
        int[] wanted = [Early, -1, -1, -1, -1, -1, Early, Early];
        Assert.Equal(2, Filled(Wanting(new RosterRules { MaxWeekends = 1 }, wanted) with { FirstWeekday = 6 }));
        Assert.Equal(3, Filled(Wanting(new RosterRules { MaxWeekends = 2 }, wanted) with { FirstWeekday = 6 }));
    }

    /// <summary>Least work is shown by work that nobody wants.</summary>
    public static TheoryData<string, RosterRules, int, int> LeastWork => new()
    {
        { "nothing is asked for", new RosterRules(), 3, 0 },
        { "two shifts of 360 minutes", new RosterRules { MinTotalMinutes = 361 }, 3, 2 },
        { "a shift in each whole week", new RosterRules { MinMinutesPerWeek = 360 }, 20, 2 },
        { "two shifts of 360 minutes in a week", new RosterRules { MinMinutesPerWeek = 361 }, 7, 2 },
        { "though the week may hold just these", new RosterRules { MinMinutesPerWeek = 720, MaxMinutesPerWeek = 720 }, 14, 4 },
        { "a shift in each seven days", new RosterRules { MinMinutesPer7Days = 360 }, 13, 1 },
        { "and the next seven days ask for another", new RosterRules { MinMinutesPer7Days = 360 }, 14, 2 },
        { "two shifts of 360 minutes in seven days", new RosterRules { MinMinutesPer7Days = 361 }, 14, 4 },
        { "six days are not seven", new RosterRules { MinMinutesPer7Days = 360 }, 6, 0 },
        { "though seven days may hold just these", new RosterRules { MinMinutesPer7Days = 720, MaxMinutesPer7Days = 720 }, 14, 4 },
        { "five days, never three off", new RosterRules { MaxConsecutiveDaysOff = 2 }, 5, 1 },
        { "six days, never three off", new RosterRules { MaxConsecutiveDaysOff = 2 }, 6, 2 },
        { "the first days count, too, though fewer would do there", new RosterRules { MaxConsecutiveDaysOff = 3, MinConsecutiveDaysOff = 3 }, 4, 1 },
    };

    [Theory]
    [MemberData(nameof(LeastWork))]
    public void So_much_is_worked_although_nobody_wants_it(string rule, RosterRules rules, int days, int worked)
    {
        RosterProblem problem = Problem(rules, days) with
        {
            Cover = [.. Enumerable.Range(0, days).Select(day => new CoverRequirement(day, Early, 0, 0, 0, 1, 1))],
        };
        Assert.True(worked == Plan(problem).Assignments.Length, rule);
    }

    [Theory]
    [InlineData(new int[0], 3)]
    [InlineData(new[] { 6 }, 2)]
    [InlineData(new[] { 6, 13 }, 1)]
    [InlineData(new[] { 6, 13, 20 }, 0)]
    public void Seven_days_that_hold_a_day_of_absence_ask_for_nothing(int[] absences, int worked)
    {
        RosterProblem problem = Problem(new RosterRules { MinMinutesPer7Days = 360 }, 21) with
        {
            People = [new RosterPerson("p", 0, [0], UnavailableDays: [.. absences])],
            Cover = [.. Enumerable.Range(0, 21).Select(day => new CoverRequirement(day, Early, 0, 0, 0, 1, 1))],
        };
        Assert.Equal(worked, Plan(problem).Assignments.Length);
    }

    [Fact]
    public void Shifts_before_the_first_day_count_for_no_least_of_seven_days()
    {
        RosterProblem problem = Problem(new RosterRules { MinMinutesPer7Days = 360 }, 7) with
        {
            People = [new RosterPerson("p", 0, [0], History: [new PastShift(-1, Early)])],
            Cover = [.. Enumerable.Range(0, 7).Select(day => new CoverRequirement(day, Early, 0, 0, 0, 1, 1))],
        };
        Assert.Single(Plan(problem).Assignments);
        Assert.Empty(Plan(problem with { Days = 6, Cover = problem.Cover[..6] }).Assignments);
    }

    [Fact]
    public void Least_work_that_leave_does_not_leave_room_for_is_infeasible()
    {
        RosterProblem problem = Wanting(new RosterRules { MaxConsecutiveDaysOff = 2 }, [Early, Early, Early]);
        Assert.Single(Plan(problem with { People = [problem.People[0] with { UnavailableDays = [0, 2] }] }).Assignments);
        problem = problem with { People = [problem.People[0] with { UnavailableDays = [0, 1, 2] }] };
        Assert.Equal(Termination.Infeasible, new RosterPlanner().Plan(problem, cancellationToken: TestContext.Current.CancellationToken).Proof.Termination);
    }

    [Fact]
    public void A_person_fills_one_of_several_lines_and_only_those_of_the_skill()
    {
        RosterProblem problem = Problem(new RosterRules(), 1) with { Cover = [new(0, Early, 0, 1), new(0, Early, 1, 1, 0, 2), new(0, Late, 2, 1, 0, 9)] };
        Assert.Equal([new RosterAssignment(0, 0, Early, 1)], Plan(problem with { People = [new RosterPerson("p", 0, [0, 1])] }).Assignments);
        Assert.Equal([new RosterAssignment(0, 0, Early, 0)], Plan(problem with { People = [new RosterPerson("p", 0, [0])] }).Assignments);
        Assert.Equal(2, Plan(problem with { People = [new RosterPerson("p", 0, [0, 1]), new RosterPerson("q", 0, [0])] }).Assignments.Length);
    }

    [Fact]
    public void Nobody_works_on_a_day_of_absence()
    {
        RosterProblem problem = Wanting(new RosterRules(), [Early, Early, Early]);
        Roster roster = Plan(problem with { People = [problem.People[0] with { UnavailableDays = [1] }] });
        Assert.Equal([0, 2], roster.Assignments.Select(a => a.Day));
    }

    private static RosterProblem Problem(RosterRules rules, int days) => new()
    {
        Days = days,
        Shifts = Shifts,
        Tasks = [new RosterTask("a"), new RosterTask("b"), new RosterTask("c")],
        Rules = [rules],
        People = [new RosterPerson("p", 0, [0])],
        Levels = ["cover"],
    };

    private static RosterProblem Wanting(RosterRules rules, int[] wanted) => Problem(rules, wanted.Length) with
    {
        Cover = [.. wanted.Index().Where(w => w.Item >= 0).Select(w => new CoverRequirement(w.Index, w.Item, 0, 1))],
    };

    private static int Filled(RosterProblem problem)
    {
        int filled = Plan(problem).Assignments.Length;
        Assert.Equal(filled, Plan(problem with { Levels = ["cover", "nothing"] }).Assignments.Length);
        return filled;
    }

    // One level can be proved by columns, two only by constraint programming.
    private static Roster Plan(RosterProblem problem)
    {
        Roster roster = new RosterPlanner().Plan(
            problem, new RosterOptions { WorkLimit = 100, Threads = 1 }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Empty(new RosterAuditor().Audit(problem, roster));
        Assert.Equal(Termination.Optimal, roster.Proof.Termination);
        return roster;
    }
}
