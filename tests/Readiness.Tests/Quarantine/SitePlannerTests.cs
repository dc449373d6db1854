using System.Diagnostics;
using Readiness.Quarantine;

namespace Readiness.Tests.Quarantine;

public sealed class SitePlannerTests
{
    private static readonly LocationOptions Quick = new() { Threads = 1, TimeLimit = TimeSpan.FromSeconds(3) };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static LocationProblem Pair => new()
    {
        Days = 3,
        LengthOfStay = 2,
        WholeUnits = true,
        Sites = [new("near", 4, OpeningCost: 10, CostPerOpenDay: 1), new("far", 4, OpeningCost: 1, CostPerOpenDay: 1)],
        Customers = [new("zone", [2, 1, 0])],
        AssignmentCosts = [1, 2],
    };

    [Fact]
    public void Plans_pass_their_audit_and_bounds_stay_below_objectives()
    {
        for (int seed = 0; seed < 12; seed++)
        {
            LocationProblem problem = RandomLocations.Middling(seed, whole: seed % 2 == 0);

            SitePlan plan = new SitePlanner().Plan(problem, Quick, null, Token);

            Assert.Empty(new SiteAuditor().Audit(problem, plan));
            Assert.All(plan.Proof.Levels, level => Assert.InRange(level.Bound, double.NegativeInfinity, level.Objective));
        }
    }

    [Fact]
    public void The_cheaper_site_opens_and_closes_when_its_last_guest_leaves()
    {
        SitePlan plan = new SitePlanner().Plan(Pair, Quick, null, Token);

        Assert.Equal([new SiteUse(1, 0, 2)], plan.Sites);
        Assert.Equal(0, plan.Proof.Levels[0].Objective);
        Assert.Equal(1 + 3 + 6, plan.Proof.Levels[1].Objective, 9);

        SitePlan shorter = new SitePlanner().Plan(Pair with { Customers = [new("zone", [2, 0, 0])] }, Quick, null, Token);

        Assert.Equal([new SiteUse(1, 0, 1)], shorter.Sites);
    }

    [Fact]
    public void A_forced_site_is_open_throughout_and_a_forbidden_one_never()
    {
        LocationProblem problem = Pair with
        {
            Sites = [Pair.Sites[0] with { Opening = OpeningRule.MustOpen, EarliestDay = 1 }, Pair.Sites[1] with { Opening = OpeningRule.Forbidden }],
        };

        SitePlan plan = new SitePlanner().Plan(problem, Quick, null, Token);

        Assert.Equal([new SiteUse(0, 1, 2)], plan.Sites);
        Assert.Equal(4, plan.Proof.Levels[0].Objective);
        Assert.Empty(new SiteAuditor().Audit(problem, plan));
    }

    [Fact]
    public void A_daily_resource_limits_the_guests_of_a_day_and_a_stock_those_of_all_days()
    {
        LocationProblem daily = Pair with { Resources = [new("nurses", false, [2, 2, 2], [1, 1], [1, 1])] };
        LocationProblem stock = Pair with { Resources = [new("kits", true, [6, 6, 6], [0, 0], [1, 2])] };

        SitePlan first = new SitePlanner().Plan(daily, Quick, null, Token);
        SitePlan second = new SitePlanner().Plan(stock, Quick, null, Token);

        // Beside the fixed nurse there is one for one guest at a time: only one of the three stays of two days fits.
        Assert.Equal(4, first.Proof.Levels[0].Objective);
        // Six kits serve six guest-days, all of them, but only at the near site, which uses one a day.
        Assert.Equal(0, second.Proof.Levels[0].Objective);
        Assert.Equal([0], second.Sites.Select(use => use.Site));
        Assert.Empty(new SiteAuditor().Audit(daily, first));
        Assert.Empty(new SiteAuditor().Audit(stock, second));
    }

    [Fact]
    public void The_excess_that_forced_sites_cannot_avoid_is_not_held_against_the_plan()
    {
        LocationProblem problem = Pair with
        {
            Sites = [Pair.Sites[0] with { Opening = OpeningRule.MustOpen }, Pair.Sites[1]],
            Resources = [new("nurses", false, [1, 1, 1], [3, 3], [0, 1]), new("kits", true, [0, 0, 0], [1, 1], [0, 1])],
        };

        SitePlan plan = new SitePlanner().Plan(problem, Quick, null, Token);

        Assert.Equal([new SiteUse(0, 0, 2)], plan.Sites);
        Assert.Equal(0, plan.Proof.Levels[0].Objective);
        Assert.Empty(new SiteAuditor().Audit(problem, plan));
    }

    [Fact]
    public void Without_sites_or_customers_the_plan_is_empty()
    {
        SitePlan noSites = new SitePlanner().Plan(Pair with { Sites = [], AssignmentCosts = [] }, Quick, null, Token);
        SitePlan noCustomers = new SitePlanner().Plan(Pair with { Customers = [], AssignmentCosts = [] }, Quick, null, Token);

        Assert.Equal(6, noSites.Proof.Levels[0].Objective);
        Assert.Equal(Termination.Optimal, noSites.Proof.Termination);
        Assert.Empty(noCustomers.Sites);
        Assert.Equal(Termination.Optimal, noCustomers.Proof.Termination);
    }

    [Fact]
    public void Equal_seed_and_work_limit_give_the_same_plan()
    {
        LocationProblem problem = RandomLocations.Middling(4);
        var options = new LocationOptions { Threads = 1, Seed = 7, WorkLimit = 20 };

        SitePlan one = new SitePlanner().Plan(problem, options, null, Token);
        SitePlan two = new SitePlanner().Plan(problem, options, null, Token);

        Assert.Equal(one.Sites, two.Sites);
        Assert.Equal(one.Placements, two.Placements);
        Assert.Equal(one.Proof.Levels, two.Proof.Levels);
    }

    [Fact]
    public void A_cancelled_search_returns_a_plan_that_keeps_the_rules()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        LocationProblem problem = RandomLocations.Middling(3);

        SitePlan plan = new SitePlanner().Plan(problem, Quick, null, source.Token);

        Assert.Empty(new SiteAuditor().Audit(problem, plan));
        Assert.Equal(Termination.Stopped, plan.Proof.Termination);
    }

    [Fact]
    public void Cancelling_on_the_first_report_keeps_what_was_found()
    {
        using var source = new CancellationTokenSource();
        var reports = new CancelOnReport(source);
        LocationProblem problem = LargeProblem();

        SitePlan plan = new SitePlanner().Plan(problem, new LocationOptions { Threads = 1 }, reports, source.Token);

        SolveProgress first = Assert.Single(reports.Seen.Take(1));
        Assert.True(plan.Proof.Levels[0].Objective <= first.Objective);
        Assert.Empty(new SiteAuditor().Audit(problem, plan));
        Assert.Equal(Termination.Stopped, plan.Proof.Termination);
    }

    [Fact]
    public void The_time_limit_holds()
    {
        LocationProblem problem = LargeProblem();
        long started = Stopwatch.GetTimestamp();

        SitePlan plan = new SitePlanner().Plan(problem, new LocationOptions { Threads = 1, TimeLimit = TimeSpan.FromSeconds(1) }, null, Token);

        Assert.Empty(new SiteAuditor().Audit(problem, plan));
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(3));
    }

    [Fact]
    public void All_faults_of_a_problem_are_named_at_once()
    {
        LocationProblem problem = Pair with
        {
            LengthOfStay = 0,
            Sites = [new("a", 0), new("b", 1, OpeningCost: double.NaN)],
            Customers = [new("zone", [1, -1, 0])],
            AssignmentCosts = [1],
            Resources = [new("r", false, [1], [1, 1], [1, 1])],
        };

        string message = Assert.Throws<ArgumentException>(() => new SitePlanner().Plan(problem, Quick, null, Token)).Message;

        Assert.All(
            ["LengthOfStay", "site 0 (a): Capacity", "site 1 (b): OpeningCost", "Demand[1] is -1", "AssignmentCosts has 1", "resource 0 (r): Available has 1"],
            fault => Assert.Contains(fault, message, StringComparison.Ordinal));
    }

    private static LocationProblem LargeProblem()
    {
        var random = new Random(11);
        int sites = 10;
        return new LocationProblem
        {
            Days = 28,
            LengthOfStay = 14,
            WholeUnits = true,
            Sites = [.. Enumerable.Range(0, sites).Select(j => new LocationSite($"s{j}", 40 + (10 * random.Next(10)), 1000 + (500 * random.Next(6)), 300, random.Next(5)))],
            Customers = [.. Enumerable.Range(0, 10).Select(i => new LocationCustomer($"c{i}", [.. Enumerable.Range(0, 28).Select(_ => (double)random.Next(8))]))],
            AssignmentCosts = [.. Enumerable.Range(0, 100).Select(_ => random.Next(1, 100) / 10.0)],
            Resources =
            [
                .. Enumerable.Range(0, 8).Select(r => new SiteResource(
                    $"skill {r}", false, [.. Enumerable.Range(0, 28).Select(t => 12.0 + r + (t / 3))],
                    [.. Enumerable.Range(0, sites).Select(_ => 1.0 + random.Next(5))], [.. Enumerable.Range(0, sites).Select(_ => 0.01 * random.Next(4))])),
            ],
        };
    }

    private sealed class CancelOnReport(CancellationTokenSource source) : IProgress<SolveProgress>
    {
        public List<SolveProgress> Seen { get; } = [];

        public void Report(SolveProgress value)
        {
            Seen.Add(value);
            source.Cancel();
        }
    }
}
