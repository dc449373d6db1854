using System.Diagnostics;
using Readiness.Staffing;

namespace Readiness.Tests.Staffing;

public class RosterPlannerTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_small_district_passes_its_audit_with_bounds_below_the_objectives(int threads)
    {
        RosterProblem problem = RosterGenerator.District(3, people: 120, units: 6, tasks: 24);
        var reports = new List<SolveProgress>();
        Roster roster = new RosterPlanner().Plan(
            problem, new RosterOptions { TimeLimit = TimeSpan.FromSeconds(3), Threads = threads }, new Sink(reports), TestContext.Current.CancellationToken);
        Assert.Empty(new RosterAuditor().Audit(problem, roster));
        Assert.All(roster.Proof.Levels, l => Assert.InRange(l.Bound, 0, l.Objective));
        double empty = RosterEvaluation.Of(problem, []).Levels[..4].Sum();
        Assert.True(roster.Proof.Levels.Take(4).Sum(l => l.Objective) < 0.5 * empty, "Less than half of the wanted heads is filled.");
        Assert.NotEmpty(reports);
    }

    [Fact]
    public void Equal_seed_and_work_limit_give_the_same_roster()
    {
        RosterProblem problem = RosterGenerator.District(4, people: 60, units: 4, tasks: 24);
        var options = new RosterOptions { WorkLimit = 300, Threads = 2, Seed = 7, TimeLimit = TimeSpan.FromMinutes(2) };
        Roster one = new RosterPlanner().Plan(problem, options, cancellationToken: TestContext.Current.CancellationToken);
        Roster other = new RosterPlanner().Plan(problem, options, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(one.Assignments, other.Assignments);
        Assert.Equal(one.Proof.Levels, other.Proof.Levels);
    }

    [Fact]
    public void Cancelling_keeps_the_best_roster()
    {
        RosterProblem problem = RosterGenerator.District(5, people: 200, units: 8, tasks: 48);
        using var source = new CancellationTokenSource();
        long asked = 0;
        var progress = new Callback(report =>
        {
            if (asked == 0 && report.Phase == "ruin and recreate")
            {
                asked = Stopwatch.GetTimestamp();
                source.Cancel();
            }
        });
        Roster roster = new RosterPlanner().Plan(problem, new RosterOptions { TimeLimit = TimeSpan.FromMinutes(5) }, progress, source.Token);
        Assert.True(Stopwatch.GetElapsedTime(asked) < TimeSpan.FromSeconds(5), "Cancelling took seconds.");
        Assert.Equal(Termination.Stopped, roster.Proof.Termination);
        Assert.NotEmpty(roster.Assignments);
        Assert.Empty(new RosterAuditor().Audit(problem, roster));
    }

    [Fact]
    public void Improves_on_the_roster_it_starts_from()
    {
        RosterProblem problem = RosterGenerator.District(6, people: 60, units: 4, tasks: 24);
        var options = new RosterOptions { WorkLimit = 400, Threads = 1 };
        Roster first = new RosterPlanner().Plan(problem, options, cancellationToken: TestContext.Current.CancellationToken);
        Roster second = new RosterPlanner().Plan(
            problem, options with { WorkLimit = 1, Start = first }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Empty(new RosterAuditor().Audit(problem, second));
        Assert.True(second.Proof.Levels[0].Objective <= first.Proof.Levels[0].Objective + 1e-6);
    }

    [Fact]
    public void People_of_three_lines_meet_in_complete_teams()
    {
        RosterProblem problem = new()
        {
            Days = 7,
            Shifts = [new RosterShift("day", 480, 480)],
            Tasks = [new RosterTask("health"), new RosterTask("police"), new RosterTask("town")],
            Rules = [new RosterRules { MaxConsecutiveDays = 5 }],
            People = [.. Enumerable.Range(0, 30).Select(p => new RosterPerson($"p{p}", 0, [p % 3]))],
            Levels = ["teams"],
            Cover = [.. from day in Enumerable.Range(0, 7) from task in Enumerable.Range(0, 3) select new CoverRequirement(day, 0, task, 7)],
            Teams = [new JointTeam([new(0, 1), new(1, 1), new(2, 1)])],
        };
        Roster roster = new RosterPlanner().Plan(
            problem, new RosterOptions { TimeLimit = TimeSpan.FromSeconds(20) }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Empty(new RosterAuditor().Audit(problem, roster));
        Assert.Equal(0, roster.Proof.Levels[0].Objective);
        Assert.Equal(Termination.Optimal, roster.Proof.Termination);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Nobody_is_left_in_an_incomplete_team(int seed)
    {
        RosterProblem problem = RosterGenerator.District(seed, people: 90, units: 5, tasks: 48, load: 1.3);
        Roster roster = new RosterPlanner().Plan(
            problem, new RosterOptions { WorkLimit = 500, Threads = 1 }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Empty(new RosterAuditor().Audit(problem, roster));
        var heads = roster.Assignments.CountBy(a => (a.Day, a.Shift, a.Task)).ToDictionary();
        foreach (JointTeam team in problem.Teams)
        {
            for (int day = 0; day < problem.Days; day++)
            {
                int complete = team.Lines.Min(l => heads.GetValueOrDefault((day, 0, l.Task)) / l.HeadsPerTeam);
                Assert.All(team.Lines, l => Assert.Equal(complete * l.HeadsPerTeam, heads.GetValueOrDefault((day, 0, l.Task))));
            }
        }
    }

    [Fact]
    public void Least_minutes_that_nobody_can_work_are_infeasible()
    {
        RosterProblem problem = RosterGenerator.District(7, people: 40, units: 3, tasks: 24);
        problem = problem with { Rules = [.. problem.Rules.Select(r => r with { MinTotalMinutes = 40_000 })] };
        Roster roster = new RosterPlanner().Plan(problem, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(Termination.Infeasible, roster.Proof.Termination);
        Assert.Empty(roster.Assignments);
    }

    [Fact]
    public void Wrong_calls_are_told_apart()
    {
        RosterProblem problem = TinyRosters.Create(1);
        CancellationToken token = TestContext.Current.CancellationToken;
        void Plan(RosterProblem wrong, RosterOptions? options = null) => new RosterPlanner().Plan(wrong, options, null, token);
        Assert.Throws<ArgumentException>(() => Plan(problem with { Days = 0 }));
        Assert.Throws<ArgumentException>(() => Plan(problem with { Cover = [.. problem.Cover, problem.Cover[0]] }));
        RosterRules[] rules = [new() { ClosedLoopDays = 0, IsolationDays = 1 }, new() { ClosedLoopDays = 5 }, new() { IsolationDays = -1 }];
        Assert.All(rules, wrong => Assert.Throws<ArgumentException>(() => Plan(problem with { Rules = [wrong, wrong] })));
        PastShift[][] histories = [[new(0, 0)], [new(-367, 0)], [new(-1, -1)], [new(-1, problem.Shifts.Length)], [new(-1, 0), new(-2, 0)], [new(-1, 0), new(-1, 0)]];
        Assert.All(histories, wrong => Assert.Throws<ArgumentException>(() => Plan(problem with { People = [problem.People[0] with { History = [.. wrong] }] })));
        Assert.Throws<ArgumentOutOfRangeException>(() => Plan(problem, new RosterOptions { Threads = 0 }));
    }

    private sealed class Sink(List<SolveProgress> reports) : IProgress<SolveProgress>
    {
        public void Report(SolveProgress value)
        {
            lock (reports)
            {
                reports.Add(value);
            }
        }
    }

    private sealed class Callback(Action<SolveProgress> action) : IProgress<SolveProgress>
    {
        public void Report(SolveProgress value) => action(value);
    }
}
