using System.Globalization;
using Readiness.Quarantine;

namespace Readiness.Tests.Quarantine;

public sealed class SitePlannerOptimalityTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 12)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Tiny_problems_reach_the_enumerated_optimum(int block)
    {
        for (int seed = block * 12; seed < (block + 1) * 12; seed++)
        {
            CompareWithEnumeration(RandomLocations.Create(seed), seed);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void So_do_those_with_every_rule_and_list_of_criteria(int block)
    {
        for (int seed = block * 25; seed < (block + 1) * 25; seed++)
        {
            CompareWithEnumeration(RandomLocations.Ruled(seed), seed);
        }
    }

    // Too large for whole stays in the model, so that every level has only the search that is meant for it.
    [Fact]
    public void The_fewest_sites_of_several_days_are_proved()
    {
        LocationProblem problem = new()
        {
            Days = 15,
            LengthOfStay = 4,
            WholeUnits = true,
            Sites = [.. Enumerable.Range(0, 10).Select(j => new LocationSite($"s{j}", 4 + (6 * j), 1))],
            Customers = [.. Enumerable.Range(0, 5).Select(i => new LocationCustomer($"c{i}", [.. Enumerable.Range(0, 15).Select(d => (double)((i + d) % 6))]))],
            AssignmentCosts = [.. Enumerable.Range(0, 50).Select(pair => (double)((pair % 10) - (pair / 10) + 6))],
            Objectives = [LocationCriterion.Unserved, LocationCriterion.SiteCount, LocationCriterion.Cost],
        };

        SitePlan plan = Solve(problem);

        Assert.Empty(new SiteAuditor().Audit(problem, plan));
        int mostAtOnce = Enumerable.Range(0, 15).Max(day => problem.Customers.Sum(c => (int)c.Demand.Skip(day - 3).Take(day < 3 ? day + 1 : 4).Sum()));
        Assert.InRange(mostAtOnce, 53, 58);
        Assert.Equal([0.0, 1.0], plan.Proof.Levels.Take(2).Select(level => level.Objective));
        Assert.Equal(1, plan.Proof.Levels[1].Bound);
        Assert.Equal([9], plan.Sites.Select(use => use.Site));
    }

    private static void CompareWithEnumeration(LocationProblem problem, int seed)
    {
        double[]? expected = new ExhaustiveSearch(problem).Run();

        SitePlan plan = new SitePlanner().Plan(problem, new LocationOptions { Threads = 1, WithRelaxations = false }, null, TestContext.Current.CancellationToken);

        Assert.Empty(new SiteAuditor().Audit(problem, plan));
        if (expected is null)
        {
            Assert.True(plan.Proof is { Termination: Termination.Infeasible, Levels.IsEmpty: true }, $"seed {seed}: {plan.Proof}");
            return;
        }

        Assert.True(
            Termination.Optimal == plan.Proof.Termination,
            $"seed {seed}: {plan.Proof.Termination} {string.Join(", ", plan.Proof.Levels)}, not {string.Join(", ", expected)}");
        for (int k = 0; k < expected.Length; k++)
        {
            Assert.True(Math.Abs(expected[k] - plan.Proof.Levels[k].Objective) < 1e-5, $"seed {seed}: {string.Join(", ", expected)}, not {plan.Proof.Levels[k]}");
        }
    }

    [Fact]
    public void The_published_instance_cap41_is_solved_to_its_published_optimum()
    {
        LocationProblem problem = ReadCap("cap41.txt");

        SitePlan plan = new SitePlanner().Plan(problem, new LocationOptions { Threads = 1 }, null, TestContext.Current.CancellationToken);

        Assert.Empty(new SiteAuditor().Audit(problem, plan));
        Assert.Equal(Termination.Optimal, plan.Proof.Termination);
        Assert.Equal(0, plan.Proof.Levels[0].Objective);
        Assert.Equal(1040444.375, plan.Proof.Levels[1].Objective, 3);
    }

    [Fact]
    public void Single_source_is_never_cheaper_than_multi_source()
    {
        for (int seed = 0; seed < 15; seed++)
        {
            LocationProblem problem = RandomLocations.Create(seed + 500, mostCustomers: 4, mostDemand: 4, singleSource: false);

            SitePlan multi = Solve(problem);
            SitePlan single = Solve(problem with { SingleSource = true });

            AssertNotBelow(single, multi, seed);
        }
    }

    [Fact]
    public void More_rooms_never_hurt()
    {
        for (int seed = 0; seed < 15; seed++)
        {
            LocationProblem problem = RandomLocations.Create(seed + 700, mostCustomers: 4, mostDemand: 4);

            SitePlan less = Solve(problem);
            SitePlan more = Solve(problem with { Sites = [.. problem.Sites.Select(site => site with { Capacity = site.Capacity + 1 })] });

            AssertNotBelow(less, more, seed);
        }
    }

    [Fact]
    public void Relabelling_changes_no_value()
    {
        for (int seed = 0; seed < 15; seed++)
        {
            LocationProblem problem = RandomLocations.Create(seed + 900, mostCustomers: 4, mostDemand: 4);
            int sites = problem.Sites.Length;
            LocationProblem mirrored = problem with
            {
                Sites = [.. problem.Sites.Reverse()],
                Customers = [.. problem.Customers.Reverse()],
                AssignmentCosts = [.. problem.AssignmentCosts.Reverse()],
                Resources = [.. problem.Resources.Select(resource => resource with
                {
                    FixedUse = [.. resource.FixedUse.Reverse()],
                    UsePerUnit = [.. resource.UsePerUnit.Reverse()],
                })],
            };

            SitePlan one = Solve(problem);
            SitePlan other = Solve(mirrored);

            AssertNotBelow(one, other, seed);
            AssertNotBelow(other, one, seed);
            Assert.Equal(sites, mirrored.Sites.Length);
        }
    }

    private static SitePlan Solve(LocationProblem problem)
    {
        SitePlan plan = new SitePlanner().Plan(problem, new LocationOptions { Threads = 1 }, null, TestContext.Current.CancellationToken);
        Assert.Equal(Termination.Optimal, plan.Proof.Termination);
        return plan;
    }

    private static void AssertNotBelow(SitePlan upper, SitePlan lower, int seed)
    {
        double unserved = upper.Proof.Levels[0].Objective - lower.Proof.Levels[0].Objective;
        Assert.True(unserved > -1e-6, $"seed {seed}: unserved {upper.Proof.Levels[0].Objective} < {lower.Proof.Levels[0].Objective}");
        double cost = upper.Proof.Levels[1].Objective - lower.Proof.Levels[1].Objective;
        Assert.True(unserved > 1e-6 || cost > -1e-6, $"seed {seed}: cost {upper.Proof.Levels[1].Objective} < {lower.Proof.Levels[1].Objective}");
    }

    // OR-Library (J. E. Beasley, https://people.brunel.ac.uk/~mastjjb/jeb/info.html, MIT licence): sites, customers; capacity and opening cost of each
    // site; then per customer the demand and the cost of serving all of it from each site.
    private static LocationProblem ReadCap(string file)
    {
        double[] numbers = [.. File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Quarantine", file))
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => double.Parse(word, CultureInfo.InvariantCulture))];
        int sites = (int)numbers[0];
        int customers = (int)numbers[1];
        double[][] rows = [.. numbers.Skip(2 + (2 * sites)).Chunk(sites + 1)];
        Assert.Equal(customers, rows.Length);
        return new LocationProblem
        {
            Sites = [.. numbers.Skip(2).Take(2 * sites).Chunk(2).Select((pair, j) => new LocationSite($"site {j}", pair[0], pair[1]))],
            Customers = [.. rows.Select((row, i) => new LocationCustomer($"customer {i}", [row[0]]))],
            AssignmentCosts = [.. rows.SelectMany(row => row.Skip(1).Select(cost => cost / row[0]))],
        };
    }
}
