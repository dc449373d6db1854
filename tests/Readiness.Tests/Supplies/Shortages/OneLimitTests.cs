using CsCheck;
using Readiness.Supplies;
using Readiness.Supplies.Shortages;

namespace Readiness.Tests.Supplies.Shortages;

/// <summary>Compares the share of the only limit with what trying every plan, with the limit and without, says that it costs.</summary>
public sealed class OneLimitTests
{
    private static readonly ShortageCause[] NoLimits = [ShortageCause.Fairness, ShortageCause.Stock];

    [Fact]
    public void The_only_limit_costs_what_every_plan_with_and_without_it_shows()
    {
        int named = 0;
        foreach (ShortageCause cause in OneLimit.Causes)
        {
            int namedBefore = named;
            Gen.Int[0, 1_000_000].Sample(seed => named += Check(cause, seed), iter: 60, threads: 1);
            Assert.True(named > namedBefore, $"{cause} was never named.");
        }
    }

    private static int Check(ShortageCause cause, int seed)
    {
        (AllocationProblem with, AllocationProblem without) = OneLimit.Of(cause, seed);
        SupplyPlan plan = new SupplyPlanner().Plan(with, new AllocationOptions { Threads = 1 }, cancellationToken: TestContext.Current.CancellationToken);
        long unserved = with.Demands.Sum(demand => demand.Units) - plan.Served.Sum();
        Assert.Equal(EveryPlan.Of(with).Best![0], unserved);
        CauseShare[] shares = [.. new SupplyExplainer().Explain(with, plan, cancellationToken: TestContext.Current.CancellationToken).SelectMany(shortage => shortage.Causes)];
        Assert.All(shares, share => Assert.Contains(share.Cause, NoLimits.Append(cause)));
        long costs = shares.Where(share => share.Cause == cause).Sum(share => share.Units);
        Assert.Equal(unserved - EveryPlan.Of(without).Best![0], costs);
        return costs > 0 ? 1 : 0;
    }
}
