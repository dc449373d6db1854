using Readiness.Supplies;
using static Readiness.Tests.Supplies.SupplyExamples;

namespace Readiness.Tests.Supplies;

/// <summary>Lots that may be bought within budgets.</summary>
public sealed class PurchaseTests
{
    private static readonly SupplyOffer Small = new(0, 0, 2, 5, 3);
    private static readonly SupplyOffer Large = new(0, 0, 5, 2, 6);

    [Theory]
    [InlineData(0, 3, 0)]
    [InlineData(5, 5, 3)]
    [InlineData(6, 8, 6)]
    [InlineData(9, 10, 9)]
    [InlineData(100, 11, 12)]
    public void What_is_bought_serves_most_within_the_budget_and_costs_least(double budget, long served, double spent)
    {
        // Three units are there and eleven wanted. Two at 3, five at 6; two large lots cost as much as four small ones.
        AllocationProblem problem = Store(11, 3, [new PurchaseBudget(budget)], Small, Large);
        SupplyPlan plan = Solve(problem);
        Assert.Equal(served, plan.Served[0]);
        Assert.Equal(spent, plan.Proof.Levels.Single(level => level.Level == "spending").Objective, 1e-9);
        Assert.Equal(Termination.Optimal, plan.Proof.Termination);
    }

    [Fact]
    public void Nothing_is_bought_that_nobody_needs() => Assert.Empty(Solve(Store(3, 3, [], Small, Large)).Purchases);

    [Fact]
    public void Each_period_has_its_budget_and_the_whole_has_one()
    {
        // On each day lots for 3 can be paid, in both for no more than 4: either day's, not both.
        AllocationProblem problem = Store(9, 0, [new PurchaseBudget(3, 0, 0), new PurchaseBudget(3, 1, 1), new PurchaseBudget(4)], Small, Small with { PayDay = 1, UnitsPerLot = 3 });
        Assert.Equal([new Purchase(1, 1)], Solve(problem).Purchases);
        Assert.Equal([new Purchase(0, 1), new Purchase(1, 1)], Solve(problem with { Budgets = problem.Budgets.RemoveAt(2) }).Purchases);
    }

    [Fact]
    public void A_budget_is_spent_on_what_is_most_urgent_whatever_item_it_is()
    {
        AllocationProblem problem = Store(4, 0, [new PurchaseBudget(6)], Small, Small with { Item = 1 }) with
        {
            Items = [new("mask"), new("gown")],
            Levels = [new("urgent", FairnessRule.MaximumFill), new("routine", FairnessRule.MaximumFill)],
        };
        problem = problem with { Demands = [problem.Demands[0] with { Level = 1 }, Need(0, 0, 1, level: 0, item: 1)] };
        SupplyPlan plan = Solve(problem);
        Assert.Equal([2L, 1L], plan.Served);
        Assert.Equal([new Purchase(0, 1), new Purchase(1, 1)], plan.Purchases);
    }

    [Fact]
    public void A_lot_comes_in_on_its_day_and_goes_out_of_date()
    {
        SupplyOffer late = new(0, 0, 10, 1, 1, AvailableDay: 1, LastUsableDay: 2);
        AllocationProblem problem = Store(1, 0, [], late) with { Days = 4, Demands = [.. Enumerable.Range(0, 4).Select(day => Need(0, day, 2))] };
        SupplyPlan plan = Solve(problem);
        Assert.Equal([0L, 2L, 2L, 0L], plan.Served);
        Assert.Equal(6, plan.Proof.Levels.Single(level => level.Level == "expired").Objective);
    }

    [Fact]
    public void Every_broken_rule_of_purchases_is_named()
    {
        AllocationProblem problem = Store(11, 3, [new PurchaseBudget(9), new PurchaseBudget(9, 1, 4)], Small, Large);
        SupplyPlan plan = Solve(problem);
        Assert.Equal([new Purchase(0, 1), new Purchase(1, 1)], plan.Purchases);
        void Named(string rule, params Purchase[] purchases) => Assert.Contains(rule, Rules(problem, plan with { Purchases = [.. purchases] }));
        Named("purchaseIndex", new Purchase(2, 1));
        Named("purchaseIndex", new Purchase(-1, 1));
        Named("purchaseUnique", new Purchase(0, 1), new Purchase(0, 1));
        Named("purchaseRange", new Purchase(0, 0));
        Named("purchaseRange", new Purchase(1, 3));
        Named("budget", new Purchase(0, 2), new Purchase(1, 1));
        Named("proofObjective", new Purchase(1, 2));
        Named("servedStock", new Purchase(1, 1));
        Assert.DoesNotContain("budget", Rules(problem, plan));
        Assert.Contains("proofLevels", Rules(problem with { Offers = [], Budgets = [] }, plan));
    }

    [Fact]
    public void Mistakes_in_offers_and_budgets_are_named_at_once()
    {
        AllocationProblem problem = Store(
            1, 1, [new PurchaseBudget(-1), new PurchaseBudget(1, 4, 3)], new SupplyOffer(3, 4, 0, -1, double.NaN, -2, -3, -4), Small with { MostLots = long.MaxValue });
        problem = problem with { Levels = [new("spending", FairnessRule.MaximumFill)] };
        string message = Assert.Throws<ArgumentException>(() => new SupplyPlanner().Plan(problem, cancellationToken: TestContext.Current.CancellationToken)).Message;
        Assert.All(
            [
                "Offers[0].Place", "Offers[0].Item", "Offers[0].UnitsPerLot", "Offers[0].MostLots", "Offers[0].PricePerLot", "Offers[0].AvailableDay", "Offers[0].LastUsableDay",
                "Offers[0].PayDay", "Offers[1].MostLots", "Budgets[0].Amount", "Budgets[1].LastDay", "Levels[0].Name",
            ],
            part => Assert.Contains(part, message, StringComparison.Ordinal));
    }

    private static AllocationProblem Store(long wanted, long stock, PurchaseBudget[] budgets, params SupplyOffer[] offers) => new()
    {
        Days = 1,
        Places = ["store"],
        Items = [new("mask")],
        Levels = [new("need", FairnessRule.MaximumFill)],
        Lots = [new(0, 0, stock)],
        Offers = [.. offers],
        Budgets = [.. budgets],
        Demands = [Need(0, 0, wanted)],
    };
}
