using CsCheck;
using Google.OrTools.LinearSolver;
using Readiness.Solving;

namespace Readiness.Tests.Solving;

public sealed class LinearProgrammeTests
{
    private const double Inf = double.PositiveInfinity;

    [Fact]
    public void The_native_library_is_of_a_supported_version() => Assert.StartsWith("1.", HighsSolver.Version, StringComparison.Ordinal);

    [Theory]
    [InlineData(LpMethod.Choose, SimplexStrategy.Dual)]
    [InlineData(LpMethod.Simplex, SimplexStrategy.Primal)]
    [InlineData(LpMethod.InteriorPoint, SimplexStrategy.Dual)]
    internal void A_small_programme_has_its_known_optimum_and_dual_signs(LpMethod method, SimplexStrategy strategy)
    {
        // min x + 2y + 10 with x + y >= 4, x <= 3: x = 3, y = 1.
        var model = new LinearModelBuilder { ObjectiveOffset = 10 };
        int x = model.AddColumn(1, 0, Inf);
        int y = model.AddColumn(2, 0, Inf);
        model.AddRow(4, Inf, [x, y], [1, 1]);
        model.AddRow(-Inf, 3, [x], [1]);
        using var solver = new HighsSolver(model) { Method = method, Strategy = strategy };

        SolveOutcome outcome = solver.Solve(TestContext.Current.CancellationToken);

        Assert.Equal(SolveStatus.Optimal, outcome.Status);
        Assert.True(outcome.HasSolution);
        Assert.Equal(15, outcome.Objective, 7);
        Assert.Equal(15, outcome.Bound, 7);
        Assert.Equal(3, outcome.ColumnValues[x], 7);
        Assert.Equal(1, outcome.ColumnValues[y], 7);
        Assert.Equal(2, outcome.RowDuals[0], 7);
        Assert.Equal(-1, outcome.RowDuals[1], 7);
        Assert.Equal(0, outcome.ReducedCosts[x], 7);
        Assert.Equal(0, outcome.ReducedCosts[y], 7);
    }

    [Fact]
    public void An_infeasible_programme_is_reported_as_such()
    {
        var model = new LinearModelBuilder();
        int x = model.AddColumn(1, 0, 1);
        model.AddRow(2, Inf, [x], [1]);
        using var solver = new HighsSolver(model);

        SolveOutcome outcome = solver.Solve(TestContext.Current.CancellationToken);

        Assert.Equal(SolveStatus.Infeasible, outcome.Status);
        Assert.False(outcome.HasSolution);
        Assert.Empty(outcome.ColumnValues);
        Assert.Equal(Inf, outcome.Bound);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_unbounded_programme_is_reported_as_such(bool isInteger)
    {
        var model = new LinearModelBuilder();
        int x = model.AddColumn(-1, 0, Inf, isInteger);
        int y = model.AddColumn(-1, 0, Inf, isInteger);
        model.AddRow(-1, 1, [x, y], [1, -1]);
        using var solver = new HighsSolver(model);

        SolveOutcome outcome = solver.Solve(TestContext.Current.CancellationToken);

        Assert.Equal(SolveStatus.Unbounded, outcome.Status);
        Assert.Equal(-Inf, outcome.Bound);
    }

    [Fact]
    public void Empty_models_and_rows_without_entries_are_handled()
    {
        using var empty = new HighsSolver(new LinearModelBuilder { ObjectiveOffset = 3 });
        SolveOutcome outcome = empty.Solve(TestContext.Current.CancellationToken);
        Assert.Equal(SolveStatus.Optimal, outcome.Status);
        Assert.Equal(3, outcome.Objective);

        var impossible = new LinearModelBuilder();
        impossible.AddRow(1, 2, [], []);
        using var solver = new HighsSolver(impossible);
        Assert.Equal(SolveStatus.Infeasible, solver.Solve(TestContext.Current.CancellationToken).Status);

        var free = new LinearModelBuilder();
        free.AddColumn(1, 2, 5);
        using var withoutRows = new HighsSolver(free);
        Assert.Equal(2, withoutRows.Solve(TestContext.Current.CancellationToken).Objective);
    }

    [Fact]
    public void Random_programmes_agree_with_an_independent_solver() =>
        Gen.Int[0, int.MaxValue].Sample(
            seed =>
            {
                LinearModelBuilder model = RandomModel(seed, out bool integer);
                using var solver = new HighsSolver(model);
                SolveOutcome outcome = solver.Solve(CancellationToken.None);
                (Solver.ResultStatus status, double objective) = SolveWithGlop(model);
                Assert.False(integer);
                if (status == Solver.ResultStatus.OPTIMAL)
                {
                    Assert.Equal(SolveStatus.Optimal, outcome.Status);
                    Assert.Equal(objective, outcome.Objective, 1e-6 * (1 + Math.Abs(objective)));
                    AssertDualsProveOptimality(model, outcome);
                }
                else
                {
                    Assert.Contains(outcome.Status, new[] { SolveStatus.Infeasible, SolveStatus.Unbounded });
                }
            },
            iter: 300,
            threads: 1);

    [Fact]
    public void A_warm_solve_after_changes_equals_a_cold_one() =>
        // The constant is a case in which the warm primal simplex gives up and only a fresh start decides.
        Gen.Frequency((20, Gen.Int[0, int.MaxValue]), (1, Gen.Const(686356138))).Sample(
            seed =>
            {
                var random = new Random(seed);
                LinearModelBuilder model = RandomModel(seed, out _);
                using var warm = new HighsSolver(model) { Strategy = (seed & 1) == 0 ? SimplexStrategy.Dual : SimplexStrategy.Primal };
                _ = warm.Solve(CancellationToken.None);

                var changed = new LinearModelBuilder();
                double[] costs = model.ColumnCosts.ToArray();
                double[] uppers = model.ColumnUppers.ToArray();
                costs[0] += 1;
                uppers[^1] += 2;
                warm.ChangeColumnCost(0, costs[0]);
                warm.ChangeColumnBounds(uppers.Length - 1, model.ColumnLowers[^1], uppers[^1]);
                for (int j = 0; j < costs.Length; j++)
                {
                    changed.AddColumn(costs[j], model.ColumnLowers[j], uppers[j]);
                }

                int added = changed.AddColumn(-0.5, 0, 4);
                for (int i = 0; i < model.RowCount; i++)
                {
                    (int[] columns, double[] values) = Row(model, i);
                    double upper = model.RowUppers[i] + 1;
                    warm.ChangeRowBounds(i, model.RowLowers[i], upper);
                    changed.AddRow(
                        model.RowLowers[i], upper, i == 0 ? [.. columns, added] : columns, i == 0 ? [.. values, 1.5] : values);
                }

                Assert.Equal(added, warm.AddColumn(-0.5, 0, 4, [0], [1.5]));
                double side = random.Next(1, 20);
                changed.AddRow(-Inf, side, [0, added], [1, 1]);
                Assert.Equal(model.RowCount, warm.AddRow(-Inf, side, [0, added], [1, 1]));

                using var cold = new HighsSolver(changed);
                SolveOutcome expected = cold.Solve(CancellationToken.None);
                SolveOutcome actual = warm.Solve(CancellationToken.None);
                Assert.Equal(expected.Status, actual.Status);
                if (expected.HasSolution && expected.Status == SolveStatus.Optimal)
                {
                    Assert.Equal(expected.Objective, actual.Objective, 1e-6 * (1 + Math.Abs(expected.Objective)));
                    AssertDualsProveOptimality(changed, actual);
                }
            },
            iter: 200,
            threads: 1);

    [Fact]
    public void A_warm_solve_needs_few_iterations()
    {
        LinearModelBuilder model = Hard.Transport(60, 60, 1);
        using var solver = new HighsSolver(model) { Method = LpMethod.Simplex };
        _ = solver.Solve(TestContext.Current.CancellationToken);
        int cold = solver.SimplexIterations;

        solver.ChangeRowBounds(0, model.RowLowers[0], model.RowUppers[0] + 1);
        Assert.Equal(SolveStatus.Optimal, solver.Solve(TestContext.Current.CancellationToken).Status);

        Assert.True(solver.SimplexIterations < cold / 4, $"{solver.SimplexIterations} warm, {cold} cold");
    }

    [Fact]
    public void Wrong_arguments_are_refused_before_they_reach_native_code()
    {
        var model = new LinearModelBuilder();
        int x = model.AddColumn(1, 0, 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => model.AddColumn(double.NaN, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.AddColumn(0, double.NaN, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.AddRow(0, 1, [x + 1], [1]));
        Assert.Throws<ArgumentException>(() => model.AddRow(0, 1, [x], []));
        using var solver = new HighsSolver(model);
        Assert.Throws<InvalidOperationException>(() => solver.ChangeColumnCost(7, 1));
        Assert.Throws<ArgumentException>(() => solver.AddColumns([1, 1], [0, 0], [1, 1], [0, 5], [], []));
        Assert.Throws<ArgumentException>(() => solver.SetSolution([1, 2]));
        solver.Dispose();
        Assert.Throws<ObjectDisposedException>(() => solver.Solve(TestContext.Current.CancellationToken));
        Assert.Throws<ObjectDisposedException>(() => solver.ChangeColumnCost(x, 1));

        var doubled = new LinearModelBuilder();
        doubled.AddColumn(1, 0, 1);
        doubled.AddRow(0, 1, [0, 0], [1, 1]);
        Assert.Throws<InvalidOperationException>(() => new HighsSolver(doubled));
    }

    private static LinearModelBuilder RandomModel(int seed, out bool integer)
    {
        var random = new Random(seed);
        var model = new LinearModelBuilder(1, 1, 1);
        int columns = random.Next(1, 9);
        for (int j = 0; j < columns; j++)
        {
            double lower = random.Next(4) == 0 ? -Inf : random.Next(-3, 2);
            double upper = random.Next(3) == 0 ? Inf : random.Next(2, 9);
            model.AddColumn(random.Next(-5, 10), lower, upper);
        }

        int rows = random.Next(1, 8);
        for (int i = 0; i < rows; i++)
        {
            var picked = new List<int>();
            var values = new List<double>();
            for (int j = 0; j < columns; j++)
            {
                if (random.Next(2) == 0)
                {
                    picked.Add(j);
                    values.Add(random.Next(1, 6) * (random.Next(4) == 0 ? -1 : 1));
                }
            }

            int side = random.Next(-4, 10);
            (double low, double high) = random.Next(4) switch
            {
                0 => (-Inf, (double)side),
                1 => (side, Inf),
                2 => (side, side),
                _ => (side, (double)side + 3),
            };
            model.AddRow(low, high, [.. picked], [.. values]);
        }

        integer = model.HasIntegers;
        return model;
    }

    private static (int[] Columns, double[] Values) Row(LinearModelBuilder model, int row)
    {
        int start = model.RowStarts[row];
        int end = row + 1 < model.RowCount ? model.RowStarts[row + 1] : model.EntryCount;
        return (model.EntryColumns[start..end].ToArray(), model.EntryValues[start..end].ToArray());
    }

    private static (Solver.ResultStatus Status, double Objective) SolveWithGlop(LinearModelBuilder model)
    {
        using var glop = Solver.CreateSolver("GLOP");
        var variables = new Variable[model.ColumnCount];
        using Objective objective = glop.Objective();
        for (int j = 0; j < variables.Length; j++)
        {
            variables[j] = glop.MakeNumVar(model.ColumnLowers[j], model.ColumnUppers[j], "");
            objective.SetCoefficient(variables[j], model.ColumnCosts[j]);
        }

        for (int i = 0; i < model.RowCount; i++)
        {
            using Constraint constraint = glop.MakeConstraint(model.RowLowers[i], model.RowUppers[i]);
            (int[] columns, double[] values) = Row(model, i);
            for (int k = 0; k < columns.Length; k++)
            {
                constraint.SetCoefficient(variables[columns[k]], values[k]);
            }
        }

        objective.SetMinimization();
        Solver.ResultStatus status = glop.Solve();
        return (status, status == Solver.ResultStatus.OPTIMAL ? objective.Value() : double.NaN);
    }

    private static void AssertDualsProveOptimality(LinearModelBuilder model, SolveOutcome outcome)
    {
        double[] reduced = model.ColumnCosts.ToArray();
        double bound = 0;
        for (int i = 0; i < model.RowCount; i++)
        {
            double dual = outcome.RowDuals[i];
            (int[] columns, double[] values) = Row(model, i);
            for (int k = 0; k < columns.Length; k++)
            {
                reduced[columns[k]] -= dual * values[k];
            }

            bound += Term(dual, model.RowLowers[i], model.RowUppers[i]);
        }

        for (int j = 0; j < reduced.Length; j++)
        {
            Assert.Equal(reduced[j], outcome.ReducedCosts[j], 1e-7);
            bound += Term(reduced[j], model.ColumnLowers[j], model.ColumnUppers[j]);
        }

        Assert.Equal(outcome.Objective, bound, 1e-6 * (1 + Math.Abs(bound)));

        static double Term(double price, double lower, double upper)
        {
            if (Math.Abs(price) < 1e-7)
            {
                return 0;
            }

            double side = price > 0 ? lower : upper;
            Assert.True(double.IsFinite(side), $"A dual of {price} points to an infinite side.");
            return price * side;
        }
    }
}
