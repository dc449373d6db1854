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
    private const string Insert = """
        INSERT INTO scenarios (id, baseline, baseline_version, name, changes, settings, state, created, priority, sweep, cell)
        VALUES (@id, @baseline, @version, @name, @changes, @settings, 'queued', @created, @priority, @sweep, @cell)
        """;

    private const string Waiting = "SELECT COUNT(*) FROM scenarios WHERE state = 'queued' AND priority = @priority";

    /// <summary>Stores a scenario at the end of the planners' part of the queue.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<EnqueueResult> AdmitAsync(StoredScenario scenario, CancellationToken cancellationToken) => database.InTransactionAsync(
        async transaction =>
        {
            await database.LockAsync(transaction, StoreLock.Scenarios, cancellationToken);
            bool known = await transaction.Connection!.ExecuteScalarAsync<long>(
                "SELECT COUNT(*) FROM scenarios WHERE id = @id", new { id = scenario.Id }, transaction) > 0;
            if (known)
            {
                return EnqueueResult.Accepted;
            }

            if (await CountAsync(transaction, JobPriority.Scenario) >= settings.Value.QueueCapacity)
            {
                return EnqueueResult.Full;
            }

            await AddAsync(transaction, scenario, JobPriority.Scenario);
            return EnqueueResult.Accepted;
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
                bool known = await transaction.Connection!.ExecuteScalarAsync<long>(
                    "SELECT COUNT(*) FROM sweeps WHERE id = @id", new { id = sweep.Id }, transaction) > 0;
                if (known)
                {
                    return EnqueueResult.Accepted;
                }

                if (await CountAsync(transaction, JobPriority.SweepCell) + cells.Count > settings.Value.SweepCapacity)
                {
                    return EnqueueResult.Full;
                }

                await SweepStore.AddAsync(transaction, sweep);
                foreach (StoredScenario cell in cells)
                {
                    await AddAsync(transaction, cell, JobPriority.SweepCell);
                }

                return EnqueueResult.Accepted;
            },
            cancellationToken);

    private static Task<long> CountAsync(DbTransaction transaction, long priority) =>
        transaction.Connection!.ExecuteScalarAsync<long>(Waiting, new { priority }, transaction);

    private static async Task AddAsync(DbTransaction transaction, StoredScenario scenario, long priority)
    {
        await transaction.Connection!.ExecuteAsync(
            Insert,
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
            },
            transaction);
        await SolveTelemetry.PostedAsync(transaction, scenario.Id);
        await EventStore.AddAsync(transaction, scenario.Id, ScenarioEvent.StateKind, new ScenarioEvent(ScenarioState.Queued));
    }
}
