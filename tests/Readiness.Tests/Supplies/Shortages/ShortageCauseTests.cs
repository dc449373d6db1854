using System.Collections.Immutable;
using Readiness.Supplies;
using Readiness.Supplies.Shortages;
using static Readiness.Tests.Supplies.SupplyExamples;

namespace Readiness.Tests.Supplies.Shortages;

/// <summary>One small case for each cause, to be followed with a pencil.</summary>
public sealed class ShortageCauseTests
{
    private static readonly TransportLane Lane = new(0, 1, 1);

    [Fact]
    public void Where_there_is_not_enough_it_is_the_stock() =>
        AssertCauses(Store(3, 6, Lane, demands: Need(1, 2, 9)), (ShortageCause.Stock, 3));

    [Fact]
    public void What_a_plan_leaves_on_the_shelf_is_the_plan()
    {
        AllocationProblem problem = Store(3, 6, Lane, demands: Need(0, 1, 9));
        AssertCauses(problem, new SupplyPlan([], [2], new PlanProof(Termination.Finished, [])), (ShortageCause.Plan, 4), (ShortageCause.Stock, 3));
    }

    [Fact]
    public void A_plan_that_gives_the_less_urgent_what_others_need_is_the_cause()
    {
        AllocationProblem problem = Store(2, 6, Lane, demands: [Need(0, 0, 4, level: 1), Need(0, 1, 5)]) with { Levels = [new("urgent", FairnessRule.MaximumFill), new("routine", FairnessRule.MaximumFill)] };
        AssertCauses(problem, new SupplyPlan([], [4, 2], new PlanProof(Termination.Finished, [])), (ShortageCause.Plan, 3));
    }

    [Fact]
    public void Half_a_pack_does_not_travel() =>
        AssertCauses(Store(3, 14, Lane, pack: 10, demands: Need(1, 2, 20)), (ShortageCause.PackSize, 4), (ShortageCause.Stock, 6));

    [Fact]
    public void A_full_lorry_is_named() =>
        AssertCauses(Store(3, 20, Lane with { CapacityPerDay = 2 }, volume: 1, demands: Need(1, 2, 9)), (ShortageCause.Lorry, 5));

    [Fact]
    public void A_full_store_is_named()
    {
        AllocationProblem problem = Store(3, 20, Lane, volume: 1, demands: [Need(1, 2, 9)]) with
        {
            Items = [new AllocationItem("mask", 1, 1), new AllocationItem("tent", 1, 5)],
            Lots = [new SupplyLot(0, 0, 20), new SupplyLot(1, 1, 1)],
            StorageLimits = [new StorageLimit(1, 4)],
        };
        AssertCauses(problem, (ShortageCause.Storage, 9));
    }

    [Fact]
    public void A_unit_that_either_of_two_lifts_would_serve_counts_for_the_one_lifted_first() =>
        AssertCauses(
            Store(3, 20, Lane with { CapacityPerDay = 6 }, volume: 1, demands: Need(1, 2, 9)) with { StorageLimits = [new StorageLimit(1, 2)] },
            (ShortageCause.Lorry, 1));

    [Fact]
    public void A_reserve_is_named() =>
        AssertCauses(Store(3, 10, Lane, demands: Need(1, 2, 12)) with { Reserves = [new StockReserve(0, 0, 6, 0)] }, (ShortageCause.Reserve, 6), (ShortageCause.Stock, 2));

    [Fact]
    public void Expiry_is_named()
    {
        AllocationProblem problem = Store(3, 2, Lane, demands: Need(0, 2, 9)) with { Lots = [new SupplyLot(0, 0, 2), new SupplyLot(0, 0, 4, 0, 1), new SupplyLot(0, 0, 1, 1, 0)] };
        AssertCauses(problem, (ShortageCause.Expiry, 5), (ShortageCause.Stock, 2));
    }

    [Fact]
    public void A_long_way_is_named() =>
        AssertCauses(Store(3, 10, Lane with { LeadTimeDays = 2 }, demands: [Need(1, 1, 4), Need(1, 2, 3)]), (ShortageCause.LeadTime, 4));

    [Fact]
    public void A_late_delivery_is_named_within_and_beyond_the_horizon()
    {
        AllocationProblem problem = Store(3, 0, Lane, demands: [Need(0, 1, 9)]) with { Lots = [new SupplyLot(0, 0, 3, 2), new SupplyLot(0, 0, 4, 8)] };
        AssertCauses(problem, (ShortageCause.Delivery, 7), (ShortageCause.Stock, 2));
    }

    [Fact]
    public void More_urgent_needs_are_named()
    {
        AllocationProblem problem = Store(3, 10, Lane, demands: [Need(0, 0, 7), Need(1, 2, 12, level: 1)]) with { Levels = [new("urgent", FairnessRule.MaximumFill), new("routine", FairnessRule.MaximumFill)] };
        AssertCauses(problem, (ShortageCause.Priority, 7), (ShortageCause.Stock, 2));
    }

    [Fact]
    public void Where_all_get_the_same_share_it_is_the_stock()
    {
        AllocationProblem problem = Store(3, 10, Lane, demands: [Need(0, 2, 10), Need(1, 2, 10)]) with { Levels = [new("need", FairnessRule.MaxMin)] };
        ImmutableArray<Shortage> shortages = Explain(problem, Solve(problem));
        Assert.Equal(2, shortages.Length);
        Assert.All(shortages, shortage => Assert.Equal([new CauseShare(ShortageCause.Stock, 5)], shortage.Causes));
    }

    [Fact]
    public void Who_is_left_with_less_than_a_fair_share_is_told_so()
    {
        // Half of all that is needed is served, so both should have 5; the store has 8.
        AllocationProblem problem = Store(3, 10, Lane, demands: [Need(0, 2, 10), Need(1, 2, 10)]);
        AssertCauses(
            problem,
            new SupplyPlan([new Transfer(0, 0, 0, 2)], [8, 2], new PlanProof(Termination.Finished, [])),
            (ShortageCause.Stock, 2),
            (ShortageCause.Fairness, 3),
            (ShortageCause.Stock, 5));
    }

    [Fact]
    public void A_unit_that_two_limits_keep_away_counts_for_the_one_lifted_last() =>
        AssertCauses(Store(3, 20, Lane with { CapacityPerDay = 2, LeadTimeDays = 2 }, volume: 1, demands: [Need(1, 1, 9), Need(1, 2, 2)]), (ShortageCause.LeadTime, 9));

    [Fact]
    public void A_kit_lacks_what_its_scarcest_item_lacks()
    {
        AllocationProblem problem = Store(3, 0, Lane, demands: new SupplyDemand(0, 1, 0, 10, [new ItemNeed(0, 2), new ItemNeed(1, 1)])) with
        {
            Items = [new AllocationItem("glove"), new AllocationItem("gown")],
            Lots = [new SupplyLot(0, 0, 12), new SupplyLot(0, 0, 5, 2), new SupplyLot(0, 1, 7), new SupplyLot(0, 1, 5, 2)],
        };
        AssertCauses(problem, (ShortageCause.Delivery, 2), (ShortageCause.Stock, 2));
    }

    [Fact]
    public void Demands_of_a_place_that_use_the_same_items_are_one_shortage_and_each_has_its_own_causes()
    {
        AllocationProblem problem = Store(3, 2, Lane, demands: [Need(0, 0, 4), Need(0, 2, 9)]) with { Lots = [new SupplyLot(0, 0, 2), new SupplyLot(0, 0, 7, 1)] };
        Shortage shortage = Assert.Single(Explain(problem, new SupplyPlan([], [2, 5], new PlanProof(Termination.Finished, []))));
        Assert.Equal((0, 0, 6L), (shortage.Place, shortage.Level, shortage.Unserved));
        Assert.Equal([0, 1], shortage.Demands.Select(demand => demand.Demand));
        Assert.Equal([new CauseShare(ShortageCause.Stock, 2)], shortage.Demands[0].Causes);
        Assert.Equal([new CauseShare(ShortageCause.Plan, 2), new CauseShare(ShortageCause.Stock, 2)], shortage.Demands[1].Causes);
        Assert.Equal(shortage.Causes.Sum(share => share.Units), shortage.Unserved);
    }

    [Fact]
    public void A_plan_that_cannot_be_carried_out_is_refused()
    {
        AllocationProblem problem = Store(3, 2, Lane, demands: Need(0, 0, 4));
        var plan = new SupplyPlan([], [3], new PlanProof(Termination.Finished, []));
        Assert.Contains("servedStock", Assert.Throws<ArgumentException>(() => Explain(problem, plan)).Message, StringComparison.Ordinal);
    }

    private static ImmutableArray<Shortage> Explain(AllocationProblem problem, SupplyPlan plan) =>
        new SupplyExplainer().Explain(problem, plan, cancellationToken: TestContext.Current.CancellationToken);

    private static void AssertCauses(AllocationProblem problem, params (ShortageCause Cause, long Units)[] causes) =>
        AssertCauses(problem, Solve(problem), causes);

    private static void AssertCauses(AllocationProblem problem, SupplyPlan plan, params (ShortageCause Cause, long Units)[] causes) =>
        Assert.Equal(
            causes.Select(cause => new CauseShare(cause.Cause, cause.Units)),
            Explain(problem, plan).Where(shortage => shortage.Level == 0 || problem.Levels.Length == 2).SelectMany(shortage => shortage.Causes));
}
