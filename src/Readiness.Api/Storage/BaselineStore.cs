using System.Data.Common;
using Dapper;
using Readiness.Api.Baselines;
using Readiness.Districts;

namespace Readiness.Api.Storage;

/// <summary>Keeps districts in the database.</summary>
/// <param name="database">The database.</param>
/// <param name="cache">Districts that have been read before.</param>
/// <param name="time">The clock.</param>
internal sealed class BaselineStore(Database database, DistrictCache cache, TimeProvider time) : IBaselineStore
{
    /// <summary>Adds the next version; nothing happens where there is a current one, which the index allows once only.</summary>
    private const string Insert = """
        INSERT INTO baselines (id, version, state, stored, summary, document)
        SELECT @id, COALESCE(MAX(version), 0) + 1, 'current', @stored, @summary, @document FROM baselines WHERE id = @id
        ON CONFLICT DO NOTHING
        RETURNING version
        """;

    /// <inheritdoc />
    public async Task<long?> AddAsync(District district, CancellationToken cancellationToken)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long?>(new CommandDefinition(Insert, Row(district), cancellationToken: cancellationToken));
    }

    /// <inheritdoc />
    public Task<BaselineChange> ReplaceAsync(District district, long version, CancellationToken cancellationToken) =>
        database.InTransactionAsync(
            async transaction =>
            {
                BaselineChange change = await RetireAsync(transaction, district.Id, version, "replaced");
                if (change == BaselineChange.Done)
                {
                    await transaction.Connection!.ExecuteScalarAsync<long>(Insert, Row(district), transaction);
                }

                return change;
            },
            cancellationToken);

    /// <inheritdoc />
    public Task<BaselineChange> DeleteAsync(string id, long version, CancellationToken cancellationToken) =>
        database.InTransactionAsync(
            async transaction =>
            {
                bool used = await transaction.Connection!.ExecuteScalarAsync<long>(
                    "SELECT COUNT(*) FROM scenarios WHERE baseline = @id AND state IN ('queued', 'running')", new { id }, transaction) > 0;
                BaselineChange change = used ? BaselineChange.InUse : await RetireAsync(transaction, id, version, "deleted");
                if (change == BaselineChange.Done)
                {
                    // Another district may have the id one day; no plan of this one is in force there.
                    await transaction.Connection!.ExecuteAsync("DELETE FROM published_plans WHERE baseline = @id", new { id }, transaction);
                }

                return change;
            },
            cancellationToken);

    /// <inheritdoc />
    public async Task<District?> FindAsync(string id, CancellationToken cancellationToken) =>
        (await FindCurrentAsync(id, cancellationToken))?.District;

    /// <inheritdoc />
    public async Task<StoredBaseline?> FindCurrentAsync(string id, CancellationToken cancellationToken)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        long? version = await connection.ExecuteScalarAsync<long?>(new CommandDefinition(
            "SELECT version FROM baselines WHERE id = @id AND state = 'current'", new { id = Safe(id) }, cancellationToken: cancellationToken));
        return version is { } found && await ReadAsync(connection, id, found, cancellationToken) is { } district
            ? new StoredBaseline(found, district)
            : null;
    }

    /// <inheritdoc />
    public async Task<District?> FindVersionAsync(string id, long version, CancellationToken cancellationToken)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await ReadAsync(connection, id, version, cancellationToken);
    }

    /// <inheritdoc />
    public async Task<bool> WasEverThereAsync(string id, CancellationToken cancellationToken)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            "SELECT COUNT(*) FROM baselines WHERE id = @id", new { id }, cancellationToken: cancellationToken)) > 0;
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<BaselineSummary>> ListAsync(string? after, int limit, CancellationToken cancellationToken)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        IEnumerable<string> summaries = await connection.QueryAsync<string>(new CommandDefinition(
            "SELECT summary FROM baselines WHERE state = 'current' AND id > @after ORDER BY id LIMIT @limit",
            new { after = Safe(after ?? ""), limit },
            cancellationToken: cancellationToken));
        return [.. summaries.Select(s => StoredJson.Read<BaselineSummary>(s)!)];
    }

    /// <summary>Text that a server can be asked for: none that it keeps has a zero character.</summary>
    private static string Safe(string id) => id.Replace("\0", "\ufffd", StringComparison.Ordinal);

    private static async Task<BaselineChange> RetireAsync(DbTransaction transaction, string id, long version, string state)
    {
        id = Safe(id);
        int changed = await transaction.Connection!.ExecuteAsync(
            "UPDATE baselines SET state = @state WHERE id = @id AND version = @version AND state = 'current'", new { state, id, version }, transaction);
        if (changed > 0)
        {
            return BaselineChange.Done;
        }

        bool present = await transaction.Connection!.ExecuteScalarAsync<long>(
            "SELECT COUNT(*) FROM baselines WHERE id = @id AND state = 'current'", new { id }, transaction) > 0;
        return present ? BaselineChange.Outdated : BaselineChange.Missing;
    }

    private object Row(District district) => new
    {
        id = district.Id,
        stored = Database.Text(time.GetUtcNow()),
        summary = StoredJson.Write(BaselineSummary.Of(district)),
        document = DistrictDocument.Write(district),
    };

    private async Task<District?> ReadAsync(DbConnection connection, string id, long version, CancellationToken cancellationToken)
    {
        if (cache.Find(id, version) is { } known)
        {
            return known;
        }

        string? document = await connection.ExecuteScalarAsync<string?>(new CommandDefinition(
            "SELECT document FROM baselines WHERE id = @id AND version = @version", new { id, version }, cancellationToken: cancellationToken));
        if (document is null)
        {
            return null;
        }

        District district = DistrictDocument.Read(document);
        cache.Keep(district, version);
        return district;
    }
}
