using System.Collections.Immutable;
using Readiness.Staffing;

namespace Readiness.Tests.Staffing;

public sealed class ShiftTotalsTests
{
    private const int Days = 9;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 60)];

    /// <summary>Without limits on minutes the largest numbers are those of the legal schedules, by the auditor.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_largest_number_is_that_of_the_best_legal_schedule(int seed)
    {
        var random = new Random(seed);
        bool isLoop = random.Next(2) == 0;
        RosterProblem problem = OnePerson(
            new RosterRules
            {
                MinRestMinutes = 60 * random.Next(8, 14),
                MaxConsecutiveDays = random.Next(2, 7),
                MinConsecutiveDays = random.Next(1, 3),
                MinConsecutiveDaysOff = random.Next(1, 3),
                ClosedLoopDays = isLoop ? random.Next(2, 5) : int.MaxValue,
                IsolationDays = isLoop ? random.Next(1, 4) : 0,
                MaxWeekends = random.Next(3) == 0 ? int.MaxValue : random.Next(3),
            },
            firstWeekday: random.Next(7),
            away: [.. Enumerable.Range(0, Days).Where(_ => random.Next(6) == 0)],
            history: random.Next(2) == 0 ? [] : [.. Enumerable.Range(-4, 4).Where(_ => random.Next(2) == 0).Select(day => new PastShift(day, 0))]);
        int[] weights = [random.Next(1, 4), random.Next(4)];
        ImmutableArray<RosterAssignment>[] legal = [.. RosterEnumeration.Legal(problem, 0)];
        Assert.SkipWhen(legal.Length == 0, "no schedule");
        var model = new RosterModel(problem);
        int[] kinds = [model.Rules[0].KindOf(0, 0), model.Rules[0].KindOf(1, 0)];
        var totals = new ShiftTotals(model);
        Assert.Equal(legal.Max(s => Sum(s, 0, Days)), totals.Most(0, 0, kinds, weights)[^1]);
        for (int from = 0; from < Days; from++)
        {
            for (int end = from; end <= Days; end++)
            {
                Assert.True(legal.Max(s => Sum(s, from, end)) <= totals.Most(0, from, kinds, weights)[end - from], $"days {from} to {end}");
            }
        }

        int Sum(ImmutableArray<RosterAssignment> schedule, int from, int end) => schedule.Where(a => a.Day >= from && a.Day < end).Sum(a => weights[a.Shift]);
    }

    /// <summary>Fourteen days inside hold twelve of work. Three weeks have room for a lone day and its isolation before them.</summary>
    [Fact]
    public void A_closed_loop_leaves_nineteen_days_of_a_month()
    {
        RosterProblem problem = OnePerson(
            new RosterRules { MinRestMinutes = 600, MaxConsecutiveDays = 6, ClosedLoopDays = 14, IsolationDays = 7 }, 0, [], [], days: 28);
        int[] most = Most(problem);
        Assert.Equal([0, 6, 12, 13, 19], [most[0], most[7], most[14], most[21], most[28]]);
    }

    /// <summary>With no weekend worked, the weekdays are left, whose runs are short enough.</summary>
    [Fact]
    public void Weekends_count_beside_runs()
    {
        RosterProblem problem = OnePerson(new RosterRules { MinRestMinutes = 600, MaxConsecutiveDays = 6, MaxWeekends = 0 }, 0, [], [], days: 28);
        Assert.Equal(20, Most(problem)[28]);
    }

    private static int[] Most(RosterProblem problem)
    {
        var model = new RosterModel(problem);
        return new ShiftTotals(model).Most(0, 0, [model.Rules[0].KindOf(0, 0)], [1]);
    }

    private static RosterProblem OnePerson(
        RosterRules rules, int firstWeekday, ImmutableArray<int> away, ImmutableArray<PastShift> history, int days = Days) => new()
        {
            Days = days,
            FirstWeekday = firstWeekday,
            Shifts = [new("day", 480, 480), new("night", 1260, 600)],
            Tasks = [new RosterTask("work")],
            Rules = [rules],
            People = [new RosterPerson("one", 0, [0], -1, away, history)],
            Levels = ["heads"],
            Cover = [.. Enumerable.Range(0, days).SelectMany(d => Enumerable.Range(0, 2).Select(s => new CoverRequirement(d, s, 0, 1)))],
        };
}
