using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace Readiness.Solving;

/// <summary>
/// One model inside the HiGHS solver. Changes made between solves keep the simplex basis, so re-solving is warm.
/// An instance may be used by one thread at a time; different instances are independent.
/// </summary>
internal sealed unsafe partial class HighsSolver : IDisposable
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
                SetPresolve(false);
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

    /// <summary>Frees the native instance.</summary>
    public void Dispose() => handle.Dispose();

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
        SetPresolve(Presolve);
        string method = Method switch
        {
            LpMethod.Simplex => "simplex",
            LpMethod.InteriorPoint => "ipm",
            _ => "choose",
        };
        Check(HighsNative.SetStringOption(handle, "solver", method), "set the method");
    }

    private void SetPresolve(bool on)
    {
        // Without the reductions the feasibility jump has been seen to write where it must not: issue 3262 of HiGHS, up to 1.15.1.
        Check(HighsNative.SetStringOption(handle, "presolve", on ? "choose" : "off"), "set presolve");
        Check(HighsNative.SetBoolOption(handle, "mip_heuristic_run_feasibility_jump", on ? 1 : 0), "set a heuristic");
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

    private static bool IsInconclusive(int code, int modelStatus) =>
        code == HighsNative.StatusError
        || modelStatus is not (ModelOptimal or ModelInfeasible or ModelUnbounded or ModelTimeLimit or ModelIterationLimit
            or ModelSolutionLimit or ModelInterrupted);
}
