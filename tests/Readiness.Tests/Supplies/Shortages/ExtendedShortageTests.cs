using System.Collections.Immutable;
using CsCheck;
using Readiness.Supplies;
using Readiness.Supplies.Shortages;
using static Readiness.Tests.Supplies.SupplyExamples;

namespace Readiness.Tests.Supplies.Shortages;

/// <summary>Why units are missing where plans buy, substitute, or may dispatch only much at a time.</summary>
public sealed class ExtendedShortageTests
{
    [Theory]
    [InlineData(6, 4, "Budget 4, Stock 3")]
    [InlineData(0, 4, "Budget 10, Stock 3")]
    [InlineData(60, 4, "Stock 3")]
    [InlineData(60, 2, "Stock 7")]
    public void Lots_on_offer_that_are_not_bought_are_the_budgets_share(double budget, long lots, string causes)
    {
        // Thirteen are wanted and nothing is there; a lot of two or three costs 2.
        AllocationProblem problem = Store(1, 0, new TransportLane(0, 1), demands: [Need(0, 0, 13)]) with
        {
            Offers = [new SupplyOffer(0, 0, 2, lots, 2), new SupplyOffer(0, 0, 2, 1, 2)],
            Budgets = [new PurchaseBudget(budget)],
        };
        Assert.Equal(causes, Causes(problem, Solve(problem)));
    }

    [Fact]
    public void Where_units_flow_freely_the_budgets_share_is_what_more_money_brings() =>
        Gen.Int[0, 1_000_000].Sample(
            seed =>
            {
                AllocationProblem problem = Market(seed);
                SupplyPlan plan = Solve(problem);
                long more = Solve(problem with { Budgets = [] }).Served.Sum() - plan.Served.Sum();
                Assert.Equal(more, Explain(problem, plan).SelectMany(shortage => shortage.Causes).Where(share => share.Cause == ShortageCause.Budget).Sum(share => share.Units));
            },
            iter: 60,
            threads: 1);

    [Fact]
    public void An_offer_that_comes_too_late_is_a_late_delivery()
    {
        AllocationProblem problem = Store(3, 0, new TransportLane(0, 1), demands: [Need(0, 0, 2), Need(0, 2, 1)]) with
        {
            Offers = [new SupplyOffer(0, 0, 1, 5, 1, AvailableDay: 2)],
            Budgets = [new PurchaseBudget(0)],
        };
        Assert.Equal("Budget 1, Delivery 2", Causes(problem, Solve(problem)));
    }

    [Fact]
    public void What_a_least_dispatch_keeps_away_is_told_apart_from_packs_and_lorries()
    {
        // Seven in packs of two are wanted, and seven are there: a lane that takes at least eight sends nothing; one that takes six, six.
        AllocationProblem problem = Store(1, 7, new TransportLane(0, 1), pack: 2, volume: 1, demands: [Need(1, 0, 7)]);
        Assert.Equal("PackSize 1", Causes(problem, Solve(problem)));
        AllocationProblem eight = problem with { Lanes = [problem.Lanes[0] with { MinimumUnits = 8 }] };
        Assert.Equal("MinimumDispatch 6, PackSize 1", Causes(eight, Solve(eight)));
        AllocationProblem small = eight with { Lanes = [eight.Lanes[0] with { CapacityPerDay = 2 }] };
        Assert.Equal("MinimumDispatch 4, Lorry 3", Causes(small, Solve(small)));
    }

    [Fact]
    public void What_alternatives_use_up_is_not_there_for_others()
    {
        // Two masks stand in for respirators of the more urgent level, and one of three wanted is left.
        AllocationProblem problem = Store(1, 0, new TransportLane(0, 1)) with
        {
            Items = [new("respirator"), new("mask")],
            Levels = [new("urgent", FairnessRule.MaximumFill), new("routine", FairnessRule.MaximumFill)],
            Lots = [new(0, 0, 2), new(0, 1, 3)],
            Demands = [Need(0, 0, 5) with { Alternatives = [new DemandAlternative([new(1, 1)], 1, 2)] }, Need(0, 0, 3, level: 1, item: 1)],
        };
        SupplyPlan plan = Solve(problem);
        Assert.Equal([4L, 1L], plan.Served);
        ImmutableArray<Shortage> shortages = Explain(problem, plan);
        Assert.Equal([(0, "Stock 1"), (1, "Priority 2")], shortages.Select(shortage => (shortage.Level, Words(shortage))));
        Assert.Empty(new SupplyExplainer().Explain(problem, plan, new ExplainOptions { MostRemedies = 3 }, TestContext.Current.CancellationToken).SelectMany(shortage => shortage.Remedies));
    }

    /// <summary>One item in packs of one, two places, lanes that take everything, a few offers of single units and a budget.</summary>
    private static AllocationProblem Market(int seed)
    {
        var random = new Random(seed);
        return new AllocationProblem
        {
            Days = 3,
            Places = ["a", "b"],
            Items = [new("mask")],
            Levels = [new("need", FairnessRule.MaximumFill)],
            Lots = [new(random.Next(2), 0, random.Next(0, 4), random.Next(3))],
            Lanes = [.. Enumerable.Range(0, random.Next(0, 3)).Select(lane => new TransportLane(lane, 1 - lane, random.Next(0, 2)))],
            Demands = [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => Need(random.Next(2), random.Next(3), random.Next(1, 5)))],
            Offers =
            [
                .. Enumerable.Range(0, random.Next(1, 4)).Select(_ => new SupplyOffer(random.Next(2), 0, 1, random.Next(0, 5), random.Next(1, 4), random.Next(3), random.Next(3) == 0 ? 2 : int.MaxValue)),
            ],
            Budgets = [new PurchaseBudget(random.Next(0, 8))],
        };
    }

    private static ImmutableArray<Shortage> Explain(AllocationProblem problem, SupplyPlan plan) =>
        new SupplyExplainer().Explain(problem, plan, cancellationToken: TestContext.Current.CancellationToken);

    private static string Causes(AllocationProblem problem, SupplyPlan plan) => Words(Assert.Single(Explain(problem, plan)));

    private static string Words(Shortage shortage) => string.Join(", ", shortage.Causes.Select(share => $"{share.Cause} {share.Units}"));
}
