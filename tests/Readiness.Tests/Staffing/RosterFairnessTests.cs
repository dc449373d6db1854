using System.Collections.Immutable;
using Readiness.Staffing;

namespace Readiness.Tests.Staffing;

/// <summary>Burdens shared evenly: what is counted, whom it moves, and that nothing more important pays for it.</summary>
public class RosterFairnessTests
{
    private const int Night = 1;

    // Three days with one head by day and one by night for three people.
    private static readonly RosterProblem Problem = new()
    {
        Days = 3,
        Shifts = [new RosterShift("day", 480, 480), new RosterShift("night", 1320, 480)],
        Tasks = [new RosterTask("ward"), new RosterTask("fever clinic")],
        Rules = [new RosterRules()],
        People = [.. Enumerable.Range(0, 3).Select(p => new RosterPerson($"p{p}", 0, [0, 1]))],
        Levels = ["cover", "wishes", "worst", "spread"],
        Cover = [.. Enumerable.Range(0, 3).SelectMany(day => new CoverRequirement[] { new(day, 0, 0, 1), new(day, Night, 0, 1) })],
    };

    private static readonly FairnessMeasure Nights = new("nights") { Shifts = [Night], WorstLevel = 2, SpreadLevel = 3 };

    [Fact]
    public void Nights_that_one_person_would_do_alone_are_shared_at_equal_cover()
    {
        ImmutableArray<RosterAssignment> alone = [.. Enumerable.Range(0, 3).Select(day => new RosterAssignment(0, day, Night, 0))];
        RosterProblem published = Problem with { Published = new PublishedRoster(alone, 1, 3) };
        Assert.Equal([0, 0, 3], NightsOf(Plan(published)));
        Roster shared = Plan(published with { Fairness = [Nights] });
        Assert.Equal([1, 1, 1], NightsOf(shared));
        Assert.Equal(0, shared.Proof.Levels[0].Objective);
        Assert.Equal(1, shared.Proof.Levels[2].Objective);
        Assert.Equal(Termination.Optimal, shared.Proof.Termination);
    }

    [Fact]
    public void The_spread_tells_rosters_of_equal_worst_apart()
    {
        RosterProblem problem = Problem with
        {
            Days = 4,
            Cover = [.. Enumerable.Range(0, 4).Select(day => new CoverRequirement(day, Night, 0, 1))],
        };
        Roster roster = Plan(problem with { Fairness = [Nights] });
        Assert.Equal([1, 1, 2], NightsOf(roster));
        Assert.Equal([2, 6], roster.Proof.Levels.Skip(2).Select(l => l.Objective));
        Assert.Equal(8, Values(problem with { Fairness = [Nights] }, (0, 0), (0, 1), (1, 2), (1, 3))[3]);
    }

    [Fact]
    public void Wishes_of_a_higher_level_are_kept_at_the_cost_of_fairness_and_given_up_below_it()
    {
        RosterProblem problem = Problem with
        {
            Requests = [.. Enumerable.Range(0, 3).Select(day => new ShiftRequest(0, day, Night, true, 1, 1))],
            Fairness = [Nights],
        };
        Assert.Equal([0, 0, 3], NightsOf(Plan(problem)));
        RosterProblem turned = problem with { Fairness = [Nights with { WorstLevel = 0, SpreadLevel = -1 }], Levels = ["cover and worst", "wishes"] };
        Roster fair = Plan(turned with { Cover = [.. Problem.Cover.Select(c => c with { UnderWeight = 10 })] });
        Assert.Equal([1, 1, 1], NightsOf(fair));
        Assert.Equal([1, 2], fair.Proof.Levels.Select(l => l.Objective));
    }

    [Fact]
    public void A_head_is_never_left_missing_for_fairness()
    {
        RosterProblem problem = Problem with
        {
            People = [new RosterPerson("nurse", 0, [0]), new RosterPerson("other", 0, []), new RosterPerson("other", 0, [])],
            Cover = [.. Enumerable.Range(0, 3).Select(day => new CoverRequirement(day, Night, 0, 1, 0, 0.25))],
            Fairness = [Nights],
        };
        Roster roster = Plan(problem);
        Assert.Equal([0, 0, 3], NightsOf(roster));
        Assert.Equal([0, 0, 3, 9], roster.Proof.Levels.Select(l => l.Objective));
    }

    [Fact]
    public void Weekends_count_once_and_only_those_with_work_that_counts()
    {
        RosterProblem problem = Problem with
        {
            Days = 14,
            Fairness = [Nights with { Weekends = true }],
            Cover = [.. Enumerable.Range(0, 14).SelectMany(day => new CoverRequirement[] { new(day, 0, 0, 1), new(day, Night, 0, 1) })],
        };
        Assert.Equal([1, 1], Values(problem, (0, 5), (0, 6), (0, 4)).Skip(2));
        Assert.Equal([2, 5], Values(problem, (0, 5), (0, 13), (1, 12), (1, 1)).Skip(2));
        Assert.Equal([2, 4], Values(problem with { FirstWeekday = 6 }, (0, 0), (0, 5), (0, 6), (0, 7)).Skip(2));
        RosterAssignment byDay = new(2, 5, 0, 0);
        Assert.Equal(0, RosterEvaluation.Of(problem, [byDay]).Levels[2]);
        Assert.Equal(1, RosterEvaluation.Of(problem with { Fairness = [Nights with { Weekends = true, Shifts = [] }] }, [byDay]).Levels[2]);
    }

    [Fact]
    public void Tasks_and_people_that_are_not_named_do_not_count()
    {
        RosterAssignment[] work = [new(0, 0, 0, 1), new(0, 1, Night, 1), new(0, 2, 0, 0), new(1, 0, 0, 1)];
        double Worst(FairnessMeasure measure) => RosterEvaluation.Of(Problem with { Fairness = [measure with { WorstLevel = 2 }] }, work).Levels[2];
        Assert.Equal(3, Worst(new FairnessMeasure("all")));
        Assert.Equal(2, Worst(new FairnessMeasure("exposure") { Tasks = [1] }));
        Assert.Equal(1, Worst(new FairnessMeasure("exposed nights") { Tasks = [1], Shifts = [Night] }));
        Assert.Equal(1, Worst(new FairnessMeasure("exposure of two") { Tasks = [1], People = [1, 2] }));
    }

    [Fact]
    public void A_district_becomes_fairer_without_constraint_programming_and_its_state_agrees_with_the_auditor()
    {
        RosterProblem plain = RosterGenerator.District(1, people: 80, units: 4, tasks: 8, load: 0.5) with { OvertimeLevel = -1 };
        RosterProblem fair = plain with
        {
            Levels = [.. plain.Levels, "nights", "weekends"],
            Fairness = [new FairnessMeasure("nights") { Shifts = [2, 8], WorstLevel = 5, SpreadLevel = 5 }, new FairnessMeasure("weekends") { Weekends = true, SpreadLevel = 6 }],
        };
        var options = new RosterOptions { WorkLimit = 1500, Threads = 1 };
        Roster without = new RosterPlanner().Plan(plain, options, cancellationToken: TestContext.Current.CancellationToken);
        Roster with = new RosterPlanner().Plan(fair, options, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Empty(new RosterAuditor().Audit(fair, with));
        ImmutableArray<double> before = RosterEvaluation.Of(fair, without.Assignments).Levels;
        Assert.InRange(with.Proof.Levels[0].Objective, 0, before[0] + 1);
        Assert.True(with.Proof.Levels[5].Objective < 0.9 * before[5], $"{with.Proof.Levels[5].Objective}, before {before[5]}");
        Assert.True(with.Proof.Levels[6].Objective < before[6], $"{with.Proof.Levels[6].Objective}, before {before[6]}");
    }

    [Fact]
    public void What_must_be_worked_bounds_the_worst_and_the_spread()
    {
        RosterProblem problem = Problem with { Days = 4, Cover = [.. Enumerable.Range(0, 4).Select(day => new CoverRequirement(day, Night, 0, 1))], Fairness = [Nights] };
        Assert.Equal([0, 0, 2, 6], Bounds(problem, [0, 0, 2, 6]));
        Assert.Equal([0, 0, 1, 3], Bounds(problem, [1, 0, 2, 6]));
        Assert.Equal([0, 0, 0, 0], Bounds(problem with { Fairness = [Nights with { People = [0, 1] }] }, [0, 0, 2, 6]));
    }

    [Fact]
    public void Such_bounds_never_exceed_the_enumerated_optimum()
    {
        int raised = 0;
        for (int seed = 0; seed < 800; seed++)
        {
            RosterProblem problem = TinyRosters.Share(TinyRosters.Create(3000 + seed), seed);
            if (RosterEnumeration.TryRun(problem, 3000)?.Best is { } best)
            {
                double[] bounds = Bounds(problem, [.. best]);
                Assert.All(bounds.Zip(best), pair => Assert.True(pair.First <= pair.Second + 1e-9, $"seed {seed}: {pair}"));
                raised += bounds.Sum() > 0 ? 1 : 0;
            }
        }

        Assert.True(raised > 20, $"Only {raised} problems had a bound.");
    }

    [Fact]
    public void Prices_of_fairness_stay_below_the_level_above_for_a_whole_schedule_and_take_no_range_from_the_others()
    {
        RosterProblem plain = RosterGenerator.District(1, people: 30, units: 3, tasks: 8);
        RosterProblem fair = plain with { Levels = [.. plain.Levels, "worst", "spread"], Fairness = [new FairnessMeasure("all") { WorstLevel = 5, SpreadLevel = 6 }] };
        var without = new RosterModel(plain);
        var with = new RosterModel(fair);
        Assert.Equal(without.LevelPrice, with.LevelPrice[..5]);
        Assert.True(plain.Days * (with.LevelPrice[5] + with.LevelPrice[6]) < with.LevelPrice[4] * with.SmallestWeight[4]);
        Assert.True(with.LevelPrice[5] > with.LevelPrice[6]);

        // Fairness above overtime.
        var above = new RosterModel(plain with { Levels = [.. plain.Levels, "overtime"], OvertimeLevel = 5, Fairness = [new FairnessMeasure("all") { WorstLevel = 4 }] });
        Assert.True(plain.Days * above.LevelPrice[4] < above.LevelPrice[3]);
        Assert.True(above.LevelPrice[4] > above.LevelPrice[5] * above.LargestWeight[5]);
    }

    [Fact]
    public void Measures_out_of_range_are_refused()
    {
        Wrong(Nights with { Shifts = [2] });
        Wrong(Nights with { Tasks = [-1] });
        Wrong(Nights with { People = [3] });
        Wrong(Nights with { People = [1, 1] });
        Wrong(Nights with { WorstLevel = 4 });
        Wrong(Nights with { SpreadLevel = -2 });
    }

    private static void Wrong(FairnessMeasure measure) => Assert.Throws<ArgumentException>(() => Plan(Problem with { Fairness = [measure] }));

    private static double[] Bounds(RosterProblem problem, double[] reached)
    {
        var model = new RosterModel(problem);
        using var run = new RosterRun(model, new RosterOptions(), null, TestContext.Current.CancellationToken);
        run.Improved("test", new int[model.PeopleCount * model.Days], reached);
        FairnessBounds.Publish(run);
        return [.. run.Bounds];
    }

    private static ImmutableArray<double> Values(RosterProblem problem, params (int Person, int Day)[] nights) =>
        RosterEvaluation.Of(problem, nights.Select(n => new RosterAssignment(n.Person, n.Day, Night, 0))).Levels;

    private static IEnumerable<int> NightsOf(Roster roster) =>
        Enumerable.Range(0, 3).Select(p => roster.Assignments.Count(a => a.Person == p && a.Shift == Night)).Order();

    private static Roster Plan(RosterProblem problem)
    {
        Roster roster = new RosterPlanner().Plan(
            problem, new RosterOptions { WorkLimit = 200, Threads = 1 }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Empty(new RosterAuditor().Audit(problem, roster));
        return roster;
    }
}
