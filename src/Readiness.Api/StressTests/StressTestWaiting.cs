namespace Readiness.Api.StressTests;

/// <summary>Holds a request until a stress test has ended, a time is over or the service is asked to stop.</summary>
/// <param name="tests">Knows what has ended, whoever computed it.</param>
/// <param name="lifetime">Says when the service is asked to stop.</param>
/// <param name="time">The clock.</param>
internal sealed class StressTestWaiting(StressTestStore tests, IHostApplicationLifetime lifetime, TimeProvider time)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits.</summary>
    /// <param name="id">Id of the test.</param>
    /// <param name="longest">How long at most.</param>
    /// <param name="cancellationToken">The client has gone.</param>
    /// <exception cref="OperationCanceledException">The client has gone.</exception>
    public async Task ForEndAsync(string id, TimeSpan longest, CancellationToken cancellationToken)
    {
        using CancellationTokenSource timer = new(longest, time);
        using CancellationTokenSource enough = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, lifetime.ApplicationStopping, cancellationToken);
        try
        {
            while (await tests.FindShortAsync(id, enough.Token) is { Ended: false })
            {
                await Task.Delay(Poll, time, enough.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Time is over: the caller tells how far it is.
        }
    }
}
