using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace Readiness.Solving;

/// <summary>
/// Receives the solver's callbacks during one solve: passes the cancellation on and reports improving solutions. A static
/// function pointer needs no delegate to be kept alive; the instance is reached through a handle and no exception crosses
/// into native code.
/// </summary>
internal sealed unsafe class HighsCallback
{
    private readonly CancellationToken token;
    private readonly Action<double, double>? progress;
    private readonly long deadline;
    private ExceptionDispatchInfo? failure;

    /// <summary>
    /// Creates the receiver for one solve that has to end by a timestamp of <see cref="Stopwatch"/>. The solver keeps a limit
    /// of its own, but its interior point method takes an already spent one for none at all.
    /// </summary>
    public HighsCallback(Action<double, double>? progress, long deadline, CancellationToken token)
    {
        this.deadline = deadline;
        this.token = token;
        this.progress = progress;
    }

    /// <summary>Whether the solver has been asked to stop.</summary>
    public bool StopRequested => token.IsCancellationRequested || failure is not null || DeadlinePassed;

    private bool DeadlinePassed => Stopwatch.GetTimestamp() >= deadline;

    /// <summary>The function to register, with a <see cref="GCHandle"/> to an instance as its data.</summary>
    public static delegate* unmanaged[Cdecl]<int, byte*, void*, int*, void*, void> Function => &Invoke;

    /// <summary>Throws what the progress action threw, if it did.</summary>
    public void ThrowIfFailed() => failure?.Throw();

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Invoke(int type, byte* message, void* dataOut, int* dataIn, void* data)
    {
        if (data is null || GCHandle.FromIntPtr((IntPtr)data).Target is not HighsCallback self)
        {
            return;
        }

        if (type == HighsNative.CallbackMipImprovingSolution)
        {
            self.Report(dataOut);
        }

        // The interrupt flag is the first member of the input structure.
        if (dataIn is not null && self.StopRequested)
        {
            *dataIn = 1;
        }
    }

    private void Report(void* dataOut)
    {
        try
        {
            fixed (byte* objectiveName = "objective_function_value\0"u8, boundName = "mip_dual_bound\0"u8)
            {
                var objective = (double*)HighsNative.GetCallbackItem(dataOut, objectiveName);
                var bound = (double*)HighsNative.GetCallbackItem(dataOut, boundName);
                if (objective is not null && bound is not null)
                {
                    progress?.Invoke(*objective, *bound);
                }
            }
        }
#pragma warning disable CA1031 // Nothing may unwind through native frames; rethrown once the solver has returned.
        catch (Exception exception)
        {
            failure ??= ExceptionDispatchInfo.Capture(exception);
        }
#pragma warning restore CA1031
    }
}
