namespace Readiness.Api.Storage;

/// <summary>Keeps scenarios with their results by id.</summary>
internal interface IScenarioStore
{
    /// <summary>Adds a scenario; its id must be new.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task AddAsync(StoredScenario scenario, CancellationToken cancellationToken);

    /// <summary>The scenario with an id, if it is there.</summary>
    /// <param name="id">The id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<StoredScenario?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>All scenarios, the newest first.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<StoredScenario>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Replaces a scenario by a changed copy, as one step.</summary>
    /// <param name="id">The id.</param>
    /// <param name="change">Makes the copy; must not have side effects, because it may run more than once.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The copy; null if the scenario is not there (any more).</returns>
    Task<StoredScenario?> UpdateAsync(
        string id, Func<StoredScenario, StoredScenario> change, CancellationToken cancellationToken);

    /// <summary>Removes a scenario.</summary>
    /// <param name="id">The id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether it was there.</returns>
    Task<bool> RemoveAsync(string id, CancellationToken cancellationToken);
}
