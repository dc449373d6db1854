using System.Collections.Immutable;
using Readiness.Staffing;

namespace Readiness.Tests.Staffing;

/// <summary>Limits on time in protective clothing: their exact effect, and random problems against all rosters.</summary>
public sealed class RosterProtectionTests
{
    private const int Plain = 0;
    private const int Half = 1;
    private const int Full = 2;

    private static readonly RosterProblem Problem = new()
    {
        Days = 14,
        Shifts = [new RosterShift("day", 480, 480), new RosterShift("short", 480, 100)],
        Tasks = [new RosterTask("plain"), new RosterTask("half", ProtectiveMinutesPerHour: 30), new RosterTask("full", ProtectiveMinutesPerHour: 60)],
        Rules = [new RosterRules()],
        People = [new RosterPerson("p", 0, [Plain, Half, Full])],
        Levels = ["cover"],
    };

    /// <summary>The rules, which task is wanted on which days (a head each), and how many of the wanted heads one person can be.</summary>
    public static TheoryData<string, RosterRules, int[], int> Effects => new()
    {
        { "no limit", new RosterRules(), [Full, Full, Half, Plain], 4 },
        { "half of a shift is too much", new RosterRules { MaxProtectiveMinutesPerShift = 239 }, [Half, Plain, Full], 1 },
        { "half of a shift is allowed", new RosterRules { MaxProtectiveMinutesPerShift = 240 }, [Half, Plain, Full], 2 },
        { "minutes of the week", new RosterRules { MaxProtectiveMinutesPerWeek = 719 }, [Half, -1, -1, -1, -1, -1, Full], 1 },
        { "and just as many", new RosterRules { MaxProtectiveMinutesPerWeek = 720 }, [Half, -1, -1, -1, -1, -1, Full], 2 },
        { "the next week is another", new RosterRules { MaxProtectiveMinutesPerWeek = 480 }, [-1, -1, -1, -1, -1, -1, Full, Full, Half], 2 },
        { "a week alone holds less than the shift", new RosterRules { MaxProtectiveMinutesPerWeek = 479 }, [Full, Half, Plain], 2 },
        { "none at all", new RosterRules { MaxProtectiveMinutesPerWeek = 0 }, [Half, Plain, Full, Plain], 2 },
        { "work without clothing is free between", new RosterRules { MaxProtectiveMinutesPerWeek = 480 }, [Half, Plain, Half, Plain, Half], 4 },
        { "a cap of shifts counts with and without clothing", new RosterRules { MaxProtectiveMinutesPerWeek = 720, MaxShifts = [3, 9] }, [Full, Plain, Half, Plain, Plain], 3 },
        { "and both limits at once", new RosterRules { MaxProtectiveMinutesPerWeek = 240, MaxShifts = [3, 9] }, [Half, Half, Plain, Full, Half, Plain], 3 },
        { "a least total in plain work", new RosterRules { MaxProtectiveMinutesPerWeek = 240, MinTotalMinutes = 960 }, [Half, Half, Plain, Half], 2 },
        { "two weeks of their own", new RosterRules { MaxProtectiveMinutesPerWeek = 480, MinMinutesPerWeek = 480 }, [Full, Full, -1, -1, -1, -1, Plain, Full, Half, Plain], 4 },
    };

    [Theory]
    [MemberData(nameof(Effects))]
    public void So_many_of_the_wanted_heads_can_be_filled_under_the_limit(string limit, RosterRules rules, int[] wanted, int filled)
    {
        RosterProblem problem = Problem with
        {
            Rules = [rules],
            Cover = [.. wanted.Index().Where(w => w.Item >= 0).Select(w => new CoverRequirement(w.Index, 0, w.Item, 1))],
        };
        Assert.True(filled == Plan(problem).Assignments.Length, limit);
        Assert.True(filled == Plan(problem with { Levels = ["cover", "nothing"] }).Assignments.Length, limit);
    }

    [Theory]
    [InlineData(33, 1)]
    [InlineData(32, 0)]
    public void Minutes_of_a_shift_are_rounded_down(int most, int filled)
    {
        RosterProblem problem = Problem with
        {
            Tasks = Problem.Tasks.SetItem(Half, Problem.Tasks[Half] with { ProtectiveMinutesPerHour = 20 }),
            Cover = [new CoverRequirement(0, 1, Half, 1)],
        };
        Assert.Equal(filled, Plan(problem with { Rules = [new RosterRules { MaxProtectiveMinutesPerShift = most }] }).Assignments.Length);
        Assert.Equal(filled, Plan(problem with { Rules = [new RosterRules { MaxProtectiveMinutesPerWeek = most }] }).Assignments.Length);
    }

    [Fact]
    public void Of_two_tasks_in_the_same_shift_the_plain_one_is_left_where_clothing_is_used_up()
    {
        RosterProblem problem = Problem with
        {
            Cover =
            [
                .. from day in Enumerable.Range(0, 3)
                   from work in new[] { (Task: Plain, Weight: 1), (Task: Full, Weight: 4 + day) }
                   select new CoverRequirement(day, 0, work.Task, 1, 0, work.Weight),
            ],
        };
        Assert.Equal([Full, Full, Full], Tasks(problem, new RosterRules()));
        Assert.Equal([Plain, Plain, Full], Tasks(problem, new RosterRules { MaxProtectiveMinutesPerWeek = 480 }));
        Assert.Equal([Plain, Full, Full], Tasks(problem, new RosterRules { MaxProtectiveMinutesPerWeek = 1439 }));
        Assert.Equal([Full, Full, Full], Tasks(problem, new RosterRules { MaxProtectiveMinutesPerWeek = 1440 }));
        Assert.Equal([Plain, Plain, Plain], Tasks(problem, new RosterRules { MaxProtectiveMinutesPerShift = 479 }));
        Assert.Equal([Full, Full], Tasks(problem, new RosterRules { MaxProtectiveMinutesPerWeek = 960, MaxShifts = [2, 9] }));
        Assert.Equal([Plain, Full], Tasks(problem, new RosterRules { MaxProtectiveMinutesPerWeek = 480, MaxShifts = [2, 9] }));
    }

    [Fact]
    public void Who_is_lent_in_clothing_keeps_both_limits()
    {
        RosterProblem problem = Problem with
        {
            Tasks = [new RosterTask("home", 1), new RosterTask("away", 2), new RosterTask("away in clothing", 2, 60)],
            People = [new RosterPerson("p", 0, [0, 1, 2], 1)],
            Cover = [.. from day in Enumerable.Range(0, 4) from task in Enumerable.Range(0, 3) select new CoverRequirement(day, 0, task, 1, 0, 1 + task)],
        };
        RosterRules rules = new() { MaxProtectiveMinutesPerWeek = 480 };
        Assert.Equal([1, 1, 1, 2], Tasks(problem, rules).Order());
        Assert.Equal([0, 0, 1, 2], Tasks(problem with { LendingLimits = [new LendingLimit(1, 960)] }, rules).Order());
    }

    [Fact]
    public void Rosters_of_small_problems_are_as_good_as_the_best_of_all()
    {
        int compared = 0;
        int binding = 0;
        for (int seed = 0; compared < 150; seed++)
        {
            var random = new Random(seed);
            RosterProblem tiny = TinyRosters.Create(9000 + seed);
            RosterProblem free = tiny with
            {
                Tasks = [.. tiny.Tasks.Select(task => task with { ProtectiveMinutesPerHour = 15 * random.Next(5) })],
                Rules = [.. tiny.Rules.Select(rules => rules with { MaxProtectiveMinutesPerShift = int.MaxValue, MaxProtectiveMinutesPerWeek = int.MaxValue })],
            };
            RosterProblem problem = free with
            {
                Rules =
                [
                    .. free.Rules.Select(rules => rules with
                    {
                        MaxProtectiveMinutesPerShift = random.Next(3) == 0 ? 360 : int.MaxValue,
                        MaxProtectiveMinutesPerWeek = 60 * random.Next(1, 15),
                    }),
                ],
            };
            if (RosterEnumeration.TryRun(free, 5000)?.Best is not { } unlimited || RosterEnumeration.TryRun(problem, 5000)?.Best is not { } best)
            {
                continue;
            }

            Roster roster = new RosterPlanner().Plan(
                problem, new RosterOptions { WorkLimit = 60, Threads = 1, Seed = seed }, cancellationToken: TestContext.Current.CancellationToken);
            Assert.Empty(new RosterAuditor().Audit(problem, roster));
            Assert.Equal(best, roster.Proof.Levels.Select(level => Math.Round(level.Objective, 9)));
            Assert.All(roster.Proof.Levels.Zip(best), level => Assert.True(level.First.Bound <= level.Second + 1e-6));
            binding += best.SequenceEqual(unlimited) ? 0 : 1;
            compared++;
        }

        Assert.True(binding > 40, $"{binding} of {compared} problems feel the limits");
    }

    [Fact]
    public void The_dynamic_programme_finds_the_cheapest_schedule_over_the_turn_of_a_week()
    {
        for (int seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            (int Shift, int Task)[] works = [.. from shift in Enumerable.Range(0, 2) from task in Enumerable.Range(0, 3) select (shift, task)];
            int least = random.Next(3) == 0 ? 480 : 0;
            RosterOptimalityTests.AssertCheapest(
                Problem with
                {
                    Shifts = [new RosterShift("day", 480, 480), new RosterShift("long", 480, 720)],
                    Rules =
                    [
                        new RosterRules
                        {
                            MaxProtectiveMinutesPerWeek = 120 * random.Next(2, 10),
                            MaxProtectiveMinutesPerShift = random.Next(3) == 0 ? 480 : int.MaxValue,
                            MinMinutesPerWeek = least,
                            MaxShifts = random.Next(2) == 0 ? [random.Next(1, 4), random.Next(1, 4)] : [],
                        },
                    ],
                    Cover =
                    [
                        .. from day in Enumerable.Range(4, 6)
                           from work in random.GetItems(works, 2).Distinct()
                           select new CoverRequirement(day, work.Shift, work.Task, 1),
                    ],
                },
                seed);
        }
    }

    [Fact]
    public void Minutes_that_cannot_be_are_a_wrong_call()
    {
        foreach (int minutes in new[] { -1, 61 })
        {
            Wrong(Problem with { Tasks = Problem.Tasks.SetItem(0, new RosterTask("wrong", ProtectiveMinutesPerHour: minutes)) });
        }

        Wrong(Problem with { Rules = [new RosterRules { MaxProtectiveMinutesPerShift = -1 }] });
        Wrong(Problem with { Rules = [new RosterRules { MaxProtectiveMinutesPerWeek = -1 }] });
    }

    private static void Wrong(RosterProblem problem) => Assert.Throws<ArgumentException>(() => Plan(problem));

    private static IEnumerable<int> Tasks(RosterProblem problem, RosterRules rules) =>
        Plan(problem with { Rules = [rules] }).Assignments.OrderBy(a => a.Day).Select(a => a.Task);

    private static Roster Plan(RosterProblem problem)
    {
        Roster roster = new RosterPlanner().Plan(
            problem, new RosterOptions { WorkLimit = 100, Threads = 1 }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Empty(new RosterAuditor().Audit(problem, roster));
        Assert.Equal(Termination.Optimal, roster.Proof.Termination);
        return roster;
    }
}
