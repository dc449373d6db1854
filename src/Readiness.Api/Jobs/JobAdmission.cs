using System.Data.Common;
using Dapper;
using Microsoft.Extensions.Options;
using Readiness.Api.Hosting;
using Readiness.Api.Operations;
using Readiness.Api.Scenarios;
using Readiness.Api.Storage;

namespace Readiness.Api.Jobs;

/// <summary>Lets scenarios and sweeps into the queue as long as not too many wait, whatever other processes let in at the same time.</summary>
/// <param name="database">The database.</param>
/// <param name="settings">Say how many may wait.</param>
internal sealed class JobAdmission(Database database, IOptions<ServiceSettings> settings)
{
    private const string Waiting = "(SELECT COUNT(*) FROM scenarios WHERE state = 'queued' AND priority = @priority)";

    private const string Insert = """
        INSERT INTO scenarios (id, baseline, baseline_version, name, changes, settings, state, created, priority, sweep, cell, published)
        SELECT @id, @baseline, @version, @name, @changes, @settings, 'queued', @created, @priority, @sweep, @cell, @published
        """;

    private const string InsertIfRoom = $"{Insert} WHERE {Waiting} < @capacity ON CONFLICT (id) DO NOTHING";

    /// <summary>Stores a scenario at the end of the planners' part of the queue.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<EnqueueResult> AdmitAsync(StoredScenario scenario, CancellationToken cancellationToken) => database.InTransactionAsync(
        async transaction =>
        {
            await database.LockAsync(transaction, StoreLock.Scenarios, cancellationToken);
            return await AddAsync(transaction, InsertIfRoom, scenario, JobPriority.Scenario, settings.Value.QueueCapacity)
                || await transaction.Connection!.ExecuteScalarAsync<long>(
                    "SELECT COUNT(*) FROM scenarios WHERE id = @id", new { id = scenario.Id }, transaction) > 0
                ? EnqueueResult.Accepted
                : EnqueueResult.Full;
        },
        cancellationToken);

    /// <summary>Stores a sweep with all its cells, or nothing.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="cells">Its cells in their order.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<EnqueueResult> AdmitAsync(StoredSweep sweep, IReadOnlyList<StoredScenario> cells, CancellationToken cancellationToken) =>
        database.InTransactionAsync(
            async transaction =>
            {
                await database.LockAsync(transaction, StoreLock.Sweeps, cancellationToken);
                (long known, long waiting) = await transaction.Connection!.QuerySingleAsync<(long, long)>(
                    $"SELECT (SELECT COUNT(*) FROM sweeps WHERE id = @id), {Waiting}", new { id = sweep.Id, priority = JobPriority.SweepCell }, transaction);
                if (known > 0)
                {
                    return EnqueueResult.Accepted;
                }

                if (waiting + cells.Count > settings.Value.SweepCapacity)
                {
                    return EnqueueResult.Full;
                }

                await SweepStore.AddAsync(transaction, sweep);
                foreach (StoredScenario cell in cells)
                {
                    await AddAsync(transaction, Insert, cell, JobPriority.SweepCell);
                }

                return EnqueueResult.Accepted;
            },
            cancellationToken);

    private static async Task<bool> AddAsync(DbTransaction transaction, string insert, StoredScenario scenario, long priority, long capacity = 0)
    {
        int added = await transaction.Connection!.ExecuteAsync(
            insert,
            new
            {
                id = scenario.Id,
                baseline = scenario.Baseline,
                version = scenario.BaselineVersion,
                name = StoredJson.Write(scenario.Name),
                changes = scenario.Changes.GetRawText(),
                settings = StoredJson.Write(scenario.Settings),
                created = Database.Text(scenario.Created),
                priority,
                sweep = scenario.Place?.Sweep,
                cell = (long?)scenario.Place?.Cell,
                capacity,
                published = scenario.Published is null ? null : StoredJson.Write(scenario.Published),
            },
            transaction);
        if (added > 0)
        {
            await SolveTelemetry.PostedAsync(transaction, scenario.Id);
            await EventStore.AddAsync(transaction, scenario.Id, ScenarioEvent.StateKind, new ScenarioEvent(ScenarioState.Queued));
        }

        return added > 0;
    }
}
