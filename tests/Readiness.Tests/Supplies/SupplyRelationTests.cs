using System.Collections.Immutable;
using CsCheck;
using Readiness.Supplies;
using static Readiness.Tests.Supplies.SupplyExamples;

namespace Readiness.Tests.Supplies;

/// <summary>How the optimum must change, or not, when the problem is changed.</summary>
public sealed class SupplyRelationTests
{
    [Fact]
    public void More_stock_never_worsens_the_needs() => Gen.Int[0, 1_000_000].Sample(
        seed =>
        {
            // First expired, first out can make an extra early lot a burden on the way, and any lot where room is scarce.
            AllocationProblem problem = RandomAllocation.Tiny(seed) with { StorageLimits = [] };
            problem = problem with { Lots = [.. problem.Lots.Select(lot => lot with { LastUsableDay = int.MaxValue })] };
            AllocationProblem richer = problem with { Lots = [.. problem.Lots, new SupplyLot(seed % 2, 0, 1 + (seed % 3))] };
            int needs = PlanVector.Of(new SupplyAuditor().Evaluate(problem, Solve(problem))).Length - PlanVector.AfterNeeds;
            double[] poor = Values(problem)[..needs];
            double[] rich = Values(richer)[..needs];
            int first = Enumerable.Range(0, needs).FirstOrDefault(k => Math.Abs(poor[k] - rich[k]) > 1e-6, -1);
            Assert.True(first < 0 || rich[first] < poor[first], $"{string.Join(' ', poor)} -> {string.Join(' ', rich)}");
        },
        iter: 40,
        threads: 1);

    [Fact]
    public void A_larger_reserve_never_betters_the_needs() => Gen.Int[0, 1_000_000].Sample(
        seed =>
        {
            // A plan that keeps the larger one keeps the smaller one too; a level that may break it can only gain from being asked less.
            AllocationProblem problem = RandomAllocation.Tiny(seed);
            AllocationProblem asking = problem with { Reserves = [new StockReserve(seed % 2, 0, 1 + (seed % 3), -1)] };
            AllocationProblem asked = problem with { Reserves = [asking.Reserves[0] with { Quantity = asking.Reserves[0].Quantity + 1 + (seed % 2) }] };
            int needs = Values(problem).Length - PlanVector.AfterNeeds;
            double[] lax = Values(asking)[..needs];
            double[] strict = Values(asked)[..needs];
            int first = Enumerable.Range(0, needs).FirstOrDefault(k => Math.Abs(lax[k] - strict[k]) > 1e-6, -1);
            Assert.True(first < 0 || lax[first] < strict[first], $"{string.Join(' ', lax)} -> {string.Join(' ', strict)}");
        },
        iter: 40,
        threads: 1);

    [Fact]
    public void Relabelling_places_and_items_does_not_change_the_value() => Gen.Int[0, 1_000_000].Sample(
        seed =>
        {
            // Lanes keep their order, which decides who is given the lots that expire first.
            AllocationProblem problem = RandomAllocation.Tiny(seed);
            int last = problem.Items.Length - 1;
            AllocationProblem renamed = problem with
            {
                Places = [.. problem.Places.Reverse()],
                Items = [.. problem.Items.Reverse()],
                Lots = [.. problem.Lots.Select(lot => lot with { Place = 1 - lot.Place, Item = last - lot.Item })],
                Lanes = [.. problem.Lanes.Select(lane => lane with { From = 1 - lane.From, To = 1 - lane.To })],
                Reserves = [.. problem.Reserves.Select(reserve => reserve with { Place = 1 - reserve.Place, Item = last - reserve.Item })],
                StorageLimits = [.. problem.StorageLimits.Select(limit => limit with { Place = 1 - limit.Place })],
                Demands =
                [
                    .. problem.Demands.Select(demand => demand with
                    {
                        Place = 1 - demand.Place,
                        Needs = [.. demand.Needs.Select(need => need with { Item = last - need.Item })],
                    }),
                ],
            };
            Assert.All(Values(problem).Zip(Values(renamed)), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
        },
        iter: 40,
        threads: 1);

    private static double[] Values(AllocationProblem problem)
    {
        SupplyPlan plan = Solve(problem);
        Assert.Equal(Termination.Optimal, plan.Proof.Termination);
        return PlanVector.Of(new SupplyAuditor().Evaluate(problem, plan));
    }
}
