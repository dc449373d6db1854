using System.Data.Common;
using System.Text.Json;
using Dapper;
using Readiness.Api.Scenarios;
using Readiness.Assessment;

namespace Readiness.Api.Storage;

/// <summary>Keeps sweeps. Their cells are rows of the table of scenarios, which <c>SolveQueue</c> puts there.</summary>
/// <param name="database">The database.</param>
internal sealed class SweepStore(Database database)
{
    private const string Columns = """
        id AS Id, baseline AS Baseline, baseline_version AS BaselineVersion, name AS Name, changes AS Changes, axes AS Axes, settings AS Settings,
        cells AS Cells, created AS Created
        """;

    /// <summary>Removes what belongs to cells; the first statement keeps everybody who solves them out until they are gone.</summary>
    private static readonly string[] Removal =
    [
        "UPDATE scenarios SET cancel = 1 WHERE sweep = @id",
        "DELETE FROM plans WHERE scenario IN (SELECT id FROM scenarios WHERE sweep = @id)",
        "DELETE FROM scenario_events WHERE scenario IN (SELECT id FROM scenarios WHERE sweep = @id)",
        "DELETE FROM scenarios WHERE sweep = @id",
    ];

    /// <summary>Adds a sweep as part of a transaction that adds its cells.</summary>
    /// <param name="transaction">The transaction.</param>
    /// <param name="sweep">The sweep.</param>
    public static Task AddAsync(DbTransaction transaction, StoredSweep sweep) => transaction.Connection!.ExecuteAsync(
        """
        INSERT INTO sweeps (id, baseline, baseline_version, name, changes, axes, settings, cells, created)
        VALUES (@id, @baseline, @version, @name, @changes, @axes, @settings, @cells, @created)
        """,
        new
        {
            id = sweep.Id,
            baseline = sweep.Baseline,
            version = sweep.BaselineVersion,
            name = StoredJson.Write(sweep.Name),
            changes = sweep.Changes.GetRawText(),
            axes = sweep.Axes.GetRawText(),
            settings = StoredJson.Write(sweep.Settings),
            cells = (long)sweep.Cells,
            created = Database.Text(sweep.Created),
        },
        transaction);

    /// <summary>The sweep with an id, if it is there.</summary>
    /// <param name="id">The id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<StoredSweep?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        IEnumerable<Row> rows = await connection.QueryAsync<Row>(new CommandDefinition(
            $"SELECT {Columns} FROM sweeps WHERE id = @id", new { id = Safe(id) }, cancellationToken: cancellationToken));
        return (await WithStatesAsync(connection, rows, cancellationToken)).SingleOrDefault();
    }

    /// <summary>Sweeps, the newest first.</summary>
    /// <param name="after">Begins after this place; none begins with the newest.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<StoredSweep>> ListAsync(ScenarioCursor? after, int limit, CancellationToken cancellationToken)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        IEnumerable<Row> rows = await connection.QueryAsync<Row>(new CommandDefinition(
            $"SELECT {Columns} FROM sweeps {(after is null ? "" : "WHERE (created, id) < (@created, @id)")} ORDER BY created DESC, id DESC LIMIT @limit",
            new { created = after is null ? null : Database.Text(after.Created), id = after?.Id, limit },
            cancellationToken: cancellationToken));
        return await WithStatesAsync(connection, rows, cancellationToken);
    }

    /// <summary>Cells of a sweep in their order, those that are still there.</summary>
    /// <param name="id">Id of the sweep.</param>
    /// <param name="after">Begins after the cell of this number.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<StoredCell>> ListCellsAsync(string id, int after, int limit, CancellationToken cancellationToken)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);

        // The event of the plan has its figures without its decisions, of which there are many.
        IEnumerable<(long Cell, string Id, string State, string? Plan, string? Comparison, string? Failure)> rows =
            await connection.QueryAsync<(long, string, string, string?, string?, string?)>(new CommandDefinition(
                """
                SELECT s.cell, s.id, s.state, e.document, s.comparison, s.failure
                FROM scenarios s LEFT JOIN scenario_events e ON e.scenario = s.id AND e.kind = @kind
                WHERE s.sweep = @id AND s.cell > @after ORDER BY s.cell LIMIT @limit
                """,
                new { id = Safe(id), after = (long)after, limit, kind = ScenarioEvent.PlanKind },
                cancellationToken: cancellationToken));
        return
        [
            .. rows.Select(row => new StoredCell(
                (int)row.Cell,
                row.Id,
                ScenarioRow.StateOf(row.State),
                StoredJson.Read<ScenarioEvent>(row.Plan),
                StoredJson.Read<PlanComparison>(row.Comparison),
                StoredJson.Read<ScenarioFailure>(row.Failure))),
        ];
    }

    /// <summary>Removes a sweep with its cells and all that belongs to them.</summary>
    /// <param name="id">The id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether it was there.</returns>
    public Task<bool> RemoveAsync(string id, CancellationToken cancellationToken) => database.InTransactionAsync(
        async transaction =>
        {
            foreach (string statement in Removal)
            {
                await transaction.Connection!.ExecuteAsync(statement, new { id = Safe(id) }, transaction);
            }

            return await transaction.Connection!.ExecuteAsync("DELETE FROM sweeps WHERE id = @id", new { id = Safe(id) }, transaction) > 0;
        },
        cancellationToken);

    /// <summary>Text that a server can be asked for: none that it keeps has a zero character.</summary>
    private static string Safe(string id) => id.Replace("\0", "\ufffd", StringComparison.Ordinal);

    private static async Task<IReadOnlyList<StoredSweep>> WithStatesAsync(DbConnection connection, IEnumerable<Row> rows, CancellationToken cancellationToken)
    {
        List<StoredSweep> sweeps = [];
        foreach (Row row in rows)
        {
            (string State, long Count, string? Last)[] states = [.. await connection.QueryAsync<(string, long, string?)>(new CommandDefinition(
                "SELECT state, COUNT(*), MAX(finished) FROM scenarios WHERE sweep = @Id GROUP BY state", new { row.Id }, cancellationToken: cancellationToken))];
            Dictionary<ScenarioState, int> counts = states.ToDictionary(s => ScenarioRow.StateOf(s.State), s => (int)s.Count);
            bool open = counts.ContainsKey(ScenarioState.Queued) || counts.ContainsKey(ScenarioState.Running);
            string? last = open ? null : states.Max(s => s.Last);
            sweeps.Add(row.ToSweep() with { States = counts, Finished = last is null ? null : Database.Time(last) });
        }

        return sweeps;
    }

    /// <summary>A row as the database gives it.</summary>
    private sealed class Row
    {
        public string Id { get; init; } = "";

        public string Baseline { get; init; } = "";

        public long BaselineVersion { get; init; }

        public string Name { get; init; } = "";

        public string Changes { get; init; } = "";

        public string Axes { get; init; } = "";

        public string Settings { get; init; } = "";

        public long Cells { get; init; }

        public string Created { get; init; } = "";

        public StoredSweep ToSweep() => new(
            Id, Baseline, BaselineVersion, StoredJson.Read<string>(Name)!, JsonElement.Parse(Changes), JsonElement.Parse(Axes),
            StoredJson.Read<SolveSettings>(Settings)!, (int)Cells, Database.Time(Created));
    }
}
