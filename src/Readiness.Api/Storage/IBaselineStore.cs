using Readiness.Api.Baselines;
using Readiness.Districts;

namespace Readiness.Api.Storage;

/// <summary>Keeps districts by id, each in numbered versions of which the last is the current one.</summary>
internal interface IBaselineStore
{
    /// <summary>Adds a district.</summary>
    /// <param name="district">A validated district.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Its version; none if its id is present already.</returns>
    Task<long?> AddAsync(District district, CancellationToken cancellationToken);

    /// <summary>Puts another document in the place of a version; scenarios of earlier versions keep theirs.</summary>
    /// <param name="district">A validated district with the same id.</param>
    /// <param name="version">The version that is replaced.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<BaselineChange> ReplaceAsync(District district, long version, CancellationToken cancellationToken);

    /// <summary>Deletes a baseline; scenarios that have ended keep their version of it.</summary>
    /// <param name="id">The id.</param>
    /// <param name="version">The version that is deleted.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<BaselineChange> DeleteAsync(string id, long version, CancellationToken cancellationToken);

    /// <summary>The current district with an id, if it is there.</summary>
    /// <param name="id">The id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<District?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>The current version with an id, if it is there.</summary>
    /// <param name="id">The id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<StoredBaseline?> FindCurrentAsync(string id, CancellationToken cancellationToken);

    /// <summary>A version of a district, current or not, if it is kept.</summary>
    /// <param name="id">The id.</param>
    /// <param name="version">The version.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<District?> FindVersionAsync(string id, long version, CancellationToken cancellationToken);

    /// <summary>Whether an id was ever used, be it that its baseline is deleted by now.</summary>
    /// <param name="id">The id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<bool> WasEverThereAsync(string id, CancellationToken cancellationToken);

    /// <summary>Current baselines by id.</summary>
    /// <param name="after">Begins after this id; none begins with the first.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<BaselineSummary>> ListAsync(string? after, int limit, CancellationToken cancellationToken);
}
