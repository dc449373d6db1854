using Readiness.Supplies;
using static Readiness.Tests.Supplies.SupplyExamples;

namespace Readiness.Tests.Supplies;

public sealed class ReserveTests
{
    private static readonly TransportLane Lane = new(0, 1, 1);

    [Fact]
    public void Only_levels_up_to_the_last_one_named_take_from_a_reserve()
    {
        AllocationProblem problem = Store(2, 10, Lane, demands: [Need(0, 0, 7), Need(0, 0, 7, level: 1), Need(0, 1, 1, level: 1)]) with
        {
            Levels = [new("urgent", FairnessRule.MaximumFill), new("routine", FairnessRule.MaximumFill)],
            Reserves = [new StockReserve(0, 0, 6, 0)],
        };
        Assert.Equal([7L, 0L, 0L], Solve(problem).Served);
    }

    [Fact]
    public void What_is_above_a_reserve_is_free_to_all()
    {
        AllocationProblem problem = Store(1, 10, Lane, demands: Need(0, 0, 9)) with { Reserves = [new StockReserve(0, 0, 6)] };
        Assert.Equal([4L], Solve(problem).Served);
    }

    [Fact]
    public void A_dispatch_does_not_break_a_reserve_even_for_who_might()
    {
        AllocationProblem problem = Store(2, 10, Lane, demands: Need(1, 1, 9)) with { Reserves = [new StockReserve(0, 0, 6, 0)] };
        Assert.Equal([4L], Solve(problem).Served);
    }

    [Fact]
    public void A_reserve_is_filled_up_before_others_are_served()
    {
        AllocationProblem problem = Store(3, 10, new TransportLane(0, 1, 0, CapacityPerDay: 3), volume: 1, demands: Need(1, 2, 9)) with
        {
            Reserves = [new StockReserve(1, 0, 5)],
        };
        Assert.Equal([4L], Solve(problem).Served);
    }

    [Fact]
    public void What_expires_that_evening_is_no_reserve()
    {
        AllocationProblem problem = Store(2, 0, Lane, demands: [Need(0, 0, 9), Need(0, 1, 9)]) with
        {
            Lots = [new SupplyLot(0, 0, 3), new SupplyLot(0, 0, 4, 0, 0)],
            Reserves = [new StockReserve(0, 0, 5)],
        };
        Assert.Equal([4L, 0L], Solve(problem).Served);
    }

    [Fact]
    public void A_same_day_dispatch_is_given_up_for_an_urgent_need_of_the_day()
    {
        AllocationProblem problem = Store(1, 10, new TransportLane(0, 1), demands: [Need(0, 0, 7), Need(1, 0, 4, level: 1)]) with
        {
            Levels = [new("urgent", FairnessRule.MaximumFill), new("routine", FairnessRule.MaximumFill)],
            Reserves = [new StockReserve(0, 0, 6, 0)],
        };
        Assert.Equal([7L, 0L], Solve(problem).Served);
    }

    [Fact]
    public void Reserves_that_are_not_well_formed_are_named()
    {
        AllocationProblem problem = Store(1, 1, Lane) with
        {
            Reserves = [new(2, 1, -1, 1), new(0, 0, 1, -2), new(0, 0, 1)],
        };
        string message = Assert.Throws<ArgumentException>(() => new SupplyPlanner().Plan(problem, cancellationToken: TestContext.Current.CancellationToken)).Message;
        Assert.All(
            ["Reserves[0].Place", "Reserves[0].Item", "Reserves[0].Quantity", "Reserves[0].LastLevel", "Reserves[1].LastLevel", "Reserves[2] is for place 0 and item 0 again"],
            part => Assert.Contains(part, message, StringComparison.Ordinal));
    }
}
