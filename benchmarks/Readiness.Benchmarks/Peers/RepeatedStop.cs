namespace Readiness.Benchmarks.Peers;

/// <summary>
/// Asks a running solver to stop once a token is cancelled or a deadline is passed, and keeps asking: solvers forget a request
/// that comes before their search has begun.
/// </summary>
internal sealed class RepeatedStop : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    private readonly Lock gate = new();
    private readonly Action stop;
    private readonly Timer timer;
    private readonly CancellationTokenRegistration registration;
    private bool disposed;

    /// <summary>Begins to watch.</summary>
    /// <param name="stop">Asks the solver to stop; safe to call while it runs and before.</param>
    /// <param name="deadline">Time from now after which to ask; <see cref="Timeout.InfiniteTimeSpan"/> for never.</param>
    /// <param name="token">The token whose cancellation means stop.</param>
    public RepeatedStop(Action stop, TimeSpan deadline, CancellationToken token)
    {
        this.stop = stop;
        timer = new Timer(static self => ((RepeatedStop)self!).Ask(), this, deadline, Interval);
        registration = token.Register(() => timer.Change(TimeSpan.Zero, Interval));
    }

    /// <summary>Ends the watch; the solver may be disposed afterwards.</summary>
    public void Dispose()
    {
        registration.Dispose();
        lock (gate)
        {
            disposed = true;
        }

        timer.Dispose();
    }

    private void Ask()
    {
        lock (gate)
        {
            if (!disposed)
            {
                stop();
            }
        }
    }
}
