using System.Data.Common;
using System.Globalization;
using Dapper;
using Microsoft.Extensions.Options;
using Readiness.Api.Hosting;
using Readiness.Api.Jobs;
using Readiness.Api.Storage;

namespace Readiness.Api.StressTests;

/// <summary>
/// Batches of stress tests wait in the store for a worker, those of the oldest test first, so that all workers share one test. Leases are as for scenarios: what a worker that died
/// had claimed goes back into the queue, and the first finished result of a batch stays.
/// </summary>
/// <remarks>Statements of a transaction take the row of the test before those of its batches, so that no two wait for each other.</remarks>
/// <param name="database">The database.</param>
/// <param name="results">Ends tests that lose too many workers.</param>
/// <param name="settings">Say how many tests may wait, how long a lease is and how many workers a batch may lose.</param>
/// <param name="time">The clock; those of all nodes must agree to a small part of the lease.</param>
internal sealed class StressTestQueue(Database database, StressTestResults results, IOptions<ServiceSettings> settings, TimeProvider time)
{
    private const string InsertTest = """
        INSERT INTO stress_tests (id, scenario, wanted, state, created)
        SELECT @id, @scenario, @wanted, 'queued', @created
        WHERE (SELECT COUNT(*) FROM stress_tests WHERE state IN ('queued', 'running')) < @capacity
        ON CONFLICT (id) DO NOTHING
        """;

    private const string InsertBatch =
        "INSERT INTO stress_batches (id, test, first, futures, state) VALUES (@id, @test, @first, @futures, @state)";

    private const string First = """
        SELECT b.id, b.test FROM stress_batches b JOIN stress_tests t ON t.id = b.test
        WHERE b.state = 'queued' AND t.state IN ('queued', 'running') ORDER BY t.created, b.id LIMIT 1
        """;

    /// <summary>Stores a stress test with its batches at the end of the queue.</summary>
    /// <param name="test">The test.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<EnqueueResult> EnqueueAsync(StoredStressTest test, CancellationToken cancellationToken) => database.InTransactionAsync(
        async transaction =>
        {
            await database.LockAsync(transaction, StoreLock.StressTests, cancellationToken);
            DbConnection connection = transaction.Connection!;
            int rows = await connection.ExecuteAsync(
                InsertTest,
                new
                {
                    id = test.Id,
                    scenario = test.Order.Scenario,
                    wanted = StoredJson.Write(test.Order),
                    created = Database.Text(test.Created),
                    capacity = settings.Value.QueueCapacity,
                },
                transaction);
            if (rows > 0)
            {
                (int First, int Count)[] batches = [.. test.Order.Batches()];
                IEnumerable<object> parts = batches.Select((batch, number) => Batch(test.Id, number, batch.First, batch.Count, "queued"));
                await connection.ExecuteAsync(InsertBatch, parts.Append(Batch(test.Id, batches.Length, test.Order.Futures, 0, "blocked")), transaction);
            }

            return rows > 0 || await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM stress_tests WHERE id = @id", new { id = test.Id }, transaction) > 0
                ? EnqueueResult.Accepted
                : EnqueueResult.Full;
        },
        cancellationToken);

    /// <summary>Claims the first batch of the queue.</summary>
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
                    (string Id, string Test) next = await transaction.Connection!.QuerySingleOrDefaultAsync<(string, string)>(First, transaction: transaction);
                    return next.Id is null ? (null, false) : (await ClaimAsync(transaction, next.Id, next.Test, owner), true);
                },
                cancellationToken);
            if (claim is not null || !others)
            {
                return claim;
            }
        }
    }

    /// <summary>Renews the lease of a claim.</summary>
    /// <param name="claim">The claim.</param>
    /// <returns>Whether a client has asked for the end; none if the claim is lost.</returns>
    public async Task<bool?> RenewAsync(JobClaim claim)
    {
        await using DbConnection connection = await database.OpenAsync(CancellationToken.None);
        int renewed = await connection.ExecuteAsync(
            "UPDATE stress_batches SET lease = @lease WHERE id = @ScenarioId AND owner = @Owner AND attempt = @Attempt",
            new { claim.ScenarioId, claim.Owner, claim.Attempt, lease = Database.Text(time.GetUtcNow() + Lease) });
        return renewed > 0 ? await IsCancelledAsync(claim) : null;
    }

    /// <summary>Whether a client has asked for the end of the test of a claimed batch; none if the claim is lost.</summary>
    /// <param name="claim">The claim.</param>
    public async Task<bool?> IsCancelledAsync(JobClaim claim)
    {
        await using DbConnection connection = await database.OpenAsync(CancellationToken.None);
        long? cancel = await connection.ExecuteScalarAsync<long?>(
            """
            SELECT t.cancel FROM stress_batches b JOIN stress_tests t ON t.id = b.test
            WHERE b.id = @ScenarioId AND b.owner = @Owner AND b.attempt = @Attempt
            """,
            new { claim.ScenarioId, claim.Owner, claim.Attempt });
        return cancel is { } flag ? flag != 0 : null;
    }

    /// <summary>Asks for the end of a test, which reports what is done; one that still waits ends at once. Nothing happens if it has ended.</summary>
    /// <param name="id">Id of the test.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task CancelAsync(string id, CancellationToken cancellationToken) => database.InTransactionAsync(
        async transaction =>
        {
            DbConnection connection = transaction.Connection!;
            string? state = await connection.ExecuteScalarAsync<string?>(
                """
                UPDATE stress_tests SET cancel = 1, state = CASE WHEN state = 'queued' THEN 'stopped' ELSE state END,
                    finished = CASE WHEN state = 'queued' THEN @now ELSE finished END
                WHERE id = @id AND state IN ('queued', 'running')
                RETURNING state
                """,
                new { id, now = Database.Text(time.GetUtcNow()) },
                transaction);
            if (state == StressTestRow.Word(StressTestState.Stopped))
            {
                await connection.ExecuteAsync("DELETE FROM stress_batches WHERE test = @id", new { id }, transaction);
            }
            else if (state is not null)
            {
                await connection.ExecuteAsync(
                    "UPDATE stress_batches SET state = 'done' WHERE test = @id AND state = 'queued' AND futures > 0", new { id }, transaction);
                await StressTestResults.UnblockAsync(transaction, id);
            }

            return state;
        },
        cancellationToken);

    private TimeSpan Lease => TimeSpan.FromSeconds(settings.Value.LeaseSeconds);

    // Within a test the order of the ids is that of the batches.
    private static object Batch(string test, int number, int first, int futures, string state) => new
    {
        id = string.Create(CultureInfo.InvariantCulture, $"{test}-{number:D6}"),
        test,
        first,
        futures,
        state,
    };

    private async Task<JobClaim?> ClaimAsync(DbTransaction transaction, string id, string test, string owner)
    {
        DateTimeOffset now = time.GetUtcNow();
        long? cancel = await transaction.Connection!.ExecuteScalarAsync<long?>(
            """
            UPDATE stress_tests SET state = 'running', started = COALESCE(started, @now) WHERE id = @test AND state IN ('queued', 'running')
            RETURNING cancel
            """,
            new { test, now = Database.Text(now) },
            transaction);
        long? attempt = cancel is null ? null : await transaction.Connection!.ExecuteScalarAsync<long?>(
            """
            UPDATE stress_batches SET state = 'running', owner = @owner, lease = @lease, attempt = attempt + 1 WHERE id = @id AND state = 'queued'
            RETURNING attempt
            """,
            new { id, owner, lease = Database.Text(now + Lease) },
            transaction);
        return attempt is { } number ? new JobClaim(id, owner, number, cancel != 0) : null;
    }

    private async Task RequeueLostAsync(CancellationToken cancellationToken)
    {
        (string Test, long Lost)[] lost;
        await using (DbConnection connection = await database.OpenAsync(cancellationToken))
        {
            lost = [.. await connection.QueryAsync<(string, long)>(new CommandDefinition(
                """
                UPDATE stress_batches SET owner = NULL, lease = NULL, lost = lost + 1, state = 'queued' WHERE state = 'running' AND lease < @now
                RETURNING test, lost
                """,
                new { now = Database.Text(time.GetUtcNow()) },
                cancellationToken: cancellationToken))];
        }

        foreach ((string test, _) in lost.Where(batch => batch.Lost >= settings.Value.MostLostWorkers))
        {
            await results.FailAsync(test, StressTestResults.TooManyLost);
        }
    }
}
