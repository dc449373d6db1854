using System.Diagnostics;
using CsCheck;
using Readiness.Supplies;

namespace Readiness.Tests.Supplies;

public sealed class BruteForceTests
{
    [Fact]
    public void Tiny_problems_are_solved_to_the_value_of_the_best_of_all_plans() =>
        Gen.Int[0, 1_000_000].Sample(seed => AssertOptimal(RandomAllocation.Tiny(seed)), iter: 120, threads: 1);

    [Fact]
    public void Every_rule_of_sharing_is_solved_to_the_value_of_the_best_of_all_plans() =>
        Gen.Int[0, 1_000_000].Sample(seed => AssertOptimal(RandomAllocation.WithRules(RandomAllocation.Tiny(seed), seed)), iter: 150, threads: 1);

    [Theory]
    [InlineData(5001421)]
    [InlineData(5003568)]
    [InlineData(5011166)]
    [InlineData(5021009)]
    [InlineData(9004875)]
    public void Problems_are_proven_optimal_on_which_the_solver_once_gave_up(int seed) => AssertOptimal(RandomAllocation.Tiny(seed));

    [Fact]
    public void Problems_with_alternatives_are_solved_to_the_value_of_the_best_of_all_plans() =>
        Gen.Int[0, 1_000_000].Sample(seed => AssertOptimal(RandomAllocation.WithAlternatives(RandomAllocation.Tiny(seed), seed)), iter: 150, threads: 1);

    [Fact]
    public void The_relaxation_admits_the_best_of_all_plans_with_alternatives() =>
        Gen.Int[0, 1_000_000].Sample(seed => AssertAdmitted(RandomAllocation.WithAlternatives(RandomAllocation.Tiny(seed), seed)), iter: 150, threads: 1);

    [Fact]
    public void Problems_with_least_dispatches_are_solved_to_the_value_of_the_best_of_all_plans() =>
        Gen.Int[0, 1_000_000].Sample(seed => AssertOptimal(RandomAllocation.WithMinimum(RandomAllocation.Tiny(seed), seed)), iter: 200, threads: 1);

    [Fact]
    public void The_relaxation_admits_the_best_of_all_plans_with_least_dispatches() =>
        Gen.Int[0, 1_000_000].Sample(seed => AssertAdmitted(RandomAllocation.WithMinimum(RandomAllocation.Tiny(seed), seed)), iter: 150, threads: 1);

    [Fact]
    public void Problems_with_offers_and_budgets_are_solved_to_the_value_of_the_best_of_all_plans() =>
        Gen.Int[0, 1_000_000].Sample(seed => AssertOptimal(RandomAllocation.WithOffers(RandomAllocation.Tiny(seed), seed)), iter: 150, threads: 1);

    [Fact]
    public void Problems_with_pinned_transfers_are_solved_to_the_value_of_the_best_plan_that_has_them()
    {
        int withPins = 0;
        Gen.Int[0, 1_000_000].Sample(
            seed =>
            {
                AllocationProblem problem = RandomAllocation.WithPins(RandomAllocation.WithEverything(RandomAllocation.Tiny(seed), seed), seed);
                if (EveryPlan.Of(problem).Best is not null)
                {
                    withPins += problem.Pins.IsEmpty ? 0 : 1;
                    AssertOptimal(problem);
                }
            },
            iter: 400,
            threads: 1);
        Assert.True(withPins > 10, $"{withPins} problems with pins that can be kept");
    }

    [Fact]
    public void Problems_with_all_of_it_are_solved_to_the_value_of_the_best_of_all_plans() =>
        Gen.Int[0, 1_000_000].Sample(seed => AssertOptimal(RandomAllocation.WithEverything(RandomAllocation.Tiny(seed), seed)), iter: 120, threads: 1);

    [Fact]
    public void The_relaxation_admits_the_best_of_all_plans_with_all_of_it() =>
        Gen.Int[0, 1_000_000].Sample(seed => AssertAdmitted(RandomAllocation.WithEverything(RandomAllocation.Tiny(seed), seed)), iter: 120, threads: 1);

    [Theory]
    [InlineData(581568)]
    public void What_is_bought_in_the_morning_may_leave_the_same_day(int seed)
    {
        AllocationProblem problem = RandomAllocation.WithOffers(RandomAllocation.Tiny(seed), seed);
        AssertAdmitted(problem);
        AssertOptimal(problem);
    }

    [Fact]
    public void The_relaxation_admits_the_best_of_all_plans_with_offers_and_budgets() =>
        Gen.Int[0, 1_000_000].Sample(seed => AssertAdmitted(RandomAllocation.WithOffers(RandomAllocation.Tiny(seed), seed)), iter: 150, threads: 1);

    [Fact]
    public void The_relaxation_admits_the_best_of_all_plans() =>
        Gen.Int[0, 1_000_000].Sample(seed => AssertAdmitted(RandomAllocation.Tiny(seed)), iter: 120, threads: 1);

    [Fact]
    public void The_relaxation_admits_the_best_of_all_plans_by_every_rule_of_sharing() =>
        Gen.Int[0, 1_000_000].Sample(seed => AssertAdmitted(RandomAllocation.WithRules(RandomAllocation.Tiny(seed), seed)), iter: 150, threads: 1);

    private static void AssertAdmitted(AllocationProblem problem)
    {
        var best = new Queue<double>(EveryPlan.Of(problem).Best!);
        var network = new AllocationNetwork(problem);
        using var stages = new StageSolver(
            network, new TimeExpandedProgramme(network, integer: false), new SolveClock(new AllocationOptions(), TestContext.Current.CancellationToken));
        foreach (ObjectiveStage step in ObjectiveStage.All(problem))
        {
            if (step.Kind == StageKind.Worst)
            {
                stages.TieRates(step.Level);
            }

            if (step.Kind is StageKind.Spending or StageKind.Expired)
            {
                // The value of a step that a problem does not have is there all the same.
                int missing = best.Count - (step.Kind == StageKind.Spending ? 3 : 2);
                for (int k = 0; k < missing; k++)
                {
                    Assert.Equal(0, best.Dequeue());
                }
            }

            // Of the rates of a fair level the lowest is held, as it is for the bounds of the steps that follow.
            int rates = step.Kind == StageKind.Worst ? network.PairsOfLevel[step.Level].Count : 1;
            double value = rates == 0 ? 0 : best.Dequeue();
            for (int k = 1; k < rates; k++)
            {
                best.Dequeue();
            }

            stages.Aim(step);
            double bound = stages.Solve(1).Objective;
            Assert.True(rates == 0 || bound <= value + 1e-6, $"{step}: bound {bound}, best {value}");
            stages.Hold(step, value);
        }
    }

    private static void AssertOptimal(AllocationProblem problem)
    {
        double[] best = EveryPlan.Of(problem).Best!;
        SupplyPlan plan = new SupplyPlanner().Plan(problem, new AllocationOptions { Threads = 1 }, cancellationToken: TestContext.Current.CancellationToken);
        double[] reached = PlanVector.Of(new SupplyAuditor().Evaluate(problem, plan));
        string seen = $"best {string.Join(' ', best)}, reached {string.Join(' ', reached)}, {plan.Proof.Termination}";
        Assert.Empty(new SupplyAuditor().Audit(problem, plan));
        Assert.True(best.Zip(reached).All(pair => Math.Abs(pair.First - pair.Second) < 1e-6), seen);
        Assert.True(plan.Proof.Termination == Termination.Optimal, seen + string.Join(' ', plan.Proof.Levels));
    }
}
