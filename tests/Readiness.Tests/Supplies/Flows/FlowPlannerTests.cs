using Readiness.Supplies;
using Readiness.Supplies.Flows;

namespace Readiness.Tests.Supplies.Flows;

public sealed class FlowPlannerTests
{
    [Fact]
    public void Stock_goes_where_it_is_worth_most_as_far_as_the_lorry_takes_it()
    {
        // Ten of each item at the store; a lorry takes 12 a day, on one day. An unserved unit costs 100 or 10, a transported one 1.
        WeightedAllocation problem = Problem(
            days: 1, lots: [new(0, 0, 10), new(0, 1, 10)], lanes: [new(0, 1, 0, 12, 100)], demands: [Demand(1, 0, 0, 10, 0), Demand(1, 0, 1, 10, 1)]);

        FlowPlan plan = Plan(problem);

        Assert.Equal([10, 2], plan.Served);
        Assert.Equal([new LotTransfer(0, 0, 0, 1, 10), new LotTransfer(0, 1, 0, 1, 2)], plan.Transfers);
        Assert.Equal((8 * 10) + (12 * 1), plan.Objective, 1e-6);
        Assert.InRange(plan.Bound, plan.Objective * (1 - 1e-6), plan.Objective);
        Assert.Equal(Termination.Optimal, plan.Proof.Termination);
    }

    [Fact]
    public void What_comes_without_lead_time_is_not_sent_on_the_same_day()
    {
        WeightedAllocation problem = Problem(
            days: 2, lots: [new(0, 0, 5)], lanes: [new(0, 1, 0), new(1, 2, 0)], demands: [Demand(2, 0, 0, 5, 0), Demand(2, 1, 0, 5, 0)]);

        Assert.Equal([0, 5], Plan(problem).Served);
    }

    [Fact]
    public void Expired_stock_is_of_no_use_and_must_arrive_in_time()
    {
        WeightedAllocation problem = Problem(
            days: 3, lots: [new(0, 0, 5, 0, 1)], lanes: [new(0, 1, 1), new(0, 2, 2)],
            demands: [Demand(1, 1, 0, 2, 0), Demand(1, 2, 0, 2, 0), Demand(2, 2, 0, 2, 0)]);

        Assert.Equal([2, 0, 0], Plan(problem).Served);
    }

    [Fact]
    public void Problems_that_cannot_be_taken_are_refused_with_all_their_faults()
    {
        WeightedAllocation problem = Problem(days: 1, lots: [new(9, 0, 1)], lanes: [], demands: [Demand(0, 0, 0, 1, 0)]) with
        {
            UnservedCosts = [-1, 1],
            TransportFactor = double.NaN,
        };
        problem = problem with
        {
            Problem = problem.Problem with { Demands = [problem.Problem.Demands[0] with { Needs = [new(0, 1), new(1, 1)] }] },
        };

        string message = Assert.Throws<ArgumentException>(() => Plan(problem)).Message;

        Assert.Contains("Lots[0].Place is 9", message, StringComparison.Ordinal);
        Assert.Contains("UnservedCosts[0] is -1", message, StringComparison.Ordinal);
        Assert.Contains("TransportFactor is NaN", message, StringComparison.Ordinal);
        Assert.Contains("Demands[0].Needs has 2 items", message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new FlowPlanner().Plan(
            Problem(1, [], [], []), new FlowOptions { RelativeGap = -1 }, cancellationToken: TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Without_demand_or_items_there_is_nothing_to_do()
    {
        FlowPlan plan = Plan(Problem(days: 1, lots: [], lanes: [], demands: []));
        Assert.Empty(plan.Served);
        Assert.Equal(0, plan.Objective);
        Assert.Equal(Termination.Optimal, plan.Proof.Termination);
    }

    [Fact]
    public void The_plan_does_not_depend_on_threads()
    {
        WeightedAllocation problem = RandomWeighted.Create(5, mostPlaces: 12, mostItems: 5, mostDays: 12);
        FlowPlan one = Plan(problem, new FlowOptions { Threads = 1, WorkLimit = 20, RelativeGap = 0 });
        FlowPlan two = Plan(problem, new FlowOptions { Threads = 2, WorkLimit = 20, RelativeGap = 0 });
        Assert.Equal(one.Served, two.Served);
        Assert.Equal(one.Transfers, two.Transfers);
        Assert.Equal(one.Uses, two.Uses);
        Assert.Equal(one.Proof.Levels, two.Proof.Levels);
    }

    [Fact]
    public void A_cancelled_search_returns_a_plan_and_says_so()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        WeightedAllocation problem = Problem(days: 1, lots: [new(0, 0, 10)], lanes: [new(0, 1)], demands: [Demand(1, 0, 0, 10, 0)]);
        FlowPlan plan = new FlowPlanner().Plan(problem, cancellationToken: source.Token);
        Assert.Equal(Termination.Stopped, plan.Proof.Termination);
        Assert.All(plan.Served, static served => Assert.Equal(0, served));
        Assert.InRange(plan.Bound, 0, plan.Objective);
    }

    [Fact]
    public void Planning_again_is_as_good_as_planning_afresh()
    {
        int closed = 0;
        for (int seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            WeightedAllocation problem = RandomWeighted.Create(seed);
            var replanner = new FlowReplanner(problem, threads: 1);
            var options = new FlowOptions { RelativeGap = 1e-3, WorkLimit = 200 };
            replanner.Plan(options, cancellationToken: TestContext.Current.CancellationToken);
            SupplyDemand[] demands = [.. problem.Problem.Demands];
            for (int round = 0; round < 3; round++)
            {
                int j = random.Next(demands.Length);
                demands[j] = demands[j] with { Units = random.Next(0, 15) };
                replanner.ChangeDemand(j, demands[j].Units);
                FlowPlan warm = replanner.Plan(options, cancellationToken: TestContext.Current.CancellationToken);
                FlowPlan cold = Plan(problem with { Problem = problem.Problem with { Demands = [.. demands] } }, options);

                // Either bound is below either plan, and both are close.
                double slack = 1e-9 * Math.Max(1, cold.Objective);
                Assert.True(warm.Bound <= cold.Objective + slack, $"seed {seed}");
                Assert.True(cold.Bound <= warm.Objective + slack, $"seed {seed}");
                Assert.All(warm.Served.Zip(demands), static pair => Assert.InRange(pair.First, 0, pair.Second.Units));
                closed += warm.Objective <= (cold.Bound * 1.01) + slack ? 1 : 0;
            }
        }

        Assert.InRange(closed, 160, 180);
    }

    [Fact]
    public void Changes_outside_the_problem_are_refused()
    {
        var replanner = new FlowReplanner(Problem(days: 1, lots: [], lanes: [], demands: [Demand(0, 0, 0, 1, 0)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => replanner.ChangeDemand(1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => replanner.ChangeDemand(0, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => replanner.ChangeDemand(0, 2_000_000_000_000));
    }

    private static FlowPlan Plan(WeightedAllocation problem, FlowOptions? options = null) =>
        new FlowPlanner().Plan(problem, options ?? new FlowOptions { RelativeGap = 1e-7 }, cancellationToken: TestContext.Current.CancellationToken);

    private static SupplyDemand Demand(int place, int day, int level, long units, int item) => new(place, day, level, units, [new ItemNeed(item, 1)]);

    private static WeightedAllocation Problem(int days, SupplyLot[] lots, TransportLane[] lanes, SupplyDemand[] demands) => new(
        new AllocationProblem
        {
            Days = days,
            Places = ["a", "b", "c"],
            Items = [new("x", 1, 1), new("y", 1, 1)],
            Levels = [new("urgent", FairnessRule.MaximumFill), new("usual", FairnessRule.MaximumFill)],
            Lots = [.. lots],
            Lanes = [.. lanes],
            Demands = [.. demands],
        },
        [100, 10],
        0.01);
}
