using System.Diagnostics;
using Readiness.Supplies;

namespace Readiness.Tests.Supplies;

public sealed class SupplyStoppingTests
{
    [Fact]
    public void A_cancelled_plan_is_sound_and_says_so()
    {
        AllocationProblem problem = RandomAllocation.District(3, centres: 8, posts: 2, items: 6, days: 14);
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        SupplyPlan plan = new SupplyPlanner().Plan(problem, new AllocationOptions { Threads = 1 }, cancellationToken: source.Token);
        Assert.Equal(Termination.Stopped, plan.Proof.Termination);
        Assert.Empty(new SupplyAuditor().Audit(problem, plan));
    }

    [Fact]
    public void The_time_limit_is_held()
    {
        AllocationProblem problem = RandomAllocation.District(4, centres: 10, posts: 3, items: 8, days: 20);
        var watch = Stopwatch.StartNew();
        SupplyPlan plan = new SupplyPlanner().Plan(
            problem, new AllocationOptions { TimeLimit = TimeSpan.FromSeconds(2), Threads = 1 }, cancellationToken: TestContext.Current.CancellationToken);

        // Far above the promised overrun, because tests share their processors.
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 6);
        Assert.Empty(new SupplyAuditor().Audit(problem, plan));
    }

    [Fact]
    public void Equal_options_give_equal_plans()
    {
        AllocationProblem problem = RandomAllocation.District(5, centres: 3, items: 2, days: 4);
        var options = new AllocationOptions { WorkLimit = 300, Threads = 2 };
        SupplyPlan first = new SupplyPlanner().Plan(problem, options, cancellationToken: TestContext.Current.CancellationToken);
        SupplyPlan second = new SupplyPlanner().Plan(problem, options, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(first.Served, second.Served);
        Assert.Equal(first.Transfers, second.Transfers);
        Assert.Equal(first.Proof.Levels, second.Proof.Levels);
    }
}
