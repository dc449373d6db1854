using Readiness.Districts;

namespace Readiness.Api.Storage;

/// <summary>Keeps districts by id. A baseline never changes once it is there.</summary>
internal interface IBaselineStore
{
    /// <summary>Adds a district.</summary>
    /// <param name="district">A validated district.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether it was added; false if its id is present already.</returns>
    Task<bool> AddAsync(District district, CancellationToken cancellationToken);

    /// <summary>The district with an id, if it is there.</summary>
    /// <param name="id">The id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<District?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>All districts, by id.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<District>> ListAsync(CancellationToken cancellationToken);
}
