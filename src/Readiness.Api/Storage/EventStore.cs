using System.Data.Common;
using Dapper;
using Readiness.Api.Scenarios;

namespace Readiness.Api.Storage;

/// <summary>Keeps what happens to scenarios, numbered from 1 for each, so that any node can tell it.</summary>
/// <param name="database">The database.</param>
internal sealed class EventStore(Database database)
{
    /// <summary>Notes an event as part of a transaction that has changed the scenario's row, which keeps others out.</summary>
    /// <param name="transaction">The transaction.</param>
    /// <param name="scenario">Id of the scenario.</param>
    /// <param name="kind">Name of the event.</param>
    /// <param name="content">What happened.</param>
    public static Task AddAsync(DbTransaction transaction, string scenario, string kind, ScenarioEvent content) =>
        transaction.Connection!.ExecuteAsync(
            """
            INSERT INTO scenario_events (scenario, number, kind, document)
            SELECT @scenario, COALESCE(MAX(number), 0) + 1, @kind, @document FROM scenario_events WHERE scenario = @scenario
            """,
            new { scenario, kind, document = StoredJson.Write(content) },
            transaction);

    /// <summary>Events of a scenario in their order.</summary>
    /// <param name="scenario">Id of the scenario.</param>
    /// <param name="after">Begins after the event of this number.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<StoredEvent>> ListAsync(string scenario, long after, CancellationToken cancellationToken)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        IEnumerable<(long Number, string Kind, string Document)> rows = await connection.QueryAsync<(long, string, string)>(new CommandDefinition(
            "SELECT number, kind, document FROM scenario_events WHERE scenario = @scenario AND number > @after ORDER BY number LIMIT 200",
            new { scenario, after },
            cancellationToken: cancellationToken));
        return [.. rows.Select(r => new StoredEvent(r.Number, r.Kind, StoredJson.Read<ScenarioEvent>(r.Document)!))];
    }
}
