using System.Collections.Immutable;
using Readiness.Staffing;

namespace Readiness.Tests.Staffing;

/// <summary>Pins, changes of a published roster, and leave that may be cancelled: their exact effect.</summary>
public class RosterStabilityTests
{
    private static readonly RosterProblem Problem = new()
    {
        Days = 4,
        Shifts = [new RosterShift("day", 480, 480), new RosterShift("late", 720, 480)],
        Tasks = [new RosterTask("a"), new RosterTask("b")],
        Rules = [new RosterRules()],
        People = [new RosterPerson("p", 0, [0, 1]), new RosterPerson("q", 0, [0, 1])],
        Levels = ["cover", "stability"],
        Cover = [new(0, 0, 0, 1), new(1, 0, 0, 1), new(1, 1, 1, 1)],
    };

    [Fact]
    public void Another_shift_task_or_day_off_is_one_change_each_and_the_same_work_none()
    {
        RosterProblem problem = Problem with { Published = new PublishedRoster([new(0, 0, 0, 0), new(0, 1, 0, 0)], 3, 1) };
        Assert.Equal(0, Stability(problem, new(0, 0, 0, 0), new(0, 1, 0, 0)));
        Assert.Equal(3, Stability(problem, new RosterAssignment(0, 0, 0, 0)));
        Assert.Equal(3, Stability(problem, new(0, 0, 0, 0), new(0, 1, 0, 1)));
        Assert.Equal(3, Stability(problem, new(0, 0, 0, 0), new(0, 1, 1, 0)));
        Assert.Equal(3, Stability(problem, new(0, 0, 0, 0), new(0, 1, 0, 0), new(1, 1, 1, 1)));
        Assert.Equal(6, Stability(problem, new(0, 0, 0, 0), new(1, 1, 0, 0)));
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(1, 2)]
    public void A_change_is_made_where_it_costs_less_than_the_head_it_fills(double head, double change)
    {
        RosterProblem problem = Problem with
        {
            Levels = ["all"],
            Cover = [new(0, 0, 0, 1, 0, head)],
            Published = new PublishedRoster([], change, 0),
        };
        Roster roster = Plan(problem);
        Assert.Equal(head > change ? 1 : 0, roster.Assignments.Length);
        Assert.Equal(Math.Min(head, change), roster.Proof.Levels[0].Objective);
        Assert.Equal(Termination.Optimal, roster.Proof.Termination);
    }

    [Fact]
    public void Of_equal_rosters_the_published_one_is_kept_to_the_task()
    {
        foreach (int keeper in new[] { 0, 1 })
        {
            ImmutableArray<RosterAssignment> told = [new(1 - keeper, 0, 0, 0), new(keeper, 1, 0, 0), new(1 - keeper, 1, 1, 1)];
            Roster roster = Plan(Problem with { Published = new PublishedRoster(told, 1, 1) });
            Assert.Equal(told.OrderBy(a => (a.Person, a.Day)), roster.Assignments.OrderBy(a => (a.Person, a.Day)));
            Assert.Equal(0, roster.Proof.Levels[1].Objective);
        }
    }

    [Fact]
    public void A_pin_stands_although_others_would_be_better_and_is_missed_when_gone()
    {
        RosterAssignment pin = new(1, 1, 0, 0);
        RosterProblem problem = Problem with { Pins = [pin], Requests = [new ShiftRequest(1, 1, 0, false, 5, 0)] };
        Roster roster = Plan(problem);
        Assert.Contains(pin, roster.Assignments);
        Assert.Equal(5, roster.Proof.Levels[0].Objective);
        Roster without = Plan(problem with { Pins = [] });
        Assert.DoesNotContain(pin, without.Assignments);
        Assert.Contains(new RosterAuditor().Audit(problem, without), v => v is { Rule: "pinnedAssignment", Subject: "q", Day: 1 });
    }

    [Fact]
    public void Pins_that_the_rules_forbid_are_infeasible()
    {
        ImmutableArray<RosterAssignment> pins = [new(0, 0, 0, 0), new(0, 1, 0, 0)];
        RosterProblem problem = Problem with { Pins = pins, Rules = [new RosterRules { MaxConsecutiveDays = 1 }] };
        Assert.Equal(Termination.Infeasible, Plan(problem).Proof.Termination);
        Assert.Equal(pins, Plan(problem with { Rules = [new RosterRules { MaxConsecutiveDays = 2 }] }).Assignments.Where(a => a is { Person: 0, Shift: 0 }));
        RosterProblem crowded = Problem with { Cover = [new(0, 0, 0, 1, 0, 1, double.PositiveInfinity)], Pins = [new(0, 0, 0, 0), new(1, 0, 0, 0)] };
        Assert.Equal(Termination.Infeasible, Plan(crowded).Proof.Termination);
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(1, 2)]
    public void Leave_is_cancelled_where_that_costs_less_than_the_head_it_fills(double head, double leave)
    {
        RosterProblem problem = Problem with
        {
            Levels = ["all"],
            Cover = [new(0, 0, 0, 2, 0, head)],
            CancellableLeave = [new CancellableLeave(0, 0, leave, 0)],
        };
        Roster roster = Plan(problem);
        Assert.Equal(head > leave ? 2 : 1, roster.Assignments.Length);
        Assert.Contains(new RosterAssignment(1, 0, 0, 0), roster.Assignments);
        Assert.Equal(Math.Min(head, leave), roster.Proof.Levels[0].Objective);
    }

    [Fact]
    public void Columns_and_constraints_agree_on_a_problem_too_large_to_enumerate()
    {
        const int people = 8;
        RosterProblem problem = Problem with
        {
            Days = 14,
            Rules = [new RosterRules { MaxConsecutiveDays = 4, MaxTotalMinutes = 9 * 480 }],
            People = [.. Enumerable.Range(0, people).Select(p => new RosterPerson($"p{p}", 0, [0, 1]))],
            Levels = ["all"],
            Cover = [.. from d in Enumerable.Range(0, 14) from s in Enumerable.Range(0, 2) from t in Enumerable.Range(0, 2) select new CoverRequirement(d, s, t, 1 + (d % 2), 0, 5)],
            Published = new PublishedRoster([.. from p in Enumerable.Range(0, people) from d in Enumerable.Range(0, 14) where (p + d) % 3 > 0 select new RosterAssignment(p, d, p % 2, d % 2)], 2, 0),
            Pins = [.. Enumerable.Range(0, 5).Select(d => new RosterAssignment(d, 2 * d, 1, 1))],
            CancellableLeave = [.. Enumerable.Range(0, people).Select(p => new CancellableLeave(p, p, 3, 0))],
        };
        Roster columns = Plan(problem, new RosterOptions { TimeLimit = TimeSpan.FromSeconds(10), Threads = 2 });
        Assert.Equal(Termination.Optimal, columns.Proof.Termination);
        Roster constraints = Plan(problem with { Levels = ["all", "nothing"] }, new RosterOptions { TimeLimit = TimeSpan.FromSeconds(10), Threads = 2 });
        Assert.InRange(constraints.Proof.Levels[0].Bound, 0, columns.Proof.Levels[0].Objective + 1e-6);
        Assert.True(constraints.Proof.Levels[0].Objective >= columns.Proof.Levels[0].Objective - 1e-6);
    }

    [Fact]
    public void Stability_that_contradicts_the_problem_is_a_wrong_call()
    {
        RosterAssignment work = new(0, 0, 0, 0);
        Wrong(Problem with { Pins = [work, work with { Task = 1 }] });
        Wrong(Problem with { Pins = [work with { Day = 3 }] });
        Wrong(Problem with { Pins = [work with { Person = 2 }] });
        Wrong(Problem with { Published = new PublishedRoster([work, work], 1, 0) });
        Wrong(Problem with { Published = new PublishedRoster([], -1, 0) });
        Wrong(Problem with { Published = new PublishedRoster([], 1, 2) });
        Wrong(Problem with { CancellableLeave = [new CancellableLeave(0, 4, 1, 0)] });
        Wrong(Problem with { CancellableLeave = [new CancellableLeave(0, 0, double.NaN, 0)] });
    }

    private static void Wrong(RosterProblem problem) => Assert.Throws<ArgumentException>(() => Plan(problem));

    private static double Stability(RosterProblem problem, params RosterAssignment[] work) =>
        new RosterAuditor().Evaluate(problem, new Roster([.. work], new PlanProof(Termination.Finished, []))).Levels[1];

    private static Roster Plan(RosterProblem problem, RosterOptions? options = null)
    {
        Roster roster = new RosterPlanner().Plan(
            problem, options ?? new RosterOptions { WorkLimit = 100, Threads = 1 }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Empty(new RosterAuditor().Audit(problem, roster));
        return roster;
    }
}
