using System.Collections.Immutable;
using CsCheck;
using Readiness.Supplies;

namespace Readiness.Tests.Supplies;

public sealed class SupplyPlannerPropertyTests
{
    private static readonly AllocationOptions Quick = new() { TimeLimit = TimeSpan.FromSeconds(5), Threads = 1 };

    [Fact]
    public void Plans_of_tiny_problems_pass_the_audit() =>
        Gen.Int[0, 1_000_000].Sample(seed => AssertSound(RandomAllocation.Tiny(seed)), iter: 150, threads: 1);

    [Fact]
    public void Plans_of_districts_pass_the_audit() =>
        Gen.Int[0, 1_000_000].Sample(seed => AssertSound(RandomAllocation.District(seed)), iter: 6, threads: 1);

    [Fact]
    public void Plans_of_districts_with_reserves_pass_the_audit() =>
        Gen.Int[0, 1_000_000].Sample(seed => AssertSound(RandomAllocation.District(seed, centres: 3, items: 3, days: 6, withReserves: true)), iter: 6, threads: 1);

    [Fact]
    public void Plans_of_districts_with_limited_storage_pass_the_audit() =>
        Gen.Int[0, 1_000_000].Sample(
            seed => AssertSound(RandomAllocation.District(seed, centres: 3, items: 3, days: 6, withReserves: seed % 2 == 0, withStorage: true)), iter: 6, threads: 1);

    [Fact]
    public void Plans_of_districts_by_every_rule_of_sharing_pass_the_audit() =>
        Gen.Int[0, 1_000_000].Sample(
            seed => AssertSound(RandomAllocation.WithRules(RandomAllocation.District(seed, centres: 3, items: 3, days: 6), seed)), iter: 3, threads: 1);

    [Fact]
    public void Plans_of_districts_with_alternatives_pass_the_audit() =>
        Gen.Int[0, 1_000_000].Sample(
            seed => AssertSound(RandomAllocation.WithAlternatives(RandomAllocation.District(seed, centres: 3, items: 3, days: 6, withReserves: seed % 2 == 0), seed)), iter: 3, threads: 1);

    [Fact]
    public void Plans_of_districts_with_least_dispatches_pass_the_audit() =>
        Gen.Int[0, 1_000_000].Sample(
            seed => AssertSound(RandomAllocation.WithMinimum(
                RandomAllocation.District(seed, centres: 3, items: 3, days: 6, withReserves: seed % 2 == 0, withStorage: seed % 3 == 0), seed, most: 60)),
            iter: 3,
            threads: 1);

    [Fact]
    public void Plans_of_districts_that_buy_pass_the_audit() =>
        Gen.Int[0, 1_000_000].Sample(
            seed => AssertSound(RandomAllocation.WithMarket(
                RandomAllocation.District(seed, centres: 3, items: 3, days: 6, withReserves: seed % 2 == 0, withStorage: seed % 3 == 0), seed)),
            iter: 3,
            threads: 1);

    [Fact]
    public void What_a_plan_sends_can_be_pinned_and_is_sent_again_when_needs_have_changed() =>
        Gen.Int[0, 1_000_000].Sample(
            seed =>
            {
                AllocationProblem problem = RandomAllocation.District(seed, centres: 3, items: 3, days: 6, withReserves: seed % 2 == 0, withStorage: seed % 3 == 0);
                SupplyPlan before = new SupplyPlanner().Plan(problem, Quick, cancellationToken: TestContext.Current.CancellationToken);
                AssertSound(problem with
                {
                    Pins = before.Transfers,
                    Demands = [.. problem.Demands.Select((demand, j) => j % 5 == 0 ? demand with { Units = demand.Units + 3 } : demand)],
                });
            },
            iter: 3,
            threads: 1);

    private static void AssertSound(AllocationProblem problem)
    {
        SupplyPlan plan = new SupplyPlanner().Plan(problem, Quick, cancellationToken: TestContext.Current.CancellationToken);
        ImmutableArray<RuleViolation> violations = new SupplyAuditor().Audit(problem, plan);
        Assert.True(violations.IsEmpty, string.Join('\n', violations));
        Assert.All(plan.Proof.Levels, level => Assert.True(level.Bound <= level.Objective + (1e-9 * Math.Max(1, level.Objective)), $"{level}"));
        Assert.All(plan.Proof.Levels, level => Assert.True(level.Bound >= 0, $"{level}"));
    }
}
