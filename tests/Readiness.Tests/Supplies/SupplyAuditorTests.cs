using System.Collections.Immutable;
using Readiness.Supplies;
using static Readiness.Tests.Supplies.SupplyExamples;

namespace Readiness.Tests.Supplies;

public sealed class SupplyAuditorTests
{
    private static readonly AllocationProblem Problem = new()
    {
        Days = 3,
        Places = ["store", "centre", "post"],
        Items = [new AllocationItem("mask", 5, 1)],
        Levels = [new DemandLevel("need", FairnessRule.MaxMin)],
        Lots = [new SupplyLot(0, 0, 20), new SupplyLot(1, 0, 2)],
        Lanes = [new TransportLane(0, 1, 1, 2, 3), new TransportLane(1, 2, 0, 2, 1)],
        Demands = [Need(1, 0, 4), Need(1, 1, 5), Need(2, 2, 5)],
    };

    private static SupplyPlan Sound() => Solve(Problem);

    [Fact]
    public void A_sound_plan_has_no_violation() => Assert.Empty(Rules(Problem, Sound()));

    [Fact]
    public void Too_few_served_figures_are_named() =>
        Assert.Contains("servedCount", Rules(Problem, Sound() with { Served = [0] }));

    [Fact]
    public void More_served_than_wanted_is_named() =>
        Assert.Contains("servedRange", Rules(Problem, Sound() with { Served = [-1, 0, 0] }));

    [Fact]
    public void Serving_without_stock_is_named() =>
        Assert.Contains("servedStock", Rules(Problem, Sound() with { Served = [4, 0, 0] }));

    [Theory]
    [InlineData(9, 0, 0)]
    [InlineData(0, 9, 0)]
    [InlineData(0, 0, 9)]
    public void An_unknown_lane_item_or_day_is_named(int lane, int item, int day) =>
        Assert.Contains("transferIndex", Rules(Problem, With(new Transfer(lane, item, day, 5))));

    [Fact]
    public void The_same_transfer_twice_is_named() =>
        Assert.Contains("transferUnique", Rules(Problem, With(new Transfer(0, 0, 0, 5), new Transfer(0, 0, 0, 5))));

    [Fact]
    public void A_broken_pack_is_named() => Assert.Contains("wholePacks", Rules(Problem, With(new Transfer(0, 0, 0, 4))));

    [Fact]
    public void An_overloaded_lane_is_named() => Assert.Contains("laneCapacity", Rules(Problem, With(new Transfer(0, 0, 0, 15))));

    [Fact]
    public void Dispatch_without_stock_is_named() =>
        Assert.Contains("dispatchStock", Rules(Problem, With(new Transfer(0, 0, 0, 10), new Transfer(0, 0, 1, 10), new Transfer(0, 0, 2, 5))));

    [Fact]
    public void Passing_on_beyond_the_morning_stock_is_named() => Assert.Contains("morningStock", Rules(Problem, With(new Transfer(1, 0, 0, 5))));

    [Fact]
    public void A_dispatch_from_a_reserve_is_named() =>
        Assert.Equal(["reserve"], Rules(Problem with { Reserves = [new StockReserve(0, 0, 16, 0)] }, WithObjective(With(new Transfer(0, 0, 0, 5)))));

    [Fact]
    public void A_dispatch_that_leaves_the_reserve_is_sound() =>
        Assert.Empty(Rules(Problem with { Reserves = [new StockReserve(0, 0, 15)] }, WithObjective(With(new Transfer(0, 0, 0, 5)))));

    [Theory]
    [InlineData(-1, 1, true)]
    [InlineData(0, 2, false)]
    [InlineData(-1, 0, false)]
    public void A_demand_that_may_not_break_a_reserve_and_does_is_named(int lastLevel, long reserve, bool named)
    {
        SupplyPlan plan = WithObjective(With() with { Served = [2, 0, 0] });
        Assert.Equal(named ? ["reserve"] : [], Rules(Problem with { Reserves = [new StockReserve(1, 0, reserve, lastLevel)] }, plan));
    }

    [Theory]
    [InlineData(1, 1.3, true)]
    [InlineData(1, 1.4, false)]
    [InlineData(0, 0, false)]
    public void A_transfer_that_does_not_fit_is_named(int place, double room, bool named)
    {
        // Two units are at the centre and five come: seven units are 1.4 packs. Lots of the store itself always fit.
        SupplyPlan plan = WithObjective(With(new Transfer(0, 0, 0, 5)));
        Assert.Equal(named ? ["storage"] : [], Rules(Problem with { StorageLimits = [new StorageLimit(place, room)] }, plan));
    }

    [Fact]
    public void A_missing_level_in_the_proof_is_named() =>
        Assert.Contains("proofLevels", Rules(Problem, WithLevels(levels => levels.RemoveAt(0))));

    [Fact]
    public void A_wrong_objective_is_named() =>
        Assert.Contains("proofObjective", Rules(Problem, WithLevels(levels => levels.SetItem(1, levels[1] with { Objective = levels[1].Objective + 1 }))));

    [Fact]
    public void A_bound_above_the_objective_is_named() =>
        Assert.Contains("proofBound", Rules(Problem, WithLevels(levels => levels.SetItem(1, levels[1] with { Bound = levels[1].Objective + 1 }))));

    [Fact]
    public void A_false_claim_of_optimality_is_named() =>
        Assert.Contains("proofBound", Rules(Problem, WithLevels(levels => levels.SetItem(3, levels[3] with { Bound = -100 }))));

    private static SupplyPlan With(params Transfer[] transfers) => Sound() with { Transfers = [.. transfers], Served = [0, 0, 0] };

    private static SupplyPlan WithObjective(SupplyPlan plan) => plan with
    {
        Proof = new PlanProof(
            Termination.Finished,
            [.. new SupplyAuditor().Evaluate(Problem, plan).Objective().Select(level => new LevelProof(level.Level, level.Value, 0))]),
    };

    private static SupplyPlan WithLevels(Func<ImmutableArray<LevelProof>, ImmutableArray<LevelProof>> change)
    {
        SupplyPlan plan = Sound();
        return plan with { Proof = plan.Proof with { Levels = change(plan.Proof.Levels) } };
    }
}
