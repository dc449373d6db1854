using Readiness.Quarantine;

namespace Readiness.Tests.Quarantine;

/// <summary>The worst-off first, and backups: against complete enumeration, and their exact effect.</summary>
public sealed class FairnessTests
{
    // Two zones and two hostels with half the beds; x is out of reach of b.
    private static readonly LocationProblem Short = new()
    {
        Sites = [new LocationSite("a", 2, 1), new LocationSite("b", 2, 1)],
        Customers = [new LocationCustomer("x", [2]), new LocationCustomer("y", [6])],
        AssignmentCosts = [1, double.PositiveInfinity, 1, 1],
        Objectives = [LocationCriterion.WorstOff, LocationCriterion.Unserved],
    };

    // Three sites in a row and a customer beside each; only the middle one reaches its neighbours.
    private static readonly LocationProblem Row = new()
    {
        Sites = [new LocationSite("a", 9, 5), new LocationSite("b", 9, 9), new LocationSite("c", 9, 6)],
        Customers = [new LocationCustomer("x", [4]), new LocationCustomer("y", [1]), new LocationCustomer("z", [3])],
        AssignmentCosts = [0, 0, 0, 0, 0, 0, 0, 0, 0],
        Distances = [1, 10, 20, 10, 1, 10, 20, 10, 1],
        MaxDistance = 10,
    };

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 10)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Several_days_reach_the_enumerated_optimum(int block)
    {
        for (int seed = block * 20; seed < (block + 1) * 20; seed++)
        {
            CompareWithEnumeration(RandomLocations.Create(seed + 20_000), seed);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void So_do_those_with_every_rule(int block)
    {
        for (int seed = block * 20; seed < (block + 1) * 20; seed++)
        {
            CompareWithEnumeration(RandomLocations.Ruled(seed + 500), seed);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void So_do_those_of_one_day(int block)
    {
        for (int seed = block * 30; seed < (block + 1) * 30; seed++)
        {
            LocationProblem problem = RandomLocations.Ruled(seed + 1000, mostDays: 1);
            CompareWithEnumeration(seed % 2 == 0 ? problem : problem with { Resources = [] }, seed);
        }
    }

    [Fact]
    public void Those_worse_off_come_before_the_number_of_people()
    {
        // Both share a, and y has b besides: 1 of 2 and 3 of 6.
        SitePlan fair = Solve(Short);
        Assert.Equal(0.5, fair.Proof.Levels[0].Objective, 6);
        Assert.Equal(4, fair.Proof.Levels[1].Objective, 6);
        Assert.Equal([1.0, 3.0], Missed(Short, fair));

        SitePlan cheap = Solve(Short with { Objectives = [LocationCriterion.Unserved, LocationCriterion.Cost] });
        Assert.Equal(4, cheap.Proof.Levels[0].Objective, 6);
    }

    [Fact]
    public void Where_the_worst_off_cannot_be_helped_the_next_are()
    {
        LocationProblem hopeless = Short with
        {
            Customers = [.. Short.Customers, new LocationCustomer("far", [5])],
            AssignmentCosts = [.. Short.AssignmentCosts, double.PositiveInfinity, double.PositiveInfinity],
        };

        SitePlan plan = Solve(hopeless);

        Assert.Equal(1, plan.Proof.Levels[0].Objective, 6);
        Assert.Equal(Missed(Short, Solve(Short)), Missed(hopeless, plan).Take(2));
    }

    [Fact]
    public void A_second_site_in_reach_is_bought_with_cost_but_not_with_people()
    {
        LocationProblem cheap = Row with { Objectives = [LocationCriterion.Unserved, LocationCriterion.Cost] };
        Assert.Equal([1], Solve(cheap).Sites.Select(use => use.Site));

        LocationProblem backed = Row with { Objectives = [LocationCriterion.Unserved, LocationCriterion.WithoutBackup, LocationCriterion.Cost], MostSites = 2 };
        SitePlan plan = Solve(backed);
        Assert.Equal([0, 1], plan.Sites.Select(use => use.Site));
        Assert.Equal(3, plan.Proof.Levels[1].Objective, 6);

        // With room for one in the middle the others must open, and nobody has a second site but y.
        LocationProblem tight = backed with { Sites = backed.Sites.SetItem(1, backed.Sites[1] with { Capacity = 1 }), MostSites = 2 };
        plan = Solve(tight);
        Assert.Equal([0, 2], plan.Sites.Select(use => use.Site));
        Assert.Equal([0.0, 7.0], plan.Proof.Levels.Take(2).Select(level => Math.Round(level.Objective, 6)));

        plan = Solve(tight with { Objectives = [LocationCriterion.WithoutBackup, LocationCriterion.Unserved, LocationCriterion.Cost] });
        Assert.Equal([0, 1], plan.Sites.Select(use => use.Site));
        Assert.Equal([3.0, 2.0], plan.Proof.Levels.Take(2).Select(level => Math.Round(level.Objective, 6)));
    }

    [Fact]
    public void Wrong_values_are_caught()
    {
        foreach (LocationProblem problem in (LocationProblem[])[Short, Row with { MostSites = 2, Objectives = [LocationCriterion.WithoutBackup, LocationCriterion.Unserved] }])
        {
            SitePlan plan = Solve(problem);
            LevelProof level = plan.Proof.Levels[0];
            foreach (LevelProof wrong in (LevelProof[])[level with { Objective = level.Objective + 0.01 }, level with { Objective = 0, Bound = 0 }, level with { Bound = level.Objective + 0.01 }])
            {
                SitePlan stated = plan with { Proof = plan.Proof with { Levels = plan.Proof.Levels.SetItem(0, wrong) } };
                Assert.Contains(new SiteAuditor().Audit(problem, stated), violation => violation.Rule == "proof" && violation.Subject == level.Level);
            }
        }
    }

    [Fact]
    public void The_value_without_backup_counts_whole_stays_in_reach()
    {
        LocationProblem days = Row with
        {
            Days = 3,
            LengthOfStay = 2,
            Customers = [new LocationCustomer("x", [0, 4, 0]), new LocationCustomer("y", [1, 0, 0]), new LocationCustomer("z", [0, 0, 3])],
        };
        var plan = new SitePlan([new SiteUse(0, 0, 1), new SiteUse(1, 0, 2), new SiteUse(2, 2, 2)], [new Placement(1, 0, 1, 1)], new PlanProof(Termination.Finished, []));

        SiteEvaluation value = new SiteAuditor().Evaluate(days, plan);

        // x stays on days 1 and 2, when a is not open to the end; y has a and b; z has b and c on the last day.
        Assert.Equal(8, value.WithoutBackup);
        Assert.Equal(1, value.WorstOff);
    }

    [Fact]
    public void A_search_that_is_cut_short_states_every_level_as_it_is()
    {
        for (int seed = 0; seed < 10; seed++)
        {
            LocationProblem problem = RandomLocations.Middling(seed, whole: seed % 2 == 0) with { Objectives = RandomLocations.FairOrder(new Random(seed)) };
            problem = problem with { Distances = [.. problem.AssignmentCosts.Select((_, pair) => (double)(pair * 7 % 13))] };
            foreach (LocationOptions options in (LocationOptions[])[new() { WorkLimit = 1 }, new() { TimeLimit = TimeSpan.FromMilliseconds(30) }])
            {
                SitePlan plan = new SitePlanner().Plan(problem, options with { Threads = 1, WithRelaxations = false }, null, TestContext.Current.CancellationToken);
                Assert.Empty(new SiteAuditor().Audit(problem, plan));
            }
        }
    }

    private static void CompareWithEnumeration(LocationProblem drawn, int seed)
    {
        var random = new Random(seed);
        LocationProblem problem = drawn with
        {
            Objectives = RandomLocations.FairOrder(random),
            Distances = drawn.Distances.IsEmpty ? [.. drawn.AssignmentCosts.Select(_ => (double)random.Next(12))] : drawn.Distances,
        };
        double[]? expected = new ExhaustiveSearch(problem).Run();

        SitePlan plan = new SitePlanner().Plan(problem, new LocationOptions { Threads = 1, WithRelaxations = false }, null, TestContext.Current.CancellationToken);

        Assert.Empty(new SiteAuditor().Audit(problem, plan));
        if (expected is null)
        {
            Assert.True(plan.Proof is { Termination: Termination.Infeasible, Levels.IsEmpty: true }, $"seed {seed}: {plan.Proof}");
            return;
        }

        double[] reached = ExhaustiveSearch.ValuesOf(problem, new SiteAuditor().Evaluate(problem, plan), Missed(problem, plan));
        string difference = $"seed {seed} [{string.Join(", ", problem.Objectives)}]: {string.Join(", ", reached)}, not {string.Join(", ", expected)}";
        Assert.True(expected.Zip(reached).All(pair => Math.Abs(pair.First - pair.Second) < 1e-5), difference);
        Assert.True(Termination.Optimal == plan.Proof.Termination, $"{difference} {plan.Proof.Termination} {string.Join(", ", plan.Proof.Levels)}");
    }

    // Unserved unit-days by customer.
    private static double[] Missed(LocationProblem problem, SitePlan plan) =>
    [
        .. problem.Customers.Select((_, i) => Math.Round(plan.Unserved.Where(cell => cell.Customer == i).Sum(cell => cell.Quantity * Math.Min(problem.LengthOfStay, problem.Days - cell.Day)), 6)),
    ];

    private static SitePlan Solve(LocationProblem problem)
    {
        SitePlan plan = new SitePlanner().Plan(problem, new LocationOptions { Threads = 1 }, null, TestContext.Current.CancellationToken);
        Assert.Empty(new SiteAuditor().Audit(problem, plan));
        Assert.Equal(Termination.Optimal, plan.Proof.Termination);
        return plan;
    }
}
