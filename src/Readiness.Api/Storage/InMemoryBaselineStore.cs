using System.Collections.Concurrent;
using Readiness.Districts;

namespace Readiness.Api.Storage;

/// <summary>Keeps districts as long as the process lives.</summary>
internal sealed class InMemoryBaselineStore : IBaselineStore
{
    private readonly ConcurrentDictionary<string, District> districts = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public Task<bool> AddAsync(District district, CancellationToken cancellationToken) =>
        Task.FromResult(districts.TryAdd(district.Id, district));

    /// <inheritdoc />
    public Task<District?> FindAsync(string id, CancellationToken cancellationToken) =>
        Task.FromResult(districts.GetValueOrDefault(id));

    /// <inheritdoc />
    public Task<IReadOnlyList<District>> ListAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<District>>([.. districts.Values.OrderBy(d => d.Id, StringComparer.Ordinal)]);
}
