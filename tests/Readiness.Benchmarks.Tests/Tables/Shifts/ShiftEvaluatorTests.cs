using System.Collections.Immutable;
using Readiness.Benchmarks.Tables.Shifts;

namespace Readiness.Benchmarks.Tests.Tables.Shifts;

public sealed class ShiftEvaluatorTests
{
    private static readonly ShiftWorker Free = new("A", [99, 99], 99_999, 0, 99, 0, 0, 99, []);

    [Fact]
    public void Requests_and_cover_cost_what_they_do_by_hand()
    {
        ShiftInstance instance = Instance(7, Free, Free with { Id = "B" }) with
        {
            Requests = [new(0, 0, 0, 2, true), new(0, 1, 1, 3, true), new(1, 2, 0, 4, false), new(1, 3, 1, 5, false)],
            Cover = [new(0, 0, 3, 100, 10), new(0, 1, 0, 100, 1), new(1, 0, 1, 100, 10), new(2, 0, 0, 100, 7)],
        };
        ShiftAssignment[] roster = [new("A", 0, "E"), new("A", 1, "E"), new("B", 0, "L"), new("B", 2, "E")];

        ShiftVerdict verdict = ShiftEvaluator.Evaluate(instance, roster);

        // A has E on day 0 and misses L on day 1 (3); B works E on day 2 against the wish (4) and not L on day 3. On day 0 two of three heads
        // miss in E (200) and one is too many in L (1); on day 1 E is met; on day 2 one is too many in E (7).
        Assert.Empty(verdict.Faults);
        Assert.Equal(3 + 4 + 200 + 1 + 7, verdict.Objective);
    }

    [Theory]
    [InlineData("E.....", null)]
    [InlineData(".....E", null)]
    [InlineData("EE.EEE", null)]
    [InlineData("..E...", "A works only 1 days in a row from day 2.")]
    [InlineData(".EE...", "A works only 2 days in a row from day 1.")]
    [InlineData("...EE.", "A works only 2 days in a row from day 3.")]
    [InlineData(".EEE..", null)]
    public void A_short_run_of_shifts_is_waived_where_it_touches_an_edge(string days, string? fault) =>
        Judge(days, Free with { ShortestRun = 3 }, fault);

    [Theory]
    [InlineData(".EEEEE", null)]
    [InlineData("EEEEE.", null)]
    [InlineData("..EE..", null)]
    [InlineData("EE.EEE", "A is off for only 1 days in a row from day 2.")]
    [InlineData("E..EEE", "A is off for only 2 days in a row from day 1.")]
    [InlineData("EEE..E", "A is off for only 2 days in a row from day 3.")]
    [InlineData("EE...E", null)]
    public void A_short_run_of_days_off_is_waived_where_it_touches_an_edge(string days, string? fault) =>
        Judge(days, Free with { ShortestBreak = 3 }, fault);

    [Theory]
    [InlineData("EE..EE", null)]
    [InlineData("EEL...", "A works 3 days in a row from day 0, more than 2.")]
    [InlineData("...EEE", "A works 3 days in a row from day 3, more than 2.")]
    public void A_long_run_of_shifts_is_one_at_the_edges_too(string days, string? fault) =>
        Judge(days, Free with { LongestRun = 2 }, fault);

    [Theory]
    [InlineData("....E..E......", 0)]
    [InlineData(".....E........", 1)]
    [InlineData("......E.......", 1)]
    [InlineData(".....EE.......", 1)]
    [InlineData(".....E.....E..", 1)]
    [InlineData(".....E.......E", 2)]
    [InlineData("......E.....E.", 2)]
    [InlineData("......E.....EE", 2)]
    [InlineData(".....E", 1)]
    public void A_weekend_is_days_5_and_6_of_a_week_and_worked_if_either_is(string days, int weekends)
    {
        Judge(days, Free with { MostWeekends = weekends }, null);
        if (weekends > 0)
        {
            Judge(days, Free with { MostWeekends = weekends - 1 }, $"A works {weekends} weekends, more than {weekends - 1}.");
        }
    }

    [Fact]
    public void The_other_rules_are_those_of_the_file()
    {
        Judge("LE", Free, "A works E on day 1 right after L.");
        Judge("EL.E", Free, null);
        Judge("E.E", Free with { DaysOff = [1] }, null);
        Judge("EEE", Free with { DaysOff = [1] }, "A works on the day off 1.");
        Judge("E.L", Free with { MostMinutes = 1080, LeastMinutes = 1080 }, null);
        Judge("E.L", Free with { MostMinutes = 1079 }, "A works 1080 minutes, not from 0 to 1079.");
        Judge("E.L", Free with { LeastMinutes = 1081 }, "A works 1080 minutes, not from 1081 to 99999.");
        Judge("EELL", Free with { MostShifts = [2, 1] }, "A works L 2 times, more than 1.");
    }

    [Fact]
    public void What_the_file_does_not_have_and_a_second_shift_on_a_day_are_named()
    {
        ShiftAssignment[] strange = [new("Z", 0, "E"), new("A", 0, "N"), new("A", -1, "E"), new("A", 3, "E"), new("A", 1, "E"), new("A", 1, "L")];

        ImmutableArray<string> faults = ShiftEvaluator.Evaluate(Instance(3, Free), strange).Faults;

        Assert.Equal(5, faults.Length);
        Assert.Equal(4, faults.Count(fault => fault.EndsWith("names something that the file does not have.", StringComparison.Ordinal)));
        Assert.Equal("A has more than one shift on day 1.", faults[^1]);
    }

    private static ShiftInstance Instance(int days, params ImmutableArray<ShiftWorker> staff) =>
        new(days, [new("E", 480, []), new("L", 600, [0])], staff, [], []);

    private static void Judge(string days, ShiftWorker worker, string? fault)
    {
        var lines = days.Select((shift, day) => new ShiftAssignment("A", day, shift.ToString())).Where(line => line.Shift != ".");
        ShiftVerdict verdict = ShiftEvaluator.Evaluate(Instance(days.Length, worker), lines);
        Assert.Equal(fault is null ? [] : [fault], verdict.Faults);
    }
}
