using System.Collections.Immutable;
using Readiness.Quarantine;

namespace Readiness.Tests.Quarantine;

/// <summary>Problems of one day with every rule and list of criteria, against complete enumeration; and each rule's exact effect.</summary>
public sealed class OneDayRulesTests
{
    // Three sites in a row, ten apart, and a customer beside each.
    private static readonly LocationProblem Row = new()
    {
        Sites = [new LocationSite("a", 10, 5), new LocationSite("b", 10, 6), new LocationSite("c", 10, 7)],
        Customers = [new LocationCustomer("x", [4]), new LocationCustomer("y", [4]), new LocationCustomer("z", [4])],
        AssignmentCosts = [1, 10, 20, 10, 1, 10, 20, 10, 1],
        Distances = [1, 10, 20, 10, 1, 10, 20, 10, 1],
        SiteDistances = [0, 10, 20, 10, 0, 10, 20, 10, 0],
    };

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 10)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Random_problems_reach_the_enumerated_optimum(int block)
    {
        for (int seed = block * 40; seed < (block + 1) * 40; seed++)
        {
            LocationProblem problem = Random(seed);
            double[]? expected = Enumerate(problem);

            SitePlan plan = new SitePlanner().Plan(problem, new LocationOptions { Threads = 1, WithRelaxations = false }, null, TestContext.Current.CancellationToken);

            Assert.Empty(new SiteAuditor().Audit(problem, plan));
            if (expected is null)
            {
                Assert.True(plan.Proof is { Termination: Termination.Infeasible, Levels.IsEmpty: true }, $"seed {seed}: {plan.Proof}");
                continue;
            }

            Assert.True(Termination.Optimal == plan.Proof.Termination, $"seed {seed}: {plan.Proof}");
            for (int k = 0; k < expected.Length; k++)
            {
                Assert.True(Math.Abs(expected[k] - plan.Proof.Levels[k].Objective) < 1e-5, $"seed {seed}: {string.Join(", ", expected)}, not {plan.Proof.Levels[k]}");
            }
        }
    }

    [Fact]
    public void A_number_of_sites_is_kept_from_both_sides()
    {
        Assert.Equal(["a", "b"], Open(Row with { MostSites = 2 }));
        Assert.Equal(["b"], Open(Row with { MostSites = 1 }));
        LocationProblem cheap = Row with { Customers = [new LocationCustomer("x", [0]), new LocationCustomer("y", [4]), new LocationCustomer("z", [0])] };
        Assert.Equal(["b"], Open(cheap));
        Assert.Equal(["a", "b"], Open(cheap with { LeastSites = 2 }));
    }

    [Fact]
    public void Sites_are_kept_apart_and_away_from_schools()
    {
        Assert.Equal(["a", "c"], Open(Row with { LeastSeparation = 10.5 }));
        LocationProblem near = Row with { Sites = [Row.Sites[0] with { Clearance = 50 }, Row.Sites[1], Row.Sites[2]], LeastClearance = 51 };
        Assert.Equal(["b", "c"], Open(near));
    }

    [Fact]
    public void Classes_limit_how_many_open_and_whom_they_serve()
    {
        LocationProblem classes = Row with { Sites = [.. Row.Sites.Select(site => site with { Class = site.Name == "c" ? "hospital" : "hotel" })] };
        Assert.Equal(["a", "c"], Open(classes with { ClassLimits = [new SiteClassLimit("hotel", 0, 1)], Objectives = [LocationCriterion.Unserved, LocationCriterion.Cost] }));
        LocationProblem picky = classes with { Customers = [.. Row.Customers.Select(customer => customer with { Classes = ["hospital"] })] };
        SitePlan plan = Solve(picky);
        Assert.Equal([2], plan.Sites.Select(use => use.Site));
        Assert.Equal(2, plan.Proof.Levels[0].Objective, 6);
    }

    [Fact]
    public void What_cannot_be_served_is_named_with_its_cause_and_what_would_serve_it()
    {
        LocationProblem far = Row with { Sites = [Row.Sites[0], Row.Sites[1]], AssignmentCosts = [1, 10, 10, 1, 20, 10], Distances = [1, 10, 10, 1, 20, 10], SiteDistances = [], MaxDistance = 5 };
        SitePlan plan = Solve(far);
        Assert.Equal([new UnservedDemand(2, 0, 4, UnservedCause.OutOfReach)], plan.Unserved);
        Assert.Contains(new LocationRelaxation(RelaxedLimit.MaxDistance, null, 5, 10, 4), plan.Relaxations);

        LocationProblem one = Row with { MostSites = 1 };
        plan = Solve(one);
        Assert.Equal(2, plan.Unserved.Sum(cell => cell.Quantity), 6);
        Assert.All(plan.Unserved, cell => Assert.Equal(UnservedCause.SiteClosed, cell.Cause));
        Assert.Contains(new LocationRelaxation(RelaxedLimit.MostSites, null, 1, 2, 2), plan.Relaxations);
        Assert.Contains(plan.Relaxations, step => step is { Limit: RelaxedLimit.Capacity, Site: 1, From: 10, To: 12 });

        LocationProblem full = Row with { Sites = [.. Row.Sites.Select(site => site with { Capacity = 3 })] };
        plan = Solve(full);
        Assert.All(plan.Unserved, cell => Assert.Equal(UnservedCause.NoRoom, cell.Cause));
        Assert.Equal(3, plan.Unserved.Sum(cell => cell.Quantity), 6);
        Assert.Equal(3, plan.Relaxations.Count(step => step.Limit == RelaxedLimit.Capacity));
    }

    [Fact]
    public void A_search_that_is_cut_short_has_a_plan_and_a_bound_that_holds()
    {
        var random = new Random(7);
        var problem = new LocationProblem
        {
            Sites = [.. Enumerable.Range(0, 40).Select(j => new LocationSite($"s{j}", 20 + random.Next(60), 40 + random.Next(80)))],
            Customers = [.. Enumerable.Range(0, 120).Select(i => new LocationCustomer($"c{i}", [1 + random.Next(9)]))],
            AssignmentCosts = [.. Enumerable.Range(0, 120 * 40).Select(_ => (double)random.Next(100))],
        };
        double optimum = Solve(problem).Proof.Levels[1].Objective;
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        SitePlan[] plans =
        [
            .. new[] { 1, 5, 10, 20, 40, 80 }.Select(limit => new SitePlanner().Plan(
                problem, new LocationOptions { TimeLimit = TimeSpan.FromMilliseconds(limit) }, null, TestContext.Current.CancellationToken)),
            .. new[] { 1, 2, 5, 20 }.Select(nodes => new SitePlanner().Plan(
                problem, new LocationOptions { WorkLimit = nodes }, null, TestContext.Current.CancellationToken)),
            new SitePlanner().Plan(problem, null, null, cancelled.Token),
        ];

        Assert.All(plans, plan =>
        {
            Assert.Empty(new SiteAuditor().Audit(problem, plan));
            Assert.Equal(0, plan.Proof.Levels[0].Objective, 6);
            Assert.InRange(plan.Proof.Levels[1].Objective, optimum - 1e-3, double.MaxValue);
            Assert.InRange(plan.Proof.Levels[1].Bound, 0, optimum + 1e-3);
        });
        Assert.Equal(Termination.Stopped, plans[^1].Proof.Termination);
    }

    [Fact]
    public void A_search_that_is_cut_short_states_every_level_as_it_is()
    {
        for (int seed = 0; seed < 30; seed++)
        {
            var random = new Random(seed);
            LocationProblem problem = new()
            {
                Sites = [.. Enumerable.Range(0, 25).Select(j => new LocationSite($"s{j}", 10 + random.Next(30), random.Next(80)))],
                Customers = [.. Enumerable.Range(0, 60).Select(i => new LocationCustomer($"c{i}", [1 + random.Next(9)]))],
                AssignmentCosts = [.. Enumerable.Range(0, 60 * 25).Select(_ => (double)random.Next(100))],
                Distances = [.. Enumerable.Range(0, 60 * 25).Select(_ => random.NextDouble() * 50)],
                MostSites = 8 + random.Next(10),
                Objectives = RandomLocations.Order(random),
            };
            foreach (LocationOptions options in (LocationOptions[])[new() { WorkLimit = 1 }, new() { WorkLimit = 3 }, new() { TimeLimit = TimeSpan.FromMilliseconds(20) }])
            {
                SitePlan plan = new SitePlanner().Plan(problem, options with { WithRelaxations = false }, null, TestContext.Current.CancellationToken);
                Assert.Empty(new SiteAuditor().Audit(problem, plan));
            }
        }
    }

    private static string[] Open(LocationProblem problem) => [.. Solve(problem).Sites.Select(use => problem.Sites[use.Site].Name)];

    private static SitePlan Solve(LocationProblem problem)
    {
        SitePlan plan = new SitePlanner().Plan(problem, new LocationOptions { Threads = 1 }, null, TestContext.Current.CancellationToken);
        Assert.Empty(new SiteAuditor().Audit(problem, plan));
        Assert.Equal(Termination.Optimal, plan.Proof.Termination);
        return plan;
    }

    private static LocationProblem Random(int seed)
    {
        var random = new Random(seed);
        int sites = 2 + random.Next(3);
        int customers = 1 + random.Next(3);
        string[] names = ["hotel", "hospital"];
        double[] apart = [.. Enumerable.Range(0, sites).Select(_ => (double)random.Next(20))];
        var problem = new LocationProblem
        {
            WholeUnits = true,
            Sites = [.. Enumerable.Range(0, sites).Select(j => new LocationSite(
                $"s{j}", 1 + random.Next(4), random.Next(8), random.Next(3), random.Next(9) == 0 ? 1 : 0,
                random.Next(8) switch { 0 => OpeningRule.MustOpen, 1 => OpeningRule.Forbidden, _ => OpeningRule.Free },
                random.Next(4) == 0 ? null : names[random.Next(2)]))],
            Customers = [.. Enumerable.Range(0, customers).Select(i => new LocationCustomer($"c{i}", [random.Next(3)])
            {
                Classes = random.Next(4) == 0 ? [names[random.Next(2)]] : [],
            })],
            AssignmentCosts = [.. Enumerable.Range(0, customers * sites).Select(_ => random.Next(8) == 0 ? double.PositiveInfinity : random.Next(6))],
            Distances = [.. Enumerable.Range(0, customers * sites).Select(_ => (double)random.Next(12))],
            SiteDistances = [.. Enumerable.Range(0, sites * sites).Select(k => Math.Abs(apart[k / sites] - apart[k % sites]))],
            MaxDistance = random.Next(3) == 0 ? 3 + random.Next(8) : double.PositiveInfinity,
            Objectives = RandomLocations.Order(random),
        };
        return RandomLocations.WithLimits(problem, random);
    }

    // The best values of the criteria in their order; null if the rules about sites cannot be kept.
    private static double[]? Enumerate(LocationProblem problem)
    {
        int sites = problem.Sites.Length;
        double[]? best = null;
        for (int mask = 0; mask < 1 << sites; mask++)
        {
            int[] open = [.. Enumerable.Range(0, sites).Where(j => (mask >> j & 1) == 1)];
            bool keeps = open.All(j => problem.Sites[j].Opening != OpeningRule.Forbidden && problem.Sites[j].EarliestDay == 0)
                && Enumerable.Range(0, sites).All(j => problem.Sites[j].Opening != OpeningRule.MustOpen || problem.Sites[j].EarliestDay > 0 || open.Contains(j))
                && open.Length >= problem.LeastSites && open.Length <= problem.MostSites
                && open.All(a => open.All(b => a == b || problem.SiteDistances[(a * sites) + b] >= problem.LeastSeparation))
                && problem.ClassLimits.All(limit => open.Count(j => problem.Sites[j].Class == limit.Class) is int count && count >= limit.Least && count <= limit.Most);
            if (keeps)
            {
                int[] units = [.. problem.Customers.SelectMany((customer, i) => Enumerable.Repeat(i, (int)customer.Demand[0]))];
                Assign(problem, open, units, 0, new int[sites], 0, open.Sum(j => problem.Sites[j].OpeningCost + problem.Sites[j].CostPerOpenDay), 0, ref best);
            }
        }

        return best;
    }

    private static void Assign(LocationProblem problem, int[] open, int[] units, int unit, int[] load, double farthest, double cost, int unserved, ref double[]? best)
    {
        if (unit == units.Length)
        {
            double[] values = [.. problem.Objectives.Select(c => new SiteEvaluation(unserved, cost) { Farthest = farthest, SiteCount = open.Length }.Of(c))];
            best = best is null || Less(values, best) ? values : best;
            return;
        }

        Assign(problem, open, units, unit + 1, load, farthest, cost, unserved + 1, ref best);
        int customer = units[unit];
        foreach (int site in open)
        {
            int pair = (customer * problem.Sites.Length) + site;
            ImmutableArray<string> classes = problem.Customers[customer].Classes;
            if (load[site] < problem.Sites[site].Capacity && double.IsFinite(problem.AssignmentCosts[pair]) && problem.Distances[pair] <= problem.MaxDistance
                && (classes.IsEmpty || classes.Contains(problem.Sites[site].Class!)))
            {
                load[site]++;
                Assign(problem, open, units, unit + 1, load, Math.Max(farthest, problem.Distances[pair]), cost + problem.AssignmentCosts[pair], unserved, ref best);
                load[site]--;
            }
        }
    }

    private static bool Less(double[] a, double[] b)
    {
        int k = 0;
        while (k < a.Length - 1 && a[k] == b[k])
        {
            k++;
        }

        return a[k] < b[k];
    }
}
