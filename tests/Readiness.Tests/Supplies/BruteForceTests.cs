using System.Diagnostics;
using CsCheck;
using Readiness.Supplies;

namespace Readiness.Tests.Supplies;

public sealed class BruteForceTests
{
    [Fact]
    public void Tiny_problems_are_solved_to_the_value_of_the_best_of_all_plans() =>
        Gen.Int[0, 1_000_000].Sample(AssertOptimal, iter: 120, threads: 1);

    private static void AssertOptimal(int seed)
    {
        AllocationProblem problem = RandomAllocation.Tiny(seed);
        double[] best = EveryPlan.Of(problem).Best!;
        SupplyPlan plan = new SupplyPlanner().Plan(problem, new AllocationOptions { Threads = 1 }, cancellationToken: TestContext.Current.CancellationToken);
        double[] reached = EveryPlan.Vector(new SupplyAuditor().Evaluate(problem, plan));
        string seen = $"best {string.Join(' ', best)}, reached {string.Join(' ', reached)}, {plan.Proof.Termination}";
        Assert.Empty(new SupplyAuditor().Audit(problem, plan));
        Assert.True(best.Zip(reached).All(pair => Math.Abs(pair.First - pair.Second) < 1e-6), seen);
        Assert.True(plan.Proof.Termination == Termination.Optimal, seen + string.Join(' ', plan.Proof.Levels));
    }
}
