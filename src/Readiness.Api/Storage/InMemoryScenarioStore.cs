using System.Collections.Concurrent;

namespace Readiness.Api.Storage;

/// <summary>Keeps scenarios as long as the process lives.</summary>
internal sealed class InMemoryScenarioStore : IScenarioStore
{
    private readonly ConcurrentDictionary<string, StoredScenario> scenarios = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public Task AddAsync(StoredScenario scenario, CancellationToken cancellationToken) =>
        scenarios.TryAdd(scenario.Id, scenario)
            ? Task.CompletedTask
            : throw new InvalidOperationException($"The scenario {scenario.Id} is there already.");

    /// <inheritdoc />
    public Task<StoredScenario?> FindAsync(string id, CancellationToken cancellationToken) =>
        Task.FromResult(scenarios.GetValueOrDefault(id));

    /// <inheritdoc />
    public Task<IReadOnlyList<StoredScenario>> ListAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StoredScenario>>(
            [.. scenarios.Values.OrderByDescending(s => s.Created).ThenByDescending(s => s.Id, StringComparer.Ordinal)]);

    /// <inheritdoc />
    public Task<StoredScenario?> UpdateAsync(
        string id, Func<StoredScenario, StoredScenario> change, CancellationToken cancellationToken)
    {
        while (scenarios.TryGetValue(id, out StoredScenario? before))
        {
            StoredScenario after = change(before);
            if (scenarios.TryUpdate(id, after, before))
            {
                return Task.FromResult<StoredScenario?>(after);
            }
        }

        return Task.FromResult<StoredScenario?>(null);
    }

    /// <inheritdoc />
    public Task<bool> RemoveAsync(string id, CancellationToken cancellationToken) =>
        Task.FromResult(scenarios.TryRemove(id, out _));
}
