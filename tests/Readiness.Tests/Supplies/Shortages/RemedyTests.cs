using System.Collections.Immutable;
using Readiness.Supplies;
using Readiness.Supplies.Shortages;
using static Readiness.Tests.Supplies.SupplyExamples;

namespace Readiness.Tests.Supplies.Shortages;

/// <summary>What would help, in cases small enough to see the smallest amount.</summary>
public sealed class RemedyTests
{
    private static readonly TransportLane Lane = new(0, 1, 1);

    [Fact]
    public void More_stock_serves_what_is_missing_and_no_more_is_asked_for() =>
        Assert.Equal((0, 0, 1, 6d, 3L), Only(RemedyKind.MoreStock, Store(3, 4, Lane, demands: new SupplyDemand(0, 1, 0, 5, [new ItemNeed(0, 2)]))));

    [Fact]
    public void A_delivery_is_asked_for_only_as_much_earlier_as_need_be()
    {
        AllocationProblem problem = Store(9, 0, Lane, demands: [Need(0, 5, 40), Need(0, 6, 40)]) with { Lots = [new SupplyLot(0, 0, 200, 8), new SupplyLot(0, 0, 10)] };
        Assert.Equal((0, 0, null, 3d, 70L), Only(RemedyKind.EarlierLot, problem));
    }

    [Fact]
    public void What_comes_to_the_store_earlier_serves_the_centre()
    {
        AllocationProblem problem = Store(5, 0, Lane with { LeadTimeDays = 2 }, demands: [Need(1, 3, 4)]) with { Lots = [new SupplyLot(0, 0, 4, 4)] };
        Assert.Equal((0, 0, null, 3d, 4L), Only(RemedyKind.EarlierLot, problem));
    }

    [Fact]
    public void A_larger_lorry_is_as_large_as_need_be() =>
        Assert.Equal((0, null, null, 6d, 5L), Only(RemedyKind.MoreLorryRoom, Store(3, 20, Lane with { CapacityPerDay = 4 }, volume: 2, demands: Need(1, 2, 9))));

    [Fact]
    public void More_room_is_as_much_as_need_be()
    {
        AllocationProblem problem = Store(3, 20, Lane, volume: 1, demands: Need(1, 2, 9)) with
        {
            Items = [new AllocationItem("mask", 1, 1), new AllocationItem("tent", 1, 6)],
            Lots = [new SupplyLot(0, 0, 20), new SupplyLot(1, 1, 1)],
            StorageLimits = [new StorageLimit(1, 4)],
        };
        Assert.Equal((1, null, null, 2d, 9L), Only(RemedyKind.MoreStorage, problem));
    }

    [Fact]
    public void A_reserve_is_made_as_much_smaller_as_need_be() =>
        Assert.Equal((0, 0, null, 3d, 3L), Only(RemedyKind.SmallerReserve, Store(3, 10, Lane, demands: Need(1, 2, 7)) with { Reserves = [new StockReserve(0, 0, 6, 0)] }));

    [Fact]
    public void What_others_need_is_not_taken_for_a_remedy()
    {
        // Released from the reserve, 6 more could be sent to the centre, but 3 of them are for the more urgent at the store.
        AllocationProblem problem = Store(3, 10, Lane, demands: [Need(0, 2, 3), Need(1, 2, 12, level: 1)]) with
        {
            Levels = [new("urgent", FairnessRule.MaximumFill), new("routine", FairnessRule.MaximumFill)],
            Reserves = [new StockReserve(0, 0, 6, 0)],
        };
        Assert.Equal((0, 0, null, 3d, 3L), Only(RemedyKind.SmallerReserve, problem));
    }

    [Fact]
    public void No_more_remedies_are_named_than_asked_for()
    {
        AllocationProblem problem = Store(3, 20, Lane with { CapacityPerDay = 2 }, volume: 1, demands: Need(1, 2, 9));
        Assert.Equal(2, Assert.Single(Explain(problem, new ExplainOptions { MostRemedies = 9 })).Remedies.Length);
        Assert.Single(Assert.Single(Explain(problem, new ExplainOptions { MostRemedies = 1 })).Remedies);
        Assert.Empty(Assert.Single(Explain(problem, new ExplainOptions { MostRemedies = 0 })).Remedies);
    }

    [Fact]
    public void Only_the_levels_that_are_asked_for_are_explained()
    {
        AllocationProblem problem = Store(3, 1, Lane, demands: [Need(0, 2, 8), Need(0, 2, 9, level: 1)]) with { Levels = [new("urgent", FairnessRule.MaximumFill), new("routine", FairnessRule.MaximumFill)] };
        Assert.Equal(1, Assert.Single(Explain(problem, new ExplainOptions { MostRemedies = 0, Levels = [1] })).Level);
    }

    [Fact]
    public void A_cancelled_explanation_has_no_half_answer()
    {
        AllocationProblem problem = Store(3, 1, Lane, demands: Need(0, 2, 8));
        Assert.Throws<OperationCanceledException>(() => new SupplyExplainer().Explain(problem, Solve(problem), cancellationToken: new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Options_outside_their_ranges_are_refused()
    {
        AllocationProblem problem = Store(3, 1, Lane, demands: Need(0, 2, 8));
        Assert.Throws<ArgumentOutOfRangeException>(() => Explain(problem, new ExplainOptions { MostRemedies = -1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Explain(problem, new ExplainOptions { TimeLimit = TimeSpan.Zero }));
    }

    private static ImmutableArray<Shortage> Explain(AllocationProblem problem, ExplainOptions options) =>
        new SupplyExplainer().Explain(problem, Solve(problem), options, TestContext.Current.CancellationToken);

    private static (int Subject, int? Item, int? Day, double Amount, long Served) Only(RemedyKind kind, AllocationProblem problem)
    {
        Remedy remedy = Assert.Single(Explain(problem, new ExplainOptions { MostRemedies = 10 }).SelectMany(shortage => shortage.Remedies), remedy => remedy.Kind == kind);
        Assert.Empty(new SupplyAuditor().Audit(remedy.ApplyTo(problem), remedy.Plan));
        return (remedy.Subject, remedy.Item, remedy.Day, remedy.Amount, remedy.Served);
    }
}
