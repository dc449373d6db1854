using System.Collections.Immutable;
using Readiness.Staffing;

namespace Readiness.Tests.Staffing;

/// <summary>The exact effect of shifts worked before the first day.</summary>
public sealed class RosterHistoryTests
{
    private const int Early = 0;
    private const int Late = 1;
    private const int Night = 2;

    private static readonly ImmutableArray<RosterShift> Shifts =
    [
        new("early", 480, 360), new("late", 840, 480), new("night", 1200, 720, [Late]), new("on call", 480, 1440),
    ];

    /// <summary>What the rules are, what was worked on the days up to -1, what is wanted from day 0 on, and how many of these heads one person can be.</summary>
    public static TheoryData<string, RosterRules, int[], int[], int> Effects => new()
    {
        { "late to early leaves 600 minutes", new RosterRules { MinRestMinutes = 601 }, [Late], [Early], 0 },
        { "and 600 are enough", new RosterRules { MinRestMinutes = 600 }, [Late], [Early], 1 },
        { "rest reaches over days off", new RosterRules { MinRestMinutes = 4000 }, [Night, -1], [-1, Early, Early], 1 },
        { "though longer than the horizon", new RosterRules { MinRestMinutes = 4000 }, [Night, -1], [-1, Early], 0 },
        { "rest after a shift that is not allowed any more", new RosterRules { MinRestMinutes = 601, MaxShifts = [9, 0, 9, 9] }, [Late], [Early], 0 },
        { "successor forbidden", new RosterRules(), [Night], [Late, Late], 1 },
        { "but not over a day off", new RosterRules(), [Night, -1], [Late], 1 },
        { "three days in a row at most", new RosterRules { MaxConsecutiveDays = 3 }, [Early, Early], [Early, Early, Early, Early], 3 },
        { "with least days, too", new RosterRules { MaxConsecutiveDays = 3, MinConsecutiveDays = 2 }, [Early, Early], [Early, Early, Early, Early], 3 },
        { "more days than the horizon has", new RosterRules { MaxConsecutiveDays = 3 }, [Early, Early], [Early, Early], 1 },
        { "more days than are allowed are past", new RosterRules { MaxConsecutiveDays = 3 }, [Early, Early, Early, Early], [Early, -1], 0 },
        { "a day off makes forget them", new RosterRules { MaxConsecutiveDays = 3 }, [Early, Early, Early, Early, -1], [Early, -1], 1 },
        { "a first day may not stay alone where the day before was free", new RosterRules { MinConsecutiveDays = 2 }, [Early, -1], [Early, -1, -1], 0 },
        { "nor may it be followed by one without work", new RosterRules { MinConsecutiveDays = 3 }, [Early, -1], [Early, Early, -1, -1], 0 },
        { "it ends a run that the record shows whole", new RosterRules { MinConsecutiveDays = 3 }, [Early, -1, Early, Early], [Early, -1, -1], 1 },
        { "days off are known whole", new RosterRules { MinConsecutiveDaysOff = 3 }, [Early, -1], [Early, Early, Early], 1 },
        { "three days off are enough", new RosterRules { MinConsecutiveDaysOff = 3 }, [Early, -1, -1, -1], [Early, Early, Early], 3 },
        { "one day off after the past", new RosterRules { MinConsecutiveDaysOff = 3 }, [Early], [-1, Early, Early, Early], 1 },
        { "too few days off long ago are past", new RosterRules { MinConsecutiveDaysOff = 3, MinConsecutiveDays = 2 }, [Early, -1, Early, -1, Early, Early], [Early, -1], 1 },
        { "minutes of seven days", new RosterRules { MaxMinutesPer7Days = 1079 }, [Early, -1, Early, -1, -1, -1], [Early, Early], 1 },
        { "and the eighth day is another seven", new RosterRules { MaxMinutesPer7Days = 719 }, [Early, -1, -1, -1, -1, -1, -1], [Early], 1 },
        { "more minutes than are allowed are past", new RosterRules { MaxMinutesPer7Days = 719 }, [Early, -1, Early, -1, -1, -1, -1], [Early, -1, Early], 1 },
        { "a shift too long for the limit is past", new RosterRules { MaxMinutesPer7Days = 479 }, [Late], [Early, -1], 0 },
        { "a stay goes on", new RosterRules { ClosedLoopDays = 5, IsolationDays = 2 }, [Early, -1, Early], [Early, Early, Early, -1], 2 },
        { "unless isolation was long enough", new RosterRules { ClosedLoopDays = 5, IsolationDays = 2 }, [Early, Early, Early, -1, -1], [Early, Early, Early], 3 },
        { "or becomes so", new RosterRules { ClosedLoopDays = 3, IsolationDays = 3 }, [Early, Early, Early, -1], [Early, Early, Early], 1 },
        { "a stay too long is past", new RosterRules { ClosedLoopDays = 2, IsolationDays = 2 }, [Early, Early, Early], [Early, Early, Early], 1 },
        { "a stay longer than the horizon", new RosterRules { ClosedLoopDays = 4, IsolationDays = 2 }, [Early, Early, Early], [Early, Early], 1 },
        { "weeks begin with day 0", new RosterRules { MaxMinutesPerWeek = 719 }, [Early, Early], [Early], 1 },
        { "so do weekends, totals and numbers of shifts", new RosterRules { MaxWeekends = 0, MaxTotalMinutes = 360, MaxShifts = [1, 1, 1, 1] }, [Early, Early], [Early], 1 },
    };

    [Theory]
    [MemberData(nameof(Effects))]
    public void So_many_of_the_wanted_heads_can_be_filled_after_the_past(string rule, RosterRules rules, int[] past, int[] wanted, int filled)
    {
        RosterProblem problem = Problem(rules, past, wanted.Length) with
        {
            Cover = [.. wanted.Index().Where(w => w.Item >= 0).Select(w => new CoverRequirement(w.Index, w.Item, 0, 1))],
        };
        Assert.True(filled == Plan(problem).Assignments.Length, rule);
        Assert.True(filled == Plan(problem with { Levels = ["cover", "nothing"] }).Assignments.Length, rule);
    }

    /// <summary>Work that nobody wants, but that the past asks for.</summary>
    public static TheoryData<string, RosterRules, int[], int, int> LeastWork => new()
    {
        { "nothing is asked for", new RosterRules(), [-1, Early], 4, 0 },
        { "a run that was begun goes on", new RosterRules { MinConsecutiveDays = 3 }, [Early, -1, Early], 4, 2 },
        { "unless it may have begun before the record", new RosterRules { MinConsecutiveDays = 3 }, [Early, Early], 4, 0 },
        { "or the horizon ends it", new RosterRules { MinConsecutiveDays = 9 }, [Early, -1, Early], 4, 4 },
        { "days off before the first count", new RosterRules { MaxConsecutiveDaysOff = 3 }, [Early, -1, -1], 3, 1 },
        { "too many of them end on the first", new RosterRules { MaxConsecutiveDaysOff = 3 }, [Early, -1, -1, -1, -1, -1], 3, 1 },
        { "overtime of the past is past", new RosterRules { NormalMinutesPerWeek = 0 }, [Early, Early], 3, 0 },
    };

    [Theory]
    [MemberData(nameof(LeastWork))]
    public void So_much_is_worked_although_nobody_wants_it(string rule, RosterRules rules, int[] past, int days, int worked)
    {
        RosterProblem problem = Problem(rules, past, days) with
        {
            Levels = ["cover", "overtime"],
            OvertimeLevel = 1,
            Cover = [.. Enumerable.Range(0, days).Select(day => new CoverRequirement(day, Early, 0, 0, 0, 1, 1))],
        };
        Roster roster = Plan(problem);
        Assert.True(worked == roster.Assignments.Length, rule);
        Assert.Equal(worked * 6.0 * (rules.NormalMinutesPerWeek == 0 ? 1 : 0), roster.Proof.Levels[1].Objective);
    }

    [Fact]
    public void Only_who_has_the_past_is_bound_by_it()
    {
        RosterProblem problem = Problem(new RosterRules { MaxConsecutiveDays = 3, MinConsecutiveDays = 2 }, [Early, Early, Early], 2);
        problem = problem with
        {
            People = [problem.People[0], problem.People[0] with { Name = "q", History = [] }, problem.People[0] with { Name = "r", History = [new(-1, Early)] }],
            Cover = [new(0, Early, 0, 3), new(1, Early, 0, 3)],
        };
        Assert.Equal([1, 1, 2, 2], Plan(problem).Assignments.Select(a => a.Person).Where(p => p > 0).Order());
        Assert.Equal([1], Plan(problem).Assignments.Where(a => a.Person == 0).Select(a => a.Day));
    }

    [Fact]
    public void A_past_that_leaves_no_schedule_is_named_with_the_rules_it_contradicts()
    {
        RosterProblem problem = Problem(new RosterRules { MinConsecutiveDays = 3, MinRestMinutes = 480 }, [Early, -1, Early], 4) with
        {
            Cover = [.. Enumerable.Range(0, 4).Select(day => new CoverRequirement(day, Early, 0, 1))],
        };
        problem = problem with { People = [problem.People[0] with { UnavailableDays = [1, 3] }] };
        Roster roster = new RosterPlanner().Plan(problem, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(Termination.Infeasible, roster.Proof.Termination);
        Assert.Equal(["history", "minConsecutiveDays", "unavailableDay@1"], Assert.Single(roster.Conflicts).Rules.Select(r => r.Day is { } day ? $"{r.Rule}@{day}" : r.Rule).Order());
    }

    [Fact]
    public void The_past_breaks_the_rules_that_it_would_break_as_a_part_of_the_days()
    {
        int found = 0;
        for (int seed = 0; seed < 300; seed++)
        {
            RosterProblem whole = TinyRosters.Create(seed);
            whole = whole with { People = [.. whole.People.Select(person => person with { Tasks = [.. Enumerable.Range(0, whole.Tasks.Length)], UnavailableDays = [] })] };
            var random = new Random(seed);
            ImmutableArray<RosterAssignment> work =
            [
                .. from p in Enumerable.Range(0, whole.People.Length)
                   from day in Enumerable.Range(0, whole.Days)
                   where day == 0 || random.Next(3) > 0
                   select new RosterAssignment(p, day, random.Next(whole.Shifts.Length), 0),
            ];
            int past = random.Next(1, whole.Days - 1);
            RosterProblem rest = whole with
            {
                Days = whole.Days - past,
                People = [.. whole.People.Select((person, p) => person with { History = [.. work.Where(a => a.Person == p && a.Day < past).Select(a => new PastShift(a.Day - past, a.Shift))] })],
            };
            ImmutableArray<RosterAssignment> later = [.. work.Where(a => a.Day >= past).Select(a => a with { Day = a.Day - past })];

            // A rule that the past alone breaks as well is another matter: it is no violation any more.
            HashSet<(string, string)> before = [.. OfSequence(whole with { Days = past }, [.. work.Where(a => a.Day < past)])];
            var expected = OfSequence(whole, work).Where(v => !before.Contains(v));
            Assert.Equal(expected.Order(), OfSequence(rest, later).Where(v => !before.Contains(v)).Order());
            found += expected.Count();
        }

        Assert.True(found > 200, $"{found} violations");
    }

    private static IEnumerable<(string Rule, string Person)> OfSequence(RosterProblem problem, ImmutableArray<RosterAssignment> work)
    {
        string[] rules = ["minimumRest", "forbiddenSuccessor", "maxConsecutiveDays", "minConsecutiveDays", "maxConsecutiveDaysOff", "minConsecutiveDaysOff", "closedLoopDays", "maxMinutesPer7Days"];
        return new RosterAuditor().Audit(problem with { Cover = [], Requests = [], Teams = [], LendingLimits = [], OvertimeLevel = -1 }, new Roster(work, new PlanProof(Termination.Finished, [.. problem.Levels.Select(l => new LevelProof(l, 0, 0))])))
            .Where(v => rules.Contains(v.Rule)).Select(v => (v.Rule, v.Subject)).Distinct();
    }

    private static RosterProblem Problem(RosterRules rules, int[] past, int days) => new()
    {
        Days = days,
        Shifts = Shifts,
        Tasks = [new RosterTask("a")],
        Rules = [rules],
        People = [new RosterPerson("p", 0, [0], History: [.. past.Index().Where(s => s.Item >= 0).Select(s => new PastShift(s.Index - past.Length, s.Item))])],
        Levels = ["cover"],
    };

    private static Roster Plan(RosterProblem problem)
    {
        Roster roster = new RosterPlanner().Plan(
            problem, new RosterOptions { WorkLimit = 100, Threads = 1 }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Empty(new RosterAuditor().Audit(problem, roster));
        Assert.Equal(Termination.Optimal, roster.Proof.Termination);
        return roster;
    }
}
