namespace Readiness.Api.Jobs;

/// <summary>Scenarios wait here for their solve; the order is kept.</summary>
internal interface ISolveQueue
{
    /// <summary>Puts a stored scenario at the end.</summary>
    /// <param name="scenarioId">Id of the scenario.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether there was room.</returns>
    ValueTask<bool> TryEnqueueAsync(string scenarioId, CancellationToken cancellationToken);

    /// <summary>Asks for the end of a solve, which keeps its best plan; one that still waits ends at once. Nothing happens if it has ended.</summary>
    /// <param name="scenarioId">Id of the scenario.</param>
    Task CancelAsync(string scenarioId);

    /// <summary>Completes when the scenario neither waits nor runs and its result is stored.</summary>
    /// <param name="scenarioId">Id of the scenario.</param>
    /// <param name="cancellationToken">Gives up waiting; the solve goes on.</param>
    Task WhenEndedAsync(string scenarioId, CancellationToken cancellationToken);
}
