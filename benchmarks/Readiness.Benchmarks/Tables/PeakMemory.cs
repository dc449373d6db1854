using System.Diagnostics;

namespace Readiness.Benchmarks.Tables;

/// <summary>The largest working set of the process so far: run an instance alone to have its own.</summary>
internal static class PeakMemory
{
    private const double BytesPerGibibyte = 1L << 30;

    /// <summary>In GiB, with two decimals.</summary>
    public static double Gibibytes()
    {
        // Some platforms do not tell the peak, but all tell what is used now.
        using var process = Process.GetCurrentProcess();
        return Math.Round(Math.Max(Environment.WorkingSet, process.PeakWorkingSet64) / BytesPerGibibyte, 2);
    }
}
