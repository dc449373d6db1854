using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace Readiness.Solving;

/// <summary>
/// One model inside the HiGHS solver. Changes made between solves keep the simplex basis, so re-solving is warm.
/// An instance may be used by one thread at a time; different instances are independent.
/// </summary>
internal sealed unsafe class HighsSolver : IDisposable
{
    // Model statuses of the C API.
    private const int ModelOptimal = 7;
    private const int ModelInfeasible = 8;
    private const int ModelUnboundedOrInfeasible = 9;
    private const int ModelUnbounded = 10;
    private const int ModelTimeLimit = 13;
    private const int ModelIterationLimit = 14;
    private const int ModelSolutionLimit = 16;
    private const int ModelInterrupted = 17;

    private readonly HighsHandle handle;
    private bool hasIntegers;

    /// <summary>Hands the model to a new solver instance; the builder is not referenced afterwards.</summary>
    /// <exception cref="SolverUnavailableException">There is no usable native library on this platform.</exception>
    public HighsSolver(LinearModelBuilder model, SolveLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        _ = HighsLibrary.Version;
        Limits = limits ?? SolveLimits.None;
        handle = new HighsHandle();
        try
        {
            Check(HighsNative.SetBoolOption(handle, "output_flag", 0), "silence");
            Pass(model);
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    /// <summary>Version of the native library.</summary>
    public static string Version => HighsLibrary.Version;

    /// <summary>Limits of the solves that follow; each solve gets the whole of them.</summary>
    public SolveLimits Limits { get; set; }

    /// <summary>Algorithm for linear programmes.</summary>
    public LpMethod Method { get; set; }

    /// <summary>Simplex method for linear programmes.</summary>
    public SimplexStrategy Strategy { get; set; } = SimplexStrategy.Dual;

    /// <summary>
    /// Whether the model may be reduced before it is solved. The reductions cannot be interrupted, which shows from about
    /// 100,000 columns on (half a second); without them a stop is noticed within some tens of milliseconds.
    /// </summary>
    public bool Presolve { get; set; } = true;

    /// <summary>
    /// Called with the objective and the bound whenever an integer solve finds a better solution, on the solving thread.
    /// An exception it throws ends the solve and comes out of <see cref="Solve"/>.
    /// </summary>
    public Action<double, double>? Progress { get; set; }

    /// <summary>Number of columns.</summary>
    public int ColumnCount { get; private set; }

    /// <summary>Number of rows.</summary>
    public int RowCount { get; private set; }

    /// <summary>Simplex iterations of the latest solve.</summary>
    public int SimplexIterations => IntInfo("simplex_iteration_count");

    /// <summary>Writes the model as it stands to a file, in the format of its extension: <c>.mps</c> or <c>.lp</c>. Column k is called <c>ck</c>, row k <c>rk</c>.</summary>
    public void WriteModel(string path)
    {
        ObjectDisposedException.ThrowIf(handle.IsClosed, this);
        Check(HighsNative.WriteModel(handle, path), "write the model");
    }

    /// <summary>Solves the model as it stands, from the last basis if there is one.</summary>
    public SolveOutcome Solve(CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(handle.IsClosed, this);

        // A stop asked for before the run begins would otherwise be noticed only at the first callback.
        if (cancellationToken.IsCancellationRequested)
        {
            return SolveOutcome.Empty(SolveStatus.Cancelled);
        }

        long started = Stopwatch.GetTimestamp();
        if (Limits.Time is { } limit && limit <= TimeSpan.Zero)
        {
            return SolveOutcome.Empty(SolveStatus.TimeLimit);
        }

        if (ColumnCount == 0)
        {
            return SolveWithoutColumns();
        }

        SetOptions();
        long deadline = Limits.Time is { } time && time.TotalSeconds < 1e9
            ? started + (long)(time.TotalSeconds * Stopwatch.Frequency)
            : long.MaxValue;
        bool interruptible = cancellationToken.CanBeCanceled || deadline != long.MaxValue;
        var callback = new HighsCallback(Progress, deadline, cancellationToken);
        GCHandle data = GCHandle.Alloc(callback);
        try
        {
            Check(HighsNative.SetCallback(handle, HighsCallback.Function, (void*)GCHandle.ToIntPtr(data)), "set the callback");
            SetCallbackActive(HighsNative.CallbackSimplexInterrupt, interruptible);
            SetCallbackActive(HighsNative.CallbackIpmInterrupt, interruptible);
            SetCallbackActive(HighsNative.CallbackMipInterrupt, interruptible || Progress is not null);
            SetCallbackActive(HighsNative.CallbackMipImprovingSolution, Progress is not null);

            int code = Run(started);
            int modelStatus = HighsNative.GetModelStatus(handle);
            if (IsInconclusive(code, modelStatus) && !callback.StopRequested)
            {
                // A warm start may end in numerical trouble that a cold one avoids, and presolve alone cannot tell an
                // infeasible model from an unbounded one.
                Check(HighsNative.ClearSolver(handle), "start afresh");
                Check(HighsNative.SetStringOption(handle, "presolve", "off"), "switch presolve off");
                code = Run(started);
                modelStatus = HighsNative.GetModelStatus(handle);
            }

            callback.ThrowIfFailed();
            return Collect(code, modelStatus, callback.StopRequested, cancellationToken);
        }
        finally
        {
            _ = HighsNative.SetCallback(handle, null, null);
            data.Free();
        }
    }

    /// <summary>Changes the cost of one column.</summary>
    public void ChangeColumnCost(int column, double cost) => ChangeColumnCosts([column], [cost]);

    /// <summary>Changes the costs of distinct columns.</summary>
    public void ChangeColumnCosts(ReadOnlySpan<int> columns, ReadOnlySpan<double> costs)
    {
        RequireSameLength(columns.Length, costs.Length);
        fixed (int* columnsPointer = columns)
        fixed (double* costsPointer = costs)
        {
            Check(
                columns.IsEmpty ? 0 : HighsNative.ChangeColumnCosts(handle, columns.Length, columnsPointer, costsPointer),
                "change column costs");
        }
    }

    /// <summary>Changes the bounds of one column.</summary>
    public void ChangeColumnBounds(int column, double lower, double upper) => ChangeColumnBounds([column], [lower], [upper]);

    /// <summary>Changes the bounds of distinct columns.</summary>
    public void ChangeColumnBounds(ReadOnlySpan<int> columns, ReadOnlySpan<double> lowers, ReadOnlySpan<double> uppers)
    {
        RequireSameLength(columns.Length, lowers.Length);
        RequireSameLength(columns.Length, uppers.Length);
        fixed (int* columnsPointer = columns)
        fixed (double* lowersPointer = lowers, uppersPointer = uppers)
        {
            Check(
                columns.IsEmpty ? 0 : HighsNative.ChangeColumnBounds(handle, columns.Length, columnsPointer, lowersPointer, uppersPointer),
                "change column bounds");
        }
    }

    /// <summary>Changes the sides of one row.</summary>
    public void ChangeRowBounds(int row, double lower, double upper) => ChangeRowBounds([row], [lower], [upper]);

    /// <summary>Changes the sides of distinct rows.</summary>
    public void ChangeRowBounds(ReadOnlySpan<int> rows, ReadOnlySpan<double> lowers, ReadOnlySpan<double> uppers)
    {
        RequireSameLength(rows.Length, lowers.Length);
        RequireSameLength(rows.Length, uppers.Length);
        fixed (int* rowsPointer = rows)
        fixed (double* lowersPointer = lowers, uppersPointer = uppers)
        {
            Check(
                rows.IsEmpty ? 0 : HighsNative.ChangeRowBounds(handle, rows.Length, rowsPointer, lowersPointer, uppersPointer),
                "change row bounds");
        }
    }

    /// <summary>Adds one column with its entries in the existing rows and returns its index.</summary>
    public int AddColumn(
        double cost, double lower, double upper, ReadOnlySpan<int> rows, ReadOnlySpan<double> values, bool isInteger = false) =>
        AddColumns([cost], [lower], [upper], [0], rows, values, isInteger);

    /// <summary>
    /// Adds columns with their entries in the existing rows and returns the index of the first. The entries of column k are
    /// those from <paramref name="starts"/>[k] up to the start of the next column.
    /// </summary>
    public int AddColumns(
        ReadOnlySpan<double> costs,
        ReadOnlySpan<double> lowers,
        ReadOnlySpan<double> uppers,
        ReadOnlySpan<int> starts,
        ReadOnlySpan<int> rows,
        ReadOnlySpan<double> values,
        bool areInteger = false)
    {
        RequireSameLength(costs.Length, lowers.Length);
        RequireSameLength(costs.Length, uppers.Length);
        RequireSameLength(costs.Length, starts.Length);
        RequireSameLength(rows.Length, values.Length);
        RequireStarts(starts, rows.Length);
        int first = ColumnCount;
        if (costs.IsEmpty)
        {
            return first;
        }

        fixed (double* costsPointer = costs, lowersPointer = lowers, uppersPointer = uppers, valuesPointer = values)
        fixed (int* startsPointer = starts, rowsPointer = rows)
        {
            Check(
                HighsNative.AddColumns(
                    handle, costs.Length, costsPointer, lowersPointer, uppersPointer, rows.Length, startsPointer, rowsPointer, valuesPointer),
                "add columns");
        }

        ColumnCount += costs.Length;
        if (areInteger)
        {
            int[] types = new int[costs.Length];
            Array.Fill(types, 1);
            fixed (int* typesPointer = types)
            {
                Check(HighsNative.ChangeIntegrality(handle, first, ColumnCount - 1, typesPointer), "make columns integer");
            }

            hasIntegers = true;
        }

        return first;
    }

    /// <summary>Adds one row over the existing columns and returns its index.</summary>
    public int AddRow(double lower, double upper, ReadOnlySpan<int> columns, ReadOnlySpan<double> values) =>
        AddRows([lower], [upper], [0], columns, values);

    /// <summary>
    /// Adds rows over the existing columns and returns the index of the first. The entries of row k are those from
    /// <paramref name="starts"/>[k] up to the start of the next row.
    /// </summary>
    public int AddRows(
        ReadOnlySpan<double> lowers,
        ReadOnlySpan<double> uppers,
        ReadOnlySpan<int> starts,
        ReadOnlySpan<int> columns,
        ReadOnlySpan<double> values)
    {
        RequireSameLength(lowers.Length, uppers.Length);
        RequireSameLength(lowers.Length, starts.Length);
        RequireSameLength(columns.Length, values.Length);
        RequireStarts(starts, columns.Length);
        int first = RowCount;
        if (lowers.IsEmpty)
        {
            return first;
        }

        fixed (double* lowersPointer = lowers, uppersPointer = uppers, valuesPointer = values)
        fixed (int* startsPointer = starts, columnsPointer = columns)
        {
            Check(
                HighsNative.AddRows(
                    handle, lowers.Length, lowersPointer, uppersPointer, columns.Length, startsPointer, columnsPointer, valuesPointer),
                "add rows");
        }

        RowCount += lowers.Length;
        return first;
    }

    /// <summary>
    /// Offers a value for every column as the start of the next integer solve. To be called after all other changes; it
    /// drops the basis of a linear programme.
    /// </summary>
    public void SetSolution(ReadOnlySpan<double> columnValues)
    {
        RequireSameLength(ColumnCount, columnValues.Length);
        fixed (double* values = columnValues)
        {
            Check(HighsNative.SetSolution(handle, values, null, null, null), "set a starting solution");
        }
    }

    /// <summary>Frees the native instance.</summary>
    public void Dispose() => handle.Dispose();

    private static void RequireSameLength(int expected, int actual)
    {
        if (expected != actual)
        {
            throw new ArgumentException($"Expected {expected} elements, but there are {actual}.");
        }
    }

    // The native side trusts the starts, so a wrong one would read outside the arrays.
    private static void RequireStarts(ReadOnlySpan<int> starts, int entries)
    {
        int previous = 0;
        foreach (int start in starts)
        {
            if (start < previous || start > entries)
            {
                throw new ArgumentException("Starts must ascend from 0 and stay within the entries.", nameof(starts));
            }

            previous = start;
        }
    }

    private static void Check(int code, string action)
    {
        if (code == HighsNative.StatusError)
        {
            throw new InvalidOperationException($"The solver refused to {action}: an index or a value is not valid.");
        }
    }

    private void Pass(LinearModelBuilder model)
    {
        fixed (double* costs = model.ColumnCosts, lowers = model.ColumnLowers, uppers = model.ColumnUppers)
        fixed (double* rowLowers = model.RowLowers, rowUppers = model.RowUppers, values = model.EntryValues)
        fixed (int* types = model.ColumnTypes, starts = model.RowStarts, columns = model.EntryColumns)
        {
            int code = model.HasIntegers
                ? HighsNative.PassMip(
                    handle, model.ColumnCount, model.RowCount, model.EntryCount, HighsNative.RowWise, HighsNative.Minimise,
                    model.ObjectiveOffset, costs, lowers, uppers, rowLowers, rowUppers, starts, columns, values, types)
                : HighsNative.PassLp(
                    handle, model.ColumnCount, model.RowCount, model.EntryCount, HighsNative.RowWise, HighsNative.Minimise,
                    model.ObjectiveOffset, costs, lowers, uppers, rowLowers, rowUppers, starts, columns, values);
            Check(code, "accept the model");
        }

        ColumnCount = model.ColumnCount;
        RowCount = model.RowCount;
        hasIntegers = model.HasIntegers;
    }

    private void SetOptions()
    {
        SolveLimits limits = Limits;
        ArgumentOutOfRangeException.ThrowIfLessThan(limits.Threads, 1);
        Check(HighsNative.SetIntOption(handle, "threads", limits.Threads), "set the thread count");
        Check(HighsNative.SetStringOption(handle, "parallel", limits.Threads == 1 ? "off" : "choose"), "set parallelism");
        Check(HighsNative.SetIntOption(handle, "random_seed", limits.Seed), "set the seed");
        Check(HighsNative.SetIntOption(handle, "mip_max_nodes", limits.Nodes ?? int.MaxValue), "set the node limit");
        Check(HighsNative.SetIntOption(handle, "simplex_iteration_limit", limits.Iterations ?? int.MaxValue), "set the iteration limit");
        Check(HighsNative.SetIntOption(handle, "ipm_iteration_limit", limits.Iterations ?? int.MaxValue), "set the iteration limit");
        Check(HighsNative.SetDoubleOption(handle, "mip_rel_gap", limits.MipRelativeGap), "set the relative gap");
        Check(HighsNative.SetIntOption(handle, "simplex_strategy", (int)Strategy), "set the simplex strategy");
        Check(HighsNative.SetStringOption(handle, "presolve", Presolve ? "choose" : "off"), "set presolve");
        string method = Method switch
        {
            LpMethod.Simplex => "simplex",
            LpMethod.InteriorPoint => "ipm",
            _ => "choose",
        };
        Check(HighsNative.SetStringOption(handle, "solver", method), "set the method");
    }

    private void SetCallbackActive(int type, bool active) =>
        Check(active ? HighsNative.StartCallback(handle, type) : HighsNative.StopCallback(handle, type), "set the callback");

    private int Run(long started)
    {
        // For linear programmes the limit is compared with a clock that accumulates over the solves of one instance, for
        // integer ones with a clock that does not: only a clock set back to zero means the same to both.
        Check(HighsNative.ZeroAllClocks(handle), "reset its clock");
        double limit = double.PositiveInfinity;
        if (Limits.Time is { } time)
        {
            limit = Math.Max(0, (time - Stopwatch.GetElapsedTime(started)).TotalSeconds);
        }

        Check(HighsNative.SetDoubleOption(handle, "time_limit", limit), "set the time limit");
        if (Limits.Threads == 1)
        {
            return HighsNative.Run(handle);
        }

        // The solver's worker pool belongs to the calling thread and refuses another size for as long as that thread lives.
        int code = 0;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                code = HighsNative.Run(handle);
            }
            catch (ObjectDisposedException exception)
            {
                failure = ExceptionDispatchInfo.Capture(exception);
            }
        })
        {
            IsBackground = true,
            Name = "HiGHS",
        };
        thread.Start();
        thread.Join();
        failure?.Throw();
        return code;
    }

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

    private static bool IsInconclusive(int code, int modelStatus) =>
        code == HighsNative.StatusError
        || modelStatus is not (ModelOptimal or ModelInfeasible or ModelUnbounded or ModelTimeLimit or ModelIterationLimit
            or ModelSolutionLimit or ModelInterrupted);

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
