using System.Data.Common;
using Dapper;
using Microsoft.Extensions.Options;
using Readiness.Api.Hosting;
using Readiness.Api.Scenarios;
using Readiness.Api.Storage;

namespace Readiness.Api.Jobs;

/// <summary>
/// Scenarios wait in the store for their solve, in the order in which they were posted. A worker claims one for the time of a lease, which it renews; what a
/// worker that died had claimed goes back into the queue when the lease is over.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="settings">Say how many may wait, how long a lease is and how many workers a scenario may lose.</param>
/// <param name="time">The clock; those of all nodes must agree to a small part of the lease.</param>
internal sealed class SolveQueue(Database database, IOptions<ServiceSettings> settings, TimeProvider time) : IDisposable
{
    private const string InsertScenario = """
        INSERT INTO scenarios (id, baseline, baseline_version, name, changes, settings, state, created)
        SELECT @id, @baseline, @version, @name, @changes, @settings, 'queued', @created
        WHERE (SELECT COUNT(*) FROM scenarios WHERE state = 'queued') < @capacity
        ON CONFLICT (id) DO NOTHING
        """;

    private const string ClaimFirst = """
        UPDATE scenarios SET state = 'running', owner = @owner, lease = @lease, attempt = attempt + 1, started = COALESCE(started, @now)
        WHERE state = 'queued' AND id = (SELECT id FROM scenarios WHERE state = 'queued' ORDER BY created, id LIMIT 1)
        RETURNING id, attempt, cancel
        """;

    private const string GiveUpOrRequeue = """
        UPDATE scenarios SET owner = NULL, lease = NULL, lost = lost + 1,
            state = CASE WHEN lost + 1 < @most THEN 'queued' ELSE 'failed' END,
            finished = CASE WHEN lost + 1 < @most THEN NULL ELSE @now END,
            failure = CASE WHEN lost + 1 < @most THEN NULL ELSE @failure END
        WHERE state = 'running' AND lease < @now
        RETURNING id, state
        """;

    private static readonly ScenarioFailure TooManyLost = new(
        "The solve failed.", "The processes that solved it ended before it did, again and again; the service's log has the cause.");

    private readonly SemaphoreSlim arrivals = new(0);

    /// <summary>Stores a scenario at the end of the queue.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<EnqueueResult> EnqueueAsync(StoredScenario scenario, CancellationToken cancellationToken)
    {
        bool added = await database.InTransactionAsync(
            async transaction =>
            {
                int rows = await transaction.Connection!.ExecuteAsync(
                    InsertScenario,
                    new
                    {
                        id = scenario.Id,
                        baseline = scenario.Baseline,
                        version = scenario.BaselineVersion,
                        name = StoredJson.Write(scenario.Name),
                        changes = scenario.Changes.GetRawText(),
                        settings = StoredJson.Write(scenario.Settings),
                        created = Database.Text(scenario.Created),
                        capacity = settings.Value.QueueCapacity,
                    },
                    transaction);
                if (rows > 0)
                {
                    await EventStore.AddAsync(transaction, scenario.Id, ScenarioEvent.StateKind, new ScenarioEvent(ScenarioState.Queued));
                }

                return rows > 0 || await transaction.Connection!.ExecuteScalarAsync<long>(
                    "SELECT COUNT(*) FROM scenarios WHERE id = @id", new { id = scenario.Id }, transaction) > 0;
            },
            cancellationToken);
        if (added)
        {
            arrivals.Release();
        }

        return added ? EnqueueResult.Accepted : EnqueueResult.Full;
    }

    /// <summary>Waits until this process has put a scenario into the queue, or a time is over: others may have put one there.</summary>
    /// <param name="longest">How long at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task WaitForArrivalAsync(TimeSpan longest, CancellationToken cancellationToken) => arrivals.WaitAsync(longest, cancellationToken);

    /// <summary>Claims the first scenario of the queue.</summary>
    /// <param name="owner">Who claims it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The claim; none if nothing waits.</returns>
    public async Task<JobClaim?> ClaimAsync(string owner, CancellationToken cancellationToken)
    {
        await RequeueLostAsync(cancellationToken);
        while (true)
        {
            (JobClaim? claim, bool others) = await database.InTransactionAsync(
                async transaction =>
                {
                    DateTimeOffset now = time.GetUtcNow();
                    (string Id, long Attempt, long Cancel) row = await transaction.Connection!.QuerySingleOrDefaultAsync<(string, long, long)>(
                        ClaimFirst, new { owner, now = Database.Text(now), lease = Database.Text(now + Lease) }, transaction);
                    if (row.Id is null)
                    {
                        // Where another node was faster, the next one may still be free.
                        return (null, await transaction.Connection!.ExecuteScalarAsync<long>(
                            "SELECT COUNT(*) FROM scenarios WHERE state = 'queued'", transaction: transaction) > 0);
                    }

                    await EventStore.AddAsync(transaction, row.Id, ScenarioEvent.StateKind, new ScenarioEvent(ScenarioState.Running));
                    return ((JobClaim?)new JobClaim(row.Id, owner, row.Attempt, row.Cancel != 0), false);
                },
                cancellationToken);
            if (claim is not null || !others)
            {
                return claim;
            }
        }
    }

    /// <summary>Asks for the end of a solve, which keeps its best plan; one that still waits ends at once. Nothing happens if it has ended.</summary>
    /// <param name="scenarioId">Id of the scenario.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task CancelAsync(string scenarioId, CancellationToken cancellationToken) => database.InTransactionAsync(
        async transaction =>
        {
            string? before = await transaction.Connection!.ExecuteScalarAsync<string?>(
                """
                UPDATE scenarios SET cancel = 1, state = CASE WHEN state = 'queued' THEN 'stopped' ELSE state END,
                    finished = CASE WHEN state = 'queued' THEN @now ELSE finished END
                WHERE id = @scenarioId AND state IN ('queued', 'running')
                RETURNING state
                """,
                new { scenarioId, now = Database.Text(time.GetUtcNow()) },
                transaction);
            if (before == ScenarioRow.Word(ScenarioState.Stopped))
            {
                await EventStore.AddAsync(transaction, scenarioId, ScenarioEvent.StateKind, new ScenarioEvent(ScenarioState.Stopped));
            }

            return before;
        },
        cancellationToken);

    /// <summary>Renews the lease of a claim.</summary>
    /// <param name="claim">The claim.</param>
    /// <returns>Whether a client has asked for the end; none if the claim is lost.</returns>
    public async Task<bool?> RenewAsync(JobClaim claim)
    {
        await using DbConnection connection = await database.OpenAsync(CancellationToken.None);
        long? cancel = await connection.ExecuteScalarAsync<long?>(
            "UPDATE scenarios SET lease = @lease WHERE id = @ScenarioId AND owner = @Owner AND attempt = @Attempt RETURNING cancel",
            new { claim.ScenarioId, claim.Owner, claim.Attempt, lease = Database.Text(time.GetUtcNow() + Lease) });
        return cancel is { } flag ? flag != 0 : null;
    }

    /// <summary>Whether a client has asked for the end of a claimed solve; none if the claim is lost.</summary>
    /// <param name="claim">The claim.</param>
    public async Task<bool?> IsCancelledAsync(JobClaim claim)
    {
        await using DbConnection connection = await database.OpenAsync(CancellationToken.None);
        long? cancel = await connection.ExecuteScalarAsync<long?>(
            "SELECT cancel FROM scenarios WHERE id = @ScenarioId AND owner = @Owner AND attempt = @Attempt",
            new { claim.ScenarioId, claim.Owner, claim.Attempt });
        return cancel is { } flag ? flag != 0 : null;
    }

    /// <inheritdoc />
    public void Dispose() => arrivals.Dispose();

    private TimeSpan Lease => TimeSpan.FromSeconds(settings.Value.LeaseSeconds);

    private Task<int> RequeueLostAsync(CancellationToken cancellationToken) => database.InTransactionAsync(
        async transaction =>
        {
            (string Id, string State)[] lost = [.. await transaction.Connection!.QueryAsync<(string, string)>(
                GiveUpOrRequeue,
                new { now = Database.Text(time.GetUtcNow()), most = settings.Value.MostLostWorkers, failure = StoredJson.Write(TooManyLost) },
                transaction)];
            foreach ((string id, string word) in lost)
            {
                ScenarioState state = ScenarioRow.StateOf(word);
                ScenarioEvent content = new(state, Failure: state == ScenarioState.Failed ? TooManyLost : null);
                await EventStore.AddAsync(transaction, id, ScenarioEvent.StateKind, content);
            }

            return lost.Length;
        },
        cancellationToken);
}
