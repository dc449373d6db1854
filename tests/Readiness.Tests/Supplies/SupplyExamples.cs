using System.Collections.Immutable;
using Readiness.Supplies;

namespace Readiness.Tests.Supplies;

/// <summary>Short ways to write small problems.</summary>
internal static class SupplyExamples
{
    public static AllocationProblem Store(int days, long stock, TransportLane lane, long pack = 1, double volume = 0, params SupplyDemand[] demands) => new()
    {
        Days = days,
        Places = ["store", "centre"],
        Items = [new AllocationItem("mask", pack, volume)],
        Levels = [new DemandLevel("need", FairnessRule.MaximumFill)],
        Lots = [new SupplyLot(0, 0, stock)],
        Lanes = [lane],
        Demands = [.. demands],
    };

    public static SupplyDemand Need(int place, int day, long units, int level = 0, int item = 0) =>
        new(place, day, level, units, [new ItemNeed(item, 1)]);

    public static SupplyPlan Solve(AllocationProblem problem)
    {
        SupplyPlan plan = new SupplyPlanner().Plan(problem, new AllocationOptions { Threads = 1 }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Empty(new SupplyAuditor().Audit(problem, plan));
        return plan;
    }

    public static ImmutableArray<string> Rules(AllocationProblem problem, SupplyPlan plan) =>
        [.. new SupplyAuditor().Audit(problem, plan).Select(violation => violation.Rule).Distinct().Order()];
}
