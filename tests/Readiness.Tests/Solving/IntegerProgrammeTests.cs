using CsCheck;
using Readiness.Solving;

namespace Readiness.Tests.Solving;

public sealed class IntegerProgrammeTests
{
    [Fact]
    public void Random_knapsacks_agree_with_brute_force() =>
        Gen.Int[0, int.MaxValue].Sample(
            seed =>
            {
                var random = new Random(seed);
                int items = random.Next(1, 11);
                int[] gains = [.. Enumerable.Range(0, items).Select(_ => random.Next(1, 50))];
                int[] weights = [.. Enumerable.Range(0, items).Select(_ => random.Next(1, 30))];
                int capacity = random.Next(1, 100);

                var model = new LinearModelBuilder();
                foreach (int gain in gains)
                {
                    model.AddColumn(-gain, 0, 1, isInteger: true);
                }

                model.AddRow(0, capacity, [.. Enumerable.Range(0, items)], [.. weights.Select(w => (double)w)]);
                using var solver = new HighsSolver(model);
                SolveOutcome outcome = solver.Solve(CancellationToken.None);

                int best = 0;
                for (int set = 0; set < 1 << items; set++)
                {
                    int weight = 0;
                    int gain = 0;
                    for (int j = 0; j < items; j++)
                    {
                        if ((set >> j & 1) != 0)
                        {
                            weight += weights[j];
                            gain += gains[j];
                        }
                    }

                    best = weight <= capacity ? Math.Max(best, gain) : best;
                }

                Assert.Equal(SolveStatus.Optimal, outcome.Status);
                Assert.Equal(-best, outcome.Objective, 1e-6);
                Assert.Equal(-best, outcome.Bound, 1e-4);
                Assert.Empty(outcome.RowDuals);
                Assert.Empty(outcome.ReducedCosts);
            },
            iter: 100,
            threads: 1);

    [Fact]
    public void Integer_infeasibility_is_proved()
    {
        // 2x + 4y = 7 has fractional solutions only.
        var model = new LinearModelBuilder();
        model.AddColumn(1, 0, 10, isInteger: true);
        model.AddColumn(1, 0, 10, isInteger: true);
        model.AddRow(7, 7, [0, 1], [2, 4]);
        using var solver = new HighsSolver(model);

        SolveOutcome outcome = solver.Solve(TestContext.Current.CancellationToken);

        Assert.Equal(SolveStatus.Infeasible, outcome.Status);
        Assert.Equal(double.PositiveInfinity, outcome.Bound);
    }

    [Fact]
    public void Integer_columns_may_be_added_later()
    {
        var model = new LinearModelBuilder();
        model.AddColumn(3, 0, 10);
        model.AddRow(2.5, double.PositiveInfinity, [0], [1]);
        using var solver = new HighsSolver(model);
        Assert.Equal(7.5, solver.Solve(TestContext.Current.CancellationToken).Objective, 7);

        solver.AddColumn(2, 0, 10, [0], [1], isInteger: true);

        Assert.Equal(5.5, solver.Solve(TestContext.Current.CancellationToken).Objective, 6);
    }

    [Fact]
    public void A_starting_solution_is_taken_up()
    {
        LinearModelBuilder model = Hard.MarketSplit(5, 40, 3);
        double[] start = new double[model.ColumnCount];
        double cost = 0;
        for (int i = 0; i < model.RowCount; i++)
        {
            start[40 + (2 * i)] = model.RowLowers[i];
            cost += model.RowLowers[i];
        }

        // No nodes, so that what is found can only be the start or better.
        using var solver = new HighsSolver(model, new SolveLimits { Nodes = 0, Time = TimeSpan.FromSeconds(5) });
        var seen = new List<double>();
        solver.Progress = (objective, _) => seen.Add(objective);
        solver.SetSolution(start);

        SolveOutcome outcome = solver.Solve(TestContext.Current.CancellationToken);

        Assert.True(outcome.HasSolution);
        Assert.Equal(cost, seen[0], 1e-6);
        Assert.True(outcome.Objective <= cost + 1e-6);
        Assert.True(outcome.Bound <= outcome.Objective + 1e-6);
    }

    [Fact]
    public void Progress_reports_falling_objectives_and_valid_bounds()
    {
        using var solver = new HighsSolver(Hard.MarketSplit(3, 20, 5), new SolveLimits { Time = TimeSpan.FromSeconds(10) });
        var seen = new List<(double Objective, double Bound)>();
        solver.Progress = (objective, bound) => seen.Add((objective, bound));

        SolveOutcome outcome = solver.Solve(TestContext.Current.CancellationToken);

        Assert.NotEmpty(seen);
        for (int i = 1; i < seen.Count; i++)
        {
            Assert.True(seen[i].Objective < seen[i - 1].Objective);
        }

        Assert.Equal(outcome.Objective, seen[^1].Objective, 1e-6);
        Assert.All(seen, pair => Assert.True(pair.Bound <= outcome.Objective + 1e-6));
    }

    [Fact]
    public void What_progress_throws_comes_out_of_the_solve()
    {
        using var solver = new HighsSolver(Hard.MarketSplit(4, 30, 5), new SolveLimits { Time = TimeSpan.FromSeconds(10) });
        solver.Progress = (_, _) => throw new InvalidDataException("from the observer");

        Assert.Throws<InvalidDataException>(() => solver.Solve(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Equal_seeds_give_equal_runs()
    {
        var limits = new SolveLimits { Nodes = 200, Seed = 7 };
        SolveOutcome[] outcomes = new SolveOutcome[2];
        for (int i = 0; i < outcomes.Length; i++)
        {
            using var solver = new HighsSolver(Hard.MarketSplit(4, 30, 11), limits);
            outcomes[i] = solver.Solve(TestContext.Current.CancellationToken);
        }

        Assert.Equal(SolveStatus.WorkLimit, outcomes[0].Status);
        Assert.Equal(outcomes[0].Objective, outcomes[1].Objective);
        Assert.Equal(outcomes[0].Bound, outcomes[1].Bound);
        Assert.Equal(outcomes[0].ColumnValues, outcomes[1].ColumnValues);
    }

    [Fact]
    public void Thread_counts_may_alternate_on_one_thread()
    {
        foreach (int threads in new[] { 1, 2, 1, 2 })
        {
            using var solver = new HighsSolver(Hard.MarketSplit(3, 15, 2), new SolveLimits { Threads = threads });
            Assert.Equal(SolveStatus.Optimal, solver.Solve(TestContext.Current.CancellationToken).Status);
        }
    }
}
