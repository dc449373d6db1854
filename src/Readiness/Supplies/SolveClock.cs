using System.Diagnostics;

namespace Readiness.Supplies;

/// <summary>Time, work and cancellation of one solve.</summary>
internal sealed class SolveClock
{
    private readonly long started = Stopwatch.GetTimestamp();
    private readonly TimeSpan limit;
    private readonly CancellationToken token;

    public SolveClock(AllocationOptions options, CancellationToken token)
    {
        // Merging the parts and copying the answer out still takes a moment after the limit.
        limit = options.TimeLimit * 0.98;
        this.token = token;
        Options = options;
    }

    /// <summary>The options of the solve.</summary>
    public AllocationOptions Options { get; }

    /// <summary>The caller's token.</summary>
    public CancellationToken Token => token;

    /// <summary>Time since the start.</summary>
    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(started);

    /// <summary>Whether the caller has cancelled.</summary>
    public bool Cancelled => token.IsCancellationRequested;

    /// <summary>Whether a share of the time is used up, or the caller has cancelled.</summary>
    public bool IsOver(double share = 1) => Cancelled || Elapsed >= limit * share;

    /// <summary>What is left of a share of the time; never negative.</summary>
    public TimeSpan Left(double share = 1)
    {
        TimeSpan left = (limit * share) - Elapsed;
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
