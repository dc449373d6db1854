using System.Diagnostics;

namespace Readiness.Quarantine;

/// <summary>Time limit and cancellation of one solve.</summary>
internal sealed class SearchClock(TimeSpan limit, CancellationToken token)
{
    private readonly long started = Stopwatch.GetTimestamp();

    /// <summary>The caller's token.</summary>
    public CancellationToken Token { get; } = token;

    /// <summary>Time since the start.</summary>
    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(started);

    /// <summary>Time that is left; 0 or more.</summary>
    public TimeSpan Left => Elapsed < limit ? limit - Elapsed : TimeSpan.Zero;

    /// <summary>Whether the search must end.</summary>
    public bool IsOver => Token.IsCancellationRequested || Left == TimeSpan.Zero;

    /// <summary>Whether more than this share of the time limit is gone, or the caller cancelled.</summary>
    public bool IsPast(double share) => Token.IsCancellationRequested || Elapsed > limit * share;
}
