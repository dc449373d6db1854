using System.Collections.Immutable;
using CsCheck;
using Readiness.Supplies;
using Readiness.Supplies.Shortages;

namespace Readiness.Tests.Supplies.Shortages;

public sealed class ShortagePropertyTests
{
    private static readonly AllocationOptions Quick = new() { TimeLimit = TimeSpan.FromSeconds(5), Threads = 1 };

    [Fact]
    public void Causes_of_tiny_problems_add_up() =>
        Gen.Int[0, 1_000_000].Sample(seed => AssertAddsUp(RandomAllocation.Tiny(seed)), iter: 100, threads: 1);

    [Fact]
    public void Causes_of_tiny_problems_with_alternatives_offers_least_dispatches_and_shipments_add_up() =>
        Gen.Int[0, 1_000_000].Sample(
            seed => AssertAddsUp(Risks.RandomShipments.Add(
                RandomAllocation.WithOffers(RandomAllocation.WithMinimum(RandomAllocation.WithAlternatives(RandomAllocation.Tiny(seed), seed), seed), seed), seed) with
            { ShipmentConfidence = 0.6 }),
            iter: 100,
            threads: 1);

    [Fact]
    public void Causes_of_problems_with_lorries_add_up() =>
        Gen.Int[0, 1_000_000].Sample(seed => AssertAddsUp(RandomAllocation.Lorries(seed)), iter: 40, threads: 1);

    [Fact]
    public void Causes_of_districts_add_up() =>
        Gen.Int[0, 1_000_000].Sample(
            seed => AssertAddsUp(RandomAllocation.District(seed, centres: 3, items: 3, days: 6, withReserves: true, withStorage: true)), iter: 5, threads: 1);

    [Fact]
    public void Causes_of_a_plan_that_does_nothing_add_up() =>
        Gen.Int[0, 1_000_000].Sample(
            seed =>
            {
                AllocationProblem problem = RandomAllocation.District(seed, withReserves: true, withStorage: true);
                AssertAddsUp(problem, new SupplyPlan([], [.. new long[problem.Demands.Length]], new PlanProof(Termination.Finished, [])));
            },
            iter: 5,
            threads: 1);

    [Fact]
    public void Every_remedy_of_a_tiny_problem_holds() =>
        Gen.Int[0, 1_000_000].Sample(seed => AssertRemedies(RandomAllocation.Tiny(seed)), iter: 80, threads: 1);

    [Fact]
    public void Every_remedy_of_a_problem_with_lorries_holds() =>
        Gen.Int[0, 1_000_000].Sample(seed => AssertRemedies(RandomAllocation.Lorries(seed)), iter: 20, threads: 1);

    [Fact]
    public void Every_remedy_of_a_district_holds() =>
        Gen.Int[0, 1_000_000].Sample(
            seed => AssertRemedies(RandomAllocation.District(seed, centres: 2, items: 3, days: 5, withReserves: true, withStorage: true)), iter: 2, threads: 1);

    private static SupplyPlan Plan(AllocationProblem problem) =>
        new SupplyPlanner().Plan(problem, Quick, cancellationToken: TestContext.Current.CancellationToken);

    private static void AssertAddsUp(AllocationProblem problem) => AssertAddsUp(problem, Plan(problem));

    private static void AssertAddsUp(AllocationProblem problem, SupplyPlan plan)
    {
        ImmutableArray<Shortage> shortages = new SupplyExplainer().Explain(problem, plan, cancellationToken: TestContext.Current.CancellationToken);
        var unserved = new long[problem.Demands.Length];
        foreach (Shortage shortage in shortages)
        {
            Assert.Equal(shortage.Unserved, shortage.Causes.Sum(share => share.Units));
            Assert.Equal(shortage.Unserved, shortage.Demands.Sum(demand => demand.Unserved));
            Assert.Equal(
                shortage.Causes,
                shortage.Demands.SelectMany(demand => demand.Causes).GroupBy(share => share.Cause).OrderBy(group => group.Key)
                    .Select(group => new CauseShare(group.Key, group.Sum(share => share.Units))));
            Assert.All(shortage.Demands, demand => Assert.Equal(demand.Unserved, demand.Causes.Sum(share => share.Units)));
            Assert.All(shortage.Demands.SelectMany(demand => demand.Causes), share => Assert.True(share.Units > 0));
            foreach (DemandShortage demand in shortage.Demands)
            {
                unserved[demand.Demand] += demand.Unserved;
            }
        }

        Assert.Equal(problem.Demands.Select((demand, j) => demand.Units - plan.Served[j]), unserved);
    }

    private static void AssertRemedies(AllocationProblem problem)
    {
        SupplyPlan plan = Plan(problem);
        foreach (Shortage shortage in new SupplyExplainer().Explain(problem, plan, new ExplainOptions { MostRemedies = 10 }, TestContext.Current.CancellationToken))
        {
            int[] demands = [.. shortage.Demands.Select(demand => demand.Demand)];
            foreach (Remedy remedy in shortage.Remedies)
            {
                Assert.Empty(new SupplyAuditor().Audit(remedy.ApplyTo(problem), remedy.Plan));
                Assert.Equal(remedy.Served, demands.Sum(j => remedy.Plan.Served[j] - plan.Served[j]));
                Assert.InRange(remedy.Served, 1, shortage.Unserved);
                Assert.All(problem.Demands.Select((_, j) => j).Except(demands), j => Assert.True(remedy.Plan.Served[j] >= plan.Served[j]));
                Assert.True(remedy.Amount > 0);
            }
        }
    }
}
