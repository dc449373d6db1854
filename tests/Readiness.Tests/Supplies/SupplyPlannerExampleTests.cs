using Readiness.Supplies;
using static Readiness.Tests.Supplies.SupplyExamples;

namespace Readiness.Tests.Supplies;

public sealed class SupplyPlannerExampleTests
{
    [Theory]
    [InlineData(0, 0, 5)]
    [InlineData(1, 0, 0)]
    [InlineData(1, 1, 5)]
    [InlineData(2, 1, 0)]
    [InlineData(2, 2, 5)]
    public void Stock_arrives_after_the_lead_time(int lead, int day, long served) =>
        Assert.Equal([served], Solve(Store(3, 5, new TransportLane(0, 1, lead), demands: Need(1, day, 5))).Served);

    [Fact]
    public void Transfers_are_whole_packs()
    {
        SupplyPlan plan = Solve(Store(2, 25, new TransportLane(0, 1), pack: 10, demands: [Need(1, 0, 13), Need(1, 1, 13)]));
        Assert.Equal(20, plan.Served.Sum());
        Assert.All(plan.Transfers, transfer => Assert.Equal(0, transfer.Quantity % 10));
        Assert.Equal(Termination.Optimal, plan.Proof.Termination);
    }

    [Fact]
    public void A_full_lane_is_used_on_the_days_before()
    {
        SupplyPlan plan = Solve(Store(3, 100, new TransportLane(0, 1, 0, CapacityPerDay: 4), volume: 1, demands: Need(1, 2, 100)));
        Assert.Equal([12L], plan.Served);
        Assert.Equal(Termination.Optimal, plan.Proof.Termination);
    }

    [Fact]
    public void Same_day_transfers_do_not_pass_on_what_came_the_same_day()
    {
        AllocationProblem problem = Store(2, 5, new TransportLane(0, 1), demands: Need(1, 0, 1)) with
        {
            Places = ["store", "centre", "post"],
            Lanes = [new TransportLane(0, 1), new TransportLane(1, 2)],
            Demands = [Need(2, 0, 5), Need(2, 1, 3)],
        };
        Assert.Equal([0L, 3L], Solve(problem).Served);
    }

    [Fact]
    public void What_expires_first_is_used_first()
    {
        AllocationProblem problem = Store(3, 0, new TransportLane(0, 1), demands: [Need(0, 0, 4), Need(0, 2, 4)]) with
        {
            Lots = [new SupplyLot(0, 0, 4), new SupplyLot(0, 0, 5, 0, 1)],
        };
        SupplyPlan plan = Solve(problem);
        Assert.Equal([4L, 4L], plan.Served);
        Assert.Equal(1, new SupplyAuditor().Evaluate(problem, plan).Expired);
    }

    [Fact]
    public void A_lot_is_usable_on_its_last_day_and_not_after()
    {
        AllocationProblem problem = Store(3, 0, new TransportLane(0, 1), demands: [Need(0, 1, 1), Need(0, 2, 1)]) with
        {
            Lots = [new SupplyLot(0, 0, 2, 0, 1)],
        };
        Assert.Equal([1L, 0L], Solve(problem).Served);
    }

    [Fact]
    public void Nothing_is_sent_that_expires_on_the_way()
    {
        AllocationProblem problem = Store(3, 0, new TransportLane(0, 1, 2), demands: Need(1, 2, 3)) with
        {
            Lots = [new SupplyLot(0, 0, 3, 0, 1), new SupplyLot(0, 0, 2)],
        };
        Assert.Equal([2L], Solve(problem).Served);
    }

    [Fact]
    public void A_lower_level_never_pays_for_a_higher_one()
    {
        AllocationProblem problem = Store(1, 3, new TransportLane(0, 1), demands: [Need(0, 0, 3, level: 1), Need(1, 0, 2)]) with
        {
            Levels = [new("first", FairnessRule.MaximumFill), new("second", FairnessRule.MaximumFill)],
        };
        Assert.Equal([1L, 2L], Solve(problem).Served);
    }

    [Fact]
    public void A_fair_level_shares_a_shortage_by_fill_rate()
    {
        AllocationProblem problem = Store(1, 6, new TransportLane(0, 1), demands: [Need(0, 0, 8), Need(1, 0, 4)]) with
        {
            Levels = [new("need", FairnessRule.MaxMin)],
        };
        SupplyPlan plan = Solve(problem);
        Assert.Equal([4L, 2L], plan.Served);
        Assert.Equal(0.5, plan.Proof.Levels[0].Objective, 1e-9);
        Assert.Equal(0.5, plan.Proof.Levels[0].Bound, 1e-6);
    }

    [Fact]
    public void A_kit_is_served_whole_or_not_at_all()
    {
        AllocationProblem problem = Store(1, 6, new TransportLane(0, 1)) with
        {
            Items = [new("gown"), new("mask")],
            Lots = [new(0, 0, 6), new(0, 1, 5)],
            Demands = [new(0, 0, 0, 4, [new(0, 1), new(1, 2)])],
        };
        Assert.Equal([2L], Solve(problem).Served);
    }

    [Theory]
    [InlineData(12, 12, 12, 15)]
    [InlineData(12, 3, 3, 15)]
    [InlineData(4, 3, 3, 5)]
    [InlineData(0, 3, 3, 5)]
    [InlineData(21, 3, 0, 0)]
    public void A_dispatch_is_large_enough_or_none(long least, long wanted, long served, long sent)
    {
        // Packs of five, and twenty units in the store.
        SupplyPlan plan = Solve(Store(1, 20, new TransportLane(0, 1) { MinimumUnits = least }, pack: 5, demands: [Need(1, 0, wanted)]));
        Assert.Equal(served, plan.Served[0]);
        Assert.Equal(sent, plan.Transfers.Sum(transfer => transfer.Quantity));
        Assert.Equal(Termination.Optimal, plan.Proof.Termination);
    }

    [Fact]
    public void Dispatches_that_are_too_small_are_joined_on_one_day()
    {
        AllocationProblem problem = Store(4, 8, new TransportLane(0, 1) { MinimumUnits = 4 }, demands: [.. Enumerable.Range(0, 4).Select(day => Need(1, day, 1))]);
        SupplyPlan plan = Solve(problem);
        Assert.Equal([new Transfer(0, 0, 0, 4)], plan.Transfers);
    }

    [Fact]
    public void Every_mistake_in_a_problem_is_named_at_once()
    {
        AllocationProblem problem = Store(0, -1, new TransportLane(0, 7, -2) { MinimumUnits = -1 }, pack: 0, demands: new SupplyDemand(5, 9, 3, -4, [], 0));
        string message = Assert.Throws<ArgumentException>(() => new SupplyPlanner().Plan(problem, cancellationToken: TestContext.Current.CancellationToken)).Message;
        Assert.All(
            ["Days", "Items[0].PackSize", "Lots[0].Quantity", "Lanes[0].To", "Lanes[0].LeadTimeDays", "Lanes[0].MinimumUnits", "Demands[0].Place", "Demands[0].Day", "Demands[0].Level", "Demands[0].Units", "Demands[0].Weight", "Demands[0].Needs"],
            part => Assert.Contains(part, message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_problem_without_anything_has_an_optimal_plan()
    {
        AllocationProblem problem = new() { Days = 1, Places = [], Items = [], Levels = [] };
        Assert.Equal(Termination.Optimal, Solve(problem).Proof.Termination);
    }
}
