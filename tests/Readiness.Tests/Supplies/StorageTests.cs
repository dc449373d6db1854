using Readiness.Supplies;
using static Readiness.Tests.Supplies.SupplyExamples;

namespace Readiness.Tests.Supplies;

public sealed class StorageTests
{
    [Fact]
    public void What_does_not_fit_is_not_sent()
    {
        AllocationProblem problem = Store(3, 100, new TransportLane(0, 1, 0, CapacityPerDay: 4), volume: 1, demands: Need(1, 2, 100)) with
        {
            StorageLimits = [new StorageLimit(1, 5)],
        };

        // Five lie there overnight, four come on the day itself.
        Assert.Equal([9L], Solve(problem).Served);
    }

    [Fact]
    public void Only_what_is_left_in_the_evening_takes_room()
    {
        AllocationProblem problem = Store(1, 100, new TransportLane(0, 1), volume: 1, demands: Need(1, 0, 50)) with { StorageLimits = [new StorageLimit(1, 0)] };
        Assert.Equal([50L], Solve(problem).Served);
    }

    [Fact]
    public void Lots_from_outside_are_accepted_and_keep_transfers_away()
    {
        AllocationProblem problem = Store(3, 10, new TransportLane(0, 1), volume: 1, demands: [Need(1, 1, 3), Need(1, 2, 9)]) with
        {
            Lots = [new SupplyLot(0, 0, 10), new SupplyLot(1, 0, 8)],
            StorageLimits = [new StorageLimit(1, 4)],
        };
        Assert.Equal([3L, 9L], Solve(problem).Served);
        Assert.All(Solve(problem).Transfers, transfer => Assert.Equal(2, transfer.Day));
    }

    [Fact]
    public void What_nobody_needs_is_sent_away_to_make_room()
    {
        AllocationProblem problem = Store(2, 0, new TransportLane(0, 1, 1), volume: 1, demands: Need(1, 1, 1)) with
        {
            Items = [new AllocationItem("mask", 10, 1), new AllocationItem("tent", 1, 5)],
            Lots = [new SupplyLot(0, 0, 10), new SupplyLot(1, 1, 1)],
            Lanes = [new TransportLane(0, 1, 1), new TransportLane(1, 0)],
            StorageLimits = [new StorageLimit(1, 4)],
        };
        SupplyPlan plan = Solve(problem);
        Assert.Equal([1L], plan.Served);
        Assert.Contains(plan.Transfers, transfer => transfer.Item == 1);
    }

    [Fact]
    public void Limits_that_are_not_well_formed_are_named()
    {
        AllocationProblem problem = Store(1, 1, new TransportLane(0, 1)) with { StorageLimits = [new(2, double.NaN), new(0, -1), new(0, 1)] };
        string message = Assert.Throws<ArgumentException>(() => new SupplyPlanner().Plan(problem, cancellationToken: TestContext.Current.CancellationToken)).Message;
        Assert.All(
            ["StorageLimits[0].Place", "StorageLimits[0].Volume", "StorageLimits[1].Volume", "StorageLimits[2] is for place 0 again"],
            part => Assert.Contains(part, message, StringComparison.Ordinal));
    }
}
