using Readiness.Api.Scenarios;
using Readiness.Api.Storage;

namespace Readiness.Api.Sweeps;

/// <summary>Holds a request until no cell of a sweep is being solved any more, or a time is over.</summary>
/// <param name="sweeps">Knows what has ended, whoever solved it.</param>
/// <param name="time">The clock.</param>
internal sealed class SweepWaiting(SweepStore sweeps, TimeProvider time)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits.</summary>
    /// <param name="id">Id of the sweep.</param>
    /// <param name="longest">How long at most.</param>
    /// <param name="cancellationToken">The client has gone.</param>
    public async Task ForEndAsync(string id, TimeSpan longest, CancellationToken cancellationToken)
    {
        long begun = time.GetTimestamp();
        while (time.GetElapsedTime(begun) < longest
            && await sweeps.FindAsync(id, cancellationToken) is { } sweep
            && sweep.States.GetValueOrDefault(ScenarioState.Running) > 0)
        {
            await Task.Delay(Poll, time, cancellationToken);
        }
    }
}
