namespace Readiness.Solving;

/// <content>What a solve has found and proved.</content>
internal sealed unsafe partial class HighsSolver
{
    /// <summary>The solver calls every model without columns optimal at zero, whatever its rows and its offset say.</summary>
    private SolveOutcome SolveWithoutColumns()
    {
        const double tolerance = 1e-7;
        double offset;
        Check(HighsNative.GetObjectiveOffset(handle, &offset), "return the offset");
        double[] lowers = new double[RowCount];
        double[] uppers = new double[RowCount];
        int count;
        int entries;
        fixed (double* lowersPointer = lowers, uppersPointer = uppers)
        {
            Check(
                RowCount == 0 ? 0 : HighsNative.GetRows(
                    handle, 0, RowCount - 1, &count, lowersPointer, uppersPointer, &entries, null, null, null),
                "return the rows");
        }

        for (int i = 0; i < RowCount; i++)
        {
            if (lowers[i] > tolerance || uppers[i] < -tolerance)
            {
                return SolveOutcome.Empty(SolveStatus.Infeasible);
            }
        }

        return new SolveOutcome(SolveStatus.Optimal, true, offset, offset, [], new double[RowCount], []);
    }

    private SolveOutcome Collect(int code, int modelStatus, bool stopped, CancellationToken cancellationToken)
    {
        SolveStatus status = modelStatus switch
        {
            ModelOptimal => SolveStatus.Optimal,
            ModelInfeasible => SolveStatus.Infeasible,
            ModelUnbounded => SolveStatus.Unbounded,
            ModelTimeLimit => SolveStatus.TimeLimit,
            ModelIterationLimit or ModelSolutionLimit => SolveStatus.WorkLimit,
            ModelInterrupted when !cancellationToken.IsCancellationRequested => SolveStatus.TimeLimit,
            ModelInterrupted => SolveStatus.Cancelled,
            _ when cancellationToken.IsCancellationRequested => SolveStatus.Cancelled,
            _ when stopped => SolveStatus.TimeLimit,
            _ => SolveStatus.Failed,
        };
        if (code == HighsNative.StatusError && status is not (SolveStatus.Cancelled or SolveStatus.TimeLimit))
        {
            status = SolveStatus.Failed;
        }

        if (status is SolveStatus.Infeasible or SolveStatus.Failed)
        {
            return SolveOutcome.Empty(status);
        }

        bool hasSolution = status == SolveStatus.Optimal || IntInfo("primal_solution_status") == HighsNative.SolutionFeasible;
        bool hasDuals = !hasIntegers && IntInfo("dual_solution_status") != 0;
        double[] columns = hasSolution ? new double[ColumnCount] : [];
        double[] duals = hasDuals ? new double[RowCount] : [];
        double[] reducedCosts = hasDuals ? new double[ColumnCount] : [];
        fixed (double* columnsPointer = columns, dualsPointer = duals, reducedPointer = reducedCosts)
        {
            if (hasSolution || hasDuals)
            {
                Check(HighsNative.GetSolution(handle, columnsPointer, reducedPointer, null, dualsPointer), "return the solution");
            }
        }

        double objective = hasSolution ? DoubleInfo("objective_function_value") : double.NaN;
        double bound = status switch
        {
            SolveStatus.Unbounded => double.NegativeInfinity,
            _ when hasIntegers => BoundOrNothing(DoubleInfo("mip_dual_bound")),
            SolveStatus.Optimal => objective,
            _ when hasDuals => LagrangianBound(duals, reducedCosts),
            _ => double.NegativeInfinity,
        };
        return new SolveOutcome(status, hasSolution, objective, bound, columns, duals, reducedCosts);
    }

    private static double BoundOrNothing(double bound) => double.IsFinite(bound) ? bound : double.NegativeInfinity;

    /// <summary>
    /// The value of the Lagrangian at the duals of an interrupted solve: a valid bound whatever the signs of the reduced
    /// costs, and minus infinity where one of them points to an infinite bound. The reduced costs are recomputed first,
    /// because those of an interrupted interior point run do not belong to its duals.
    /// </summary>
    private double LagrangianBound(double[] duals, double[] reducedCosts)
    {
        double[] columnLowers = new double[ColumnCount];
        double[] columnUppers = new double[ColumnCount];
        double[] rowLowers = new double[RowCount];
        double[] rowUppers = new double[RowCount];
        int[] starts = new int[RowCount];
        double total;
        int count;
        int entries = 0;
        Check(HighsNative.GetObjectiveOffset(handle, &total), "return the offset");
        fixed (double* costs = reducedCosts, lowers = columnLowers, uppers = columnUppers)
        {
            Check(
                HighsNative.GetColumns(handle, 0, ColumnCount - 1, &count, costs, lowers, uppers, &entries, null, null, null),
                "return the columns");
        }

        if (RowCount > 0)
        {
            int[] columns = new int[entries];
            double[] values = new double[entries];
            fixed (double* lowers = rowLowers, uppers = rowUppers, valuesPointer = values)
            fixed (int* startsPointer = starts, columnsPointer = columns)
            {
                Check(
                    HighsNative.GetRows(
                        handle, 0, RowCount - 1, &count, lowers, uppers, &entries, startsPointer, columnsPointer, valuesPointer),
                    "return the rows");
            }

            for (int i = 0; i < RowCount; i++)
            {
                int end = i + 1 < RowCount ? starts[i + 1] : entries;
                for (int k = starts[i]; k < end; k++)
                {
                    reducedCosts[columns[k]] -= duals[i] * values[k];
                }
            }
        }

        return total + Cheapest(reducedCosts, columnLowers, columnUppers) + Cheapest(duals, rowLowers, rowUppers);
    }

    private static double Cheapest(double[] prices, double[] lowers, double[] uppers)
    {
        double total = 0;
        for (int i = 0; i < prices.Length; i++)
        {
            double price = prices[i];
            double side = price > 0 ? lowers[i] : uppers[i];
            if (double.IsFinite(side))
            {
                total += price * side;
            }
            else if (Math.Abs(price) > 1e-9)
            {
                return double.NegativeInfinity;
            }
        }

        return total;
    }

    private int IntInfo(string name)
    {
        int value;
        return HighsNative.GetIntInfo(handle, name, &value) == HighsNative.StatusError ? 0 : value;
    }

    private double DoubleInfo(string name)
    {
        double value;
        return HighsNative.GetDoubleInfo(handle, name, &value) == HighsNative.StatusError ? double.NegativeInfinity : value;
    }
}
