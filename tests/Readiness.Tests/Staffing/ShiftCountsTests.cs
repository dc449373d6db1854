using System.Collections.Immutable;
using Readiness.Staffing;

namespace Readiness.Tests.Staffing;

public sealed class ShiftCountsTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 25)];

    /// <summary>What a person can work, by the auditor, keeps every limit, and every limit is reached.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Limits_are_kept_and_reached_by_the_legal_schedules(int seed)
    {
        var random = new Random(seed);
        RosterProblem problem = OnePerson(
            random.Next(3, 6),
            new RosterRules
            {
                MinRestMinutes = 60 * random.Next(8, 14),
                MaxConsecutiveDays = random.Next(2, 6),
                MaxMinutesPer7Days = 120 * random.Next(10, 31),
            },
            [new("day", 480, 480), new("night", 1260, 60 * random.Next(6, 13)), new("on call", 480, 60 * random.Next(12, 25))]);
        ShiftCounts counts = CountsOf(problem);
        int[][] legal = [.. RosterEnumeration.Legal(problem, 0).Select(s => Count(problem, counts, s))];
        Assert.NotEmpty(counts.Limits);
        foreach (int[] weights in counts.Limits)
        {
            Assert.Equal(legal.Max(c => c.Zip(weights, (n, w) => n * w).Sum()), counts.Most(weights, problem.Days));
        }
    }

    /// <summary>A day of 24 hours costs the day after it, so that minutes and days alone promise too much.</summary>
    [Fact]
    public void Long_shifts_cost_more_than_their_minutes()
    {
        RosterProblem problem = OnePerson(
            7,
            new RosterRules { MinRestMinutes = 720, MaxConsecutiveDays = 6, MaxMinutesPer7Days = 3600 },
            [new("day", 480, 480), new("on call", 480, 1440)]);
        ShiftCounts counts = CountsOf(problem);
        Assert.Equal([480, 1440], counts.Lengths);

        // No on-call duty leaves six days, one leaves four: half a duty leaves five, where minutes and days alone would let 5.5 pass.
        Assert.Contains(counts.Limits, weights => weights is [1, 2]);
        Assert.Equal(6, counts.Most([1, 2], 7));
    }

    /// <summary>More lengths than can be told apart: the minutes of the longest are what a person can work.</summary>
    [Fact]
    public void Many_lengths_are_limited_by_their_minutes()
    {
        RosterProblem problem = OnePerson(
            7, new RosterRules { MaxConsecutiveDays = 5, MaxMinutesPer7Days = 2800 }, [.. Enumerable.Range(0, 20).Select(i => new RosterShift($"{i}", 0, 400 + i))]);
        ShiftCounts counts = CountsOf(problem);
        int[] minutes = Assert.Single(counts.Limits);
        Assert.Equal(counts.Lengths, minutes);
        Assert.Equal(5 * 419, counts.Most(minutes, 7));
        Assert.Equal(3 * 419, counts.Most(minutes, 3));
    }

    private static RosterProblem OnePerson(int days, RosterRules rules, ImmutableArray<RosterShift> shifts) => new()
    {
        Days = days,
        Shifts = shifts,
        Tasks = [new RosterTask("work")],
        Rules = [rules],
        People = [new RosterPerson("one", 0, [0])],
        Levels = ["heads"],
        Cover = [.. Enumerable.Range(0, days).SelectMany(d => Enumerable.Range(0, shifts.Length).Select(s => new CoverRequirement(d, s, 0, 1)))],
    };

    private static ShiftCounts CountsOf(RosterProblem problem)
    {
        CompiledRules rules = CompiledRules.Compile(problem, problem.Rules[0]);
        return new ShiftCounts(rules, [.. Enumerable.Range(0, rules.KindCount)], problem.Days);
    }

    private static int[] Count(RosterProblem problem, ShiftCounts counts, ImmutableArray<RosterAssignment> schedule) =>
        [.. counts.Lengths.Select(length => schedule.Count(a => problem.Shifts[a.Shift].LengthMinutes == length))];
}
