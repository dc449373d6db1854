using Readiness.Benchmarks.Peers;
using Readiness.Benchmarks.Tables;
using Readiness.Benchmarks.Tables.Supplies.Scale;
using Readiness.Supplies.Flows;
using Readiness.Tests.Supplies.Flows;

namespace Readiness.Benchmarks.Tests.Tables.Supplies.Scale;

public sealed class ScaleCaseTests
{
    [Fact]
    public void Bound_optimum_and_plan_are_in_that_order_on_random_problems()
    {
        int closed = 0;
        for (int seed = 0; seed < 150; seed++)
        {
            // Lanes of any lead time and chains of lanes without one, which the generator does not draw.
            WeightedAllocation instance = RandomWeighted.Create(seed);
            FlowPlan plan = new FlowPlanner().Plan(
                instance, new FlowOptions { RelativeGap = 1e-4, WorkLimit = 300, Threads = 1 }, cancellationToken: TestContext.Current.CancellationToken);
            PeerAnswer optimum = new ScaleCase(instance).SolveWith(
                ScalePeers.All[1], new PeerLimits(TimeSpan.FromSeconds(60)), TestContext.Current.CancellationToken);

            Assert.Empty(optimum.Faults);
            Assert.Empty(ScaleEvaluator.Faults(instance, new ScaleFlows(plan.Transfers, plan.Uses, plan.Served)));
            double slack = 1e-6 * Math.Max(1, optimum.Objective!.Value);
            Assert.True(plan.Bound <= optimum.Objective + slack, $"seed {seed}: {plan.Bound} above {optimum.Objective}");
            Assert.True(plan.Objective >= optimum.Objective - slack, $"seed {seed}: {plan.Objective} below {optimum.Objective}");
            closed += plan.Objective - plan.Bound <= 0.01 * plan.Objective ? 1 : 0;
        }

        Assert.InRange(closed, 135, 150);
    }

    [Fact]
    public void A_generated_instance_is_solved_solved_again_and_confirmed_by_a_peer()
    {
        WeightedAllocation instance = ScaleGenerator.Generate(new ScaleSize(8, 3, 8), seed: 3);
        var solved = new ScaleCase(instance);
        ScaleAnswer answer = solved.Solve(new FlowOptions { RelativeGap = 1e-3, Seed = 3 }, TestContext.Current.CancellationToken);

        Assert.Empty(answer.Faults);
        Assert.InRange(answer.Gap, 0, 1e-3);
        Assert.Equal(5, answer.ResolveSeconds.Length);
        foreach (IPeer peer in ScalePeers.All)
        {
            PeerAnswer other = solved.SolveWith(peer, new PeerLimits(TimeSpan.FromSeconds(60)), TestContext.Current.CancellationToken);
            Assert.Empty(other.Faults);
            Assert.InRange(other.Objective!.Value, answer.Bound * (1 - 1e-6), answer.Objective * (1 + 1e-6));
        }
    }

    [Fact]
    public void The_exported_values_satisfy_the_exported_model()
    {
        WeightedAllocation instance = ScaleGenerator.Generate(new ScaleSize(8, 3, 8), seed: 4);
        ScaleAnswer answer = new ScaleCase(instance).Solve(new FlowOptions(), TestContext.Current.CancellationToken);
        ScaleFormulation formulation = ScaleFormulation.Of(instance);
        double[] values = formulation.Values(answer.Flows);
        double cost = 0;
        for (int k = 0; k < values.Length; k++)
        {
            Assert.InRange(values[k], -1e-6, formulation.Model.ColumnUppers[k] + 1e-6);
            cost += values[k] * formulation.Model.ColumnCosts[k];
        }

        for (int row = 0; row < formulation.Model.RowCount; row++)
        {
            int end = row + 1 < formulation.Model.RowCount ? formulation.Model.RowStarts[row + 1] : formulation.Model.EntryCount;
            double sum = 0;
            for (int entry = formulation.Model.RowStarts[row]; entry < end; entry++)
            {
                sum += values[formulation.Model.EntryColumns[entry]] * formulation.Model.EntryValues[entry];
            }

            Assert.InRange(sum, formulation.Model.RowLowers[row] - 1e-5, formulation.Model.RowUppers[row] + 1e-5);
        }

        Assert.Equal(answer.Objective, cost, 1e-6 * cost);
    }
}
