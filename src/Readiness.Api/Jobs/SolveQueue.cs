using System.Data.Common;
using Dapper;
using Microsoft.Extensions.Options;
using Readiness.Api.Hosting;
using Readiness.Api.Operations;
using Readiness.Api.Scenarios;
using Readiness.Api.Storage;

namespace Readiness.Api.Jobs;

/// <summary>
/// Scenarios wait in the store for their solve, by priority and in the order in which they were posted. A worker claims one for the time of a lease, which it renews; what a
/// worker that died had claimed goes back into the queue when the lease is over.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="settings">Say how many may wait, how long a lease is and how many workers a scenario may lose.</param>
/// <param name="time">The clock; those of all nodes must agree to a small part of the lease.</param>
internal sealed class SolveQueue(Database database, IOptions<ServiceSettings> settings, TimeProvider time) : IDisposable
{
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

    private readonly JobAdmission admission = new(database, settings);
    private readonly SemaphoreSlim arrivals = new(0);

    private readonly string claimFirst = $"""
        UPDATE scenarios SET state = 'running', owner = @owner, lease = @lease, attempt = attempt + 1, started = COALESCE(started, @now)
        WHERE id = (SELECT id FROM scenarios WHERE state = 'queued' ORDER BY priority, created, id LIMIT 1 {database.SkipLocked})
        RETURNING id, attempt, cancel
        """;

    /// <summary>Stores a scenario at the end of the queue.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<EnqueueResult> EnqueueAsync(StoredScenario scenario, CancellationToken cancellationToken) =>
        Announce(await admission.AdmitAsync(scenario, cancellationToken), 1);

    /// <summary>Stores a sweep whose cells wait behind all scenarios that stand for themselves.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="cells">Its cells in their order.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<EnqueueResult> EnqueueAsync(StoredSweep sweep, IReadOnlyList<StoredScenario> cells, CancellationToken cancellationToken) =>
        Announce(await admission.AdmitAsync(sweep, cells, cancellationToken), settings.Value.ConcurrentSolves);

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
        SolveTelemetry.WorkersLost(await RequeueLostAsync(cancellationToken));
        return await database.InTransactionAsync(
            async transaction =>
            {
                DateTimeOffset now = time.GetUtcNow();
                (string Id, long Attempt, long Cancel) row = await transaction.Connection!.QuerySingleOrDefaultAsync<(string, long, long)>(
                    claimFirst, new { owner, now = Database.Text(now), lease = Database.Text(now + Lease) }, transaction);
                if (row.Id is null)
                {
                    return null;
                }

                await EventStore.AddAsync(transaction, row.Id, ScenarioEvent.StateKind, new ScenarioEvent(ScenarioState.Running));
                return new JobClaim(row.Id, owner, row.Attempt, row.Cancel != 0);
            },
            cancellationToken);
    }

    /// <summary>Asks for the end of a solve, which keeps its best plan; one that still waits ends at once. Nothing happens if it has ended.</summary>
    /// <param name="scenarioId">Id of the scenario.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task CancelAsync(string scenarioId, CancellationToken cancellationToken) => CancelAsync("id = @id", scenarioId, cancellationToken);

    /// <summary>Asks for the end of all solves of a sweep.</summary>
    /// <param name="sweepId">Id of the sweep.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task CancelSweepAsync(string sweepId, CancellationToken cancellationToken) => CancelAsync("sweep = @id", sweepId, cancellationToken);

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

    private EnqueueResult Announce(EnqueueResult result, int jobs)
    {
        if (result == EnqueueResult.Accepted)
        {
            arrivals.Release(jobs);
        }

        return result;
    }

    private Task<int> CancelAsync(string which, string id, CancellationToken cancellationToken) => database.InTransactionAsync(
        async transaction =>
        {
            (string Id, string State)[] changed = [.. await transaction.Connection!.QueryAsync<(string, string)>(
                $"""
                UPDATE scenarios SET cancel = 1, state = CASE WHEN state = 'queued' THEN 'stopped' ELSE state END,
                    finished = CASE WHEN state = 'queued' THEN @now ELSE finished END
                WHERE {which} AND state IN ('queued', 'running')
                RETURNING id, state
                """,
                new { id, now = Database.Text(time.GetUtcNow()) },
                transaction)];
            foreach ((string stopped, _) in changed.Where(row => row.State == ScenarioRow.Word(ScenarioState.Stopped)))
            {
                await EventStore.AddAsync(transaction, stopped, ScenarioEvent.StateKind, new ScenarioEvent(ScenarioState.Stopped));
            }

            return changed.Length;
        },
        cancellationToken);

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
