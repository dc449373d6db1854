using System.Runtime.InteropServices;

namespace Readiness.Api.Jobs;

/// <summary>Lets solves give way to requests where both want the same processors.</summary>
internal static partial class SolvePriority
{
    /// <summary>Of Linux: <c>setpriority</c> means one thread, the calling one if its number is 0.</summary>
    private const int OneThread = 0;

    /// <summary>Of -20 to 19; the share of a thread at 10 is about a tenth of that of one at 0.</summary>
    private const int Niceness = 10;

    /// <summary>Lowers the priority of the calling thread, and on Linux of all threads that it will create, for good.</summary>
    public static void Lower()
    {
        if (OperatingSystem.IsLinux())
        {
            // There the runtime's own property does nothing. A refusal changes nothing but the priority.
            _ = SetPriority(OneThread, 0, Niceness);
        }
        else
        {
            Thread.CurrentThread.Priority = ThreadPriority.BelowNormal;
        }
    }

    [LibraryImport("libc", EntryPoint = "setpriority")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetPriority(int which, uint who, int niceness);
}
