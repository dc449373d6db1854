using System.Data.Common;
using Dapper;
using Readiness.Api.Jobs;
using Readiness.Api.Scenarios;
using Readiness.Api.Storage;
using Readiness.Scenarios.StressTests;

namespace Readiness.Api.StressTests;

/// <summary>Writes what the batches of stress tests bring into the store, as long as their claims hold.</summary>
/// <param name="database">The database.</param>
/// <param name="time">The clock.</param>
internal sealed class StressTestResults(Database database, TimeProvider time)
{
    /// <summary>Why a test has failed whose workers die.</summary>
    public static readonly ScenarioFailure TooManyLost = new(
        "The stress test failed.", "The processes that computed it ended before it did, again and again; the service's log has the cause.");

    private const string Mine = "id = @ScenarioId AND owner = @Owner AND attempt = @Attempt";

    /// <summary>The batch of a claim: its test, its first future and how many they are, 0 for the one that puts the report together; none if the claim is lost.</summary>
    /// <param name="claim">The claim.</param>
    public async Task<(string Test, int First, int Futures)?> FindAsync(JobClaim claim)
    {
        await using DbConnection connection = await database.OpenAsync(CancellationToken.None);
        (string Test, long First, long Futures) row = await connection.QuerySingleOrDefaultAsync<(string, long, long)>(
            $"SELECT test, first, futures FROM stress_batches WHERE {Mine}", new { claim.ScenarioId, claim.Owner, claim.Attempt });
        return row.Test is null ? null : (row.Test, (int)row.First, (int)row.Futures);
    }

    /// <summary>What the batches of a test have brought.</summary>
    /// <param name="test">Id of the test.</param>
    public async Task<IReadOnlyList<StressTestBatch>> ListAsync(string test)
    {
        await using DbConnection connection = await database.OpenAsync(CancellationToken.None);
        IEnumerable<string> documents = await connection.QueryAsync<string>(
            "SELECT document FROM stress_batches WHERE test = @test AND document IS NOT NULL ORDER BY id", new { test });
        return [.. documents.Select(document => StoredJson.Read<StressTestBatch>(document)!)];
    }

    /// <summary>Stores what a batch has brought. With the last one the report can be put together.</summary>
    /// <param name="claim">The claim, which is used up.</param>
    /// <param name="test">Id of the test.</param>
    /// <param name="batch">What the batch has brought.</param>
    /// <returns>Whether the claim still held.</returns>
    public Task<bool> KeepAsync(JobClaim claim, string test, StressTestBatch batch) => database.InTransactionAsync(
        async transaction =>
        {
            // Two workers that keep their last batches at the same time come one after the other, so that the second sees that none is left.
            DbConnection connection = transaction.Connection!;
            await connection.ExecuteAsync("UPDATE stress_tests SET cancel = cancel WHERE id = @test", new { test }, transaction);
            int kept = await connection.ExecuteAsync(
                $"UPDATE stress_batches SET state = 'done', document = @document, owner = NULL, lease = NULL WHERE {Mine}",
                new { claim.ScenarioId, claim.Owner, claim.Attempt, document = StoredJson.Write(batch) },
                transaction);
            if (kept > 0)
            {
                await connection.ExecuteAsync(
                    "UPDATE stress_tests SET done = done + @done WHERE id = @test", new { test, done = batch.Futures.Length }, transaction);
                await UnblockAsync(transaction, test);
            }

            return kept > 0;
        },
        CancellationToken.None);

    /// <summary>Ends a test with its report.</summary>
    /// <param name="claim">The claim of the batch that put it together, which is used up.</param>
    /// <param name="test">Id of the test.</param>
    /// <param name="state">How it ended.</param>
    /// <param name="report">The report; none if no future was done.</param>
    /// <returns>Whether the claim still held.</returns>
    public Task<bool> EndAsync(JobClaim claim, string test, StressTestState state, StressTestReport? report) => database.InTransactionAsync(
        async transaction =>
        {
            await transaction.Connection!.ExecuteAsync("UPDATE stress_tests SET cancel = cancel WHERE id = @test", new { test }, transaction);
            bool mine = await transaction.Connection!.ExecuteAsync(
                $"UPDATE stress_batches SET state = 'done' WHERE {Mine}", new { claim.ScenarioId, claim.Owner, claim.Attempt }, transaction) > 0;
            return mine && await EndAsync(transaction, test, state, report, failure: null);
        },
        CancellationToken.None);

    /// <summary>Ends a test without a report, unless it has ended.</summary>
    /// <param name="test">Id of the test.</param>
    /// <param name="failure">Why.</param>
    /// <returns>Whether it had not ended.</returns>
    public Task<bool> FailAsync(string test, ScenarioFailure failure) => database.InTransactionAsync(
        transaction => EndAsync(transaction, test, StressTestState.Failed, report: null, failure), CancellationToken.None);

    /// <summary>Gives a batch back: it is the first of the queue again.</summary>
    /// <param name="claim">The claim, which is used up.</param>
    public async Task RequeueAsync(JobClaim claim)
    {
        await using DbConnection connection = await database.OpenAsync(CancellationToken.None);
        await connection.ExecuteAsync(
            $"UPDATE stress_batches SET state = 'queued', owner = NULL, lease = NULL WHERE {Mine}", new { claim.ScenarioId, claim.Owner, claim.Attempt });
    }

    /// <summary>Lets the report of a test be put together if nothing else of it is left to do.</summary>
    /// <param name="transaction">A transaction that has the test's row.</param>
    /// <param name="test">Id of the test.</param>
    public static Task<int> UnblockAsync(DbTransaction transaction, string test) => transaction.Connection!.ExecuteAsync(
        """
        UPDATE stress_batches SET state = 'queued' WHERE test = @test AND state = 'blocked'
            AND NOT EXISTS (SELECT 1 FROM stress_batches other WHERE other.test = @test AND other.state IN ('queued', 'running'))
        """,
        new { test },
        transaction);

    private async Task<bool> EndAsync(DbTransaction transaction, string test, StressTestState state, StressTestReport? report, ScenarioFailure? failure)
    {
        int ended = await transaction.Connection!.ExecuteAsync(
            """
            UPDATE stress_tests SET state = @state, finished = @now, report = @report, failure = @failure
            WHERE id = @test AND state IN ('queued', 'running')
            """,
            new
            {
                test,
                state = StressTestRow.Word(state),
                now = Database.Text(time.GetUtcNow()),
                report = report is null ? null : StoredJson.Write(report),
                failure = failure is null ? null : StoredJson.Write(failure),
            },
            transaction);
        if (ended > 0)
        {
            await transaction.Connection!.ExecuteAsync("DELETE FROM stress_batches WHERE test = @test", new { test }, transaction);
        }

        return ended > 0;
    }
}
