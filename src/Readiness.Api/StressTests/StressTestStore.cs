using System.Data.Common;
using Dapper;
using Readiness.Api.Storage;

namespace Readiness.Api.StressTests;

/// <summary>Keeps stress tests with their reports. Their computation is the business of <see cref="StressTestQueue"/>, which works on the same rows.</summary>
/// <param name="database">The database.</param>
internal sealed class StressTestStore(Database database)
{
    /// <summary>The stress test with an id, if it is there.</summary>
    /// <param name="id">The id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<StoredStressTest?> FindAsync(string id, CancellationToken cancellationToken) => FindAsync(StressTestRow.Full, id, cancellationToken);

    /// <summary>The stress test with an id without its report, if it is there.</summary>
    /// <param name="id">The id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<StoredStressTest?> FindShortAsync(string id, CancellationToken cancellationToken) => FindAsync(StressTestRow.Short, id, cancellationToken);

    /// <summary>Stress tests in short, the newest first.</summary>
    /// <param name="query">Which.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<StressTestSummary>> ListAsync(StressTestQuery query, CancellationToken cancellationToken)
    {
        List<string> conditions = ["1 = 1"];
        if (query.After is not null)
        {
            conditions.Add("(created, id) < (@created, @id)");
        }

        if (query.Scenario is not null)
        {
            conditions.Add("scenario = @scenario");
        }

        if (query.State is not null)
        {
            conditions.Add("state = @state");
        }

        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        IEnumerable<StressTestRow> rows = await connection.QueryAsync<StressTestRow>(new CommandDefinition(
            $"SELECT {StressTestRow.Short} FROM stress_tests WHERE {string.Join(" AND ", conditions)} ORDER BY created DESC, id DESC LIMIT @limit",
            new
            {
                created = query.After is null ? null : Database.Text(query.After.Created),
                id = query.After?.Id,
                scenario = query.Scenario?.Replace("\0", "\ufffd", StringComparison.Ordinal),
                state = query.State is { } state ? StressTestRow.Word(state) : null,
                limit = query.Limit,
            },
            cancellationToken: cancellationToken));
        return [.. rows.Select(row => StressTestSummary.Of(row.ToTest()))];
    }

    /// <summary>Removes a stress test with all that belongs to it; whoever computes it writes only as long as its rows are there.</summary>
    /// <param name="id">The id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether it was there.</returns>
    public Task<bool> RemoveAsync(string id, CancellationToken cancellationToken) => database.InTransactionAsync(
        async transaction =>
        {
            int removed = await transaction.Connection!.ExecuteAsync("DELETE FROM stress_tests WHERE id = @id", new { id }, transaction);
            await transaction.Connection!.ExecuteAsync("DELETE FROM stress_batches WHERE test = @id", new { id }, transaction);
            return removed > 0;
        },
        cancellationToken);

    private async Task<StoredStressTest?> FindAsync(string columns, string id, CancellationToken cancellationToken)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        StressTestRow? row = await connection.QuerySingleOrDefaultAsync<StressTestRow>(new CommandDefinition(
            $"SELECT {columns} FROM stress_tests WHERE id = @id", new { id }, cancellationToken: cancellationToken));
        return row?.ToTest();
    }
}
