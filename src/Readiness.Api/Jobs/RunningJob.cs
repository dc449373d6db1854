namespace Readiness.Api.Jobs;

/// <summary>A solve under way in this process; can be told to stop, and remembers the first reason.</summary>
/// <param name="claim">The right to solve it.</param>
internal sealed class RunningJob(JobClaim claim) : IDisposable
{
    private readonly CancellationTokenSource stop = new();
    private int reason;

    /// <summary>The right to solve it.</summary>
    public JobClaim Claim { get; } = claim;

    /// <summary>Set when it has to end.</summary>
    public CancellationToken Stop => stop.Token;

    /// <summary>Why it has to end.</summary>
    public StopReason Reason => (StopReason)Volatile.Read(ref reason);

    /// <summary>Tells it to end.</summary>
    /// <param name="why">Why; the first reason counts.</param>
    public void End(StopReason why)
    {
        if (Interlocked.CompareExchange(ref reason, (int)why, (int)StopReason.None) == (int)StopReason.None)
        {
            stop.Cancel();
        }
    }

    /// <inheritdoc />
    public void Dispose() => stop.Dispose();
}
