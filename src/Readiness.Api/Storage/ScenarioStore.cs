using System.Data.Common;
using Dapper;
using Readiness.Api.Scenarios;

namespace Readiness.Api.Storage;

/// <summary>Keeps scenarios with their results. Their solves are the business of <c>SolveQueue</c>, which works on the same rows.</summary>
/// <param name="database">The database.</param>
internal sealed class ScenarioStore(Database database)
{
    private static readonly string[] Parts = ["plans WHERE scenario = @id", "scenario_events WHERE scenario = @id"];

    /// <summary>The scenario with an id, if it is there.</summary>
    /// <param name="id">The id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<StoredScenario?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        ScenarioRow? row = await connection.QuerySingleOrDefaultAsync<ScenarioRow>(new CommandDefinition(
            $"SELECT {ScenarioRow.Columns} FROM scenarios s LEFT JOIN plans p ON p.scenario = s.id WHERE s.id = @id",
            new { id },
            cancellationToken: cancellationToken));
        return row?.ToScenario();
    }

    /// <summary>The state of a scenario, if it is there.</summary>
    /// <param name="id">The id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<ScenarioState?> FindStateAsync(string id, CancellationToken cancellationToken)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        string? word = await connection.ExecuteScalarAsync<string?>(new CommandDefinition(
            "SELECT state FROM scenarios WHERE id = @id", new { id }, cancellationToken: cancellationToken));
        return word is null ? null : ScenarioRow.StateOf(word);
    }

    /// <summary>Scenarios in short, the newest first.</summary>
    /// <param name="query">Which.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<ScenarioSummary>> ListAsync(ScenarioQuery query, CancellationToken cancellationToken)
    {
        List<string> conditions = ["1 = 1"];
        if (query.After is not null)
        {
            conditions.Add("(s.created, s.id) < (@created, @id)");
        }

        if (query.Baseline is not null)
        {
            conditions.Add("s.baseline = @baseline");
        }

        if (query.State is not null)
        {
            conditions.Add("s.state = @state");
        }

        if (query.Sweep is not null)
        {
            conditions.Add("s.sweep = @sweep");
        }

        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        IEnumerable<ScenarioRow> rows = await connection.QueryAsync<ScenarioRow>(new CommandDefinition(
            $"""
            SELECT s.id AS Id, s.baseline AS Baseline, s.baseline_version AS BaselineVersion, s.name AS Name, s.sweep AS Sweep,
                s.state AS State, s.created AS Created, s.finished AS Finished
            FROM scenarios s WHERE {string.Join(" AND ", conditions)} ORDER BY s.created DESC, s.id DESC LIMIT @limit
            """,
            new
            {
                created = query.After is null ? null : Database.Text(query.After.Created),
                id = query.After?.Id,
                baseline = query.Baseline?.Replace("\0", "\ufffd", StringComparison.Ordinal),
                sweep = query.Sweep?.Replace("\0", "\ufffd", StringComparison.Ordinal),
                state = query.State is { } state ? ScenarioRow.Word(state) : null,
                limit = query.Limit,
            },
            cancellationToken: cancellationToken));
        return [.. rows.Select(Summary)];
    }

    /// <summary>Removes a scenario with all that belongs to it.</summary>
    /// <param name="id">The id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether it was there.</returns>
    public Task<bool> RemoveAsync(string id, CancellationToken cancellationToken) => database.InTransactionAsync(
        async transaction =>
        {
            // First the scenario: whoever solves it writes only as long as its row is there.
            int removed = await transaction.Connection!.ExecuteAsync("DELETE FROM scenarios WHERE id = @id", new { id }, transaction);
            foreach (string part in Parts)
            {
                await transaction.Connection!.ExecuteAsync($"DELETE FROM {part}", new { id }, transaction);
            }

            return removed > 0;
        },
        cancellationToken);

    private static ScenarioSummary Summary(ScenarioRow row) => new(
        row.Id,
        row.Baseline,
        row.BaselineVersion,
        StoredJson.Read<string>(row.Name)!,
        ScenarioRow.StateOf(row.State),
        Database.Time(row.Created),
        row.Finished is null ? null : Database.Time(row.Finished),
        row.Sweep);
}
