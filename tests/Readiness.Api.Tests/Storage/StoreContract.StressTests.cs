using System.Collections.Immutable;
using Readiness.Api.Jobs;
using Readiness.Api.Storage;
using Readiness.Api.StressTests;
using Readiness.Scenarios.StressTests;

namespace Readiness.Api.Tests.Storage;

/// <summary>Stress tests and their batches, whatever the store is made of.</summary>
public abstract partial class StoreContract
{
    [Fact]
    public async Task Every_batch_of_a_stress_test_is_claimed_once_however_many_workers_ask()
    {
        StoreBench bench = await NewAsync();
        StoredStressTest older = await EnqueueAsync(bench, futures: 220);
        StoredStressTest newer = await EnqueueAsync(bench, futures: 60);
        JobClaim?[][] claims = await Task.WhenAll(Enumerable.Range(0, 4).Select(worker => Task.Run(async () =>
        {
            List<JobClaim?> mine = [];
            while (await bench.StressQueue.ClaimAsync($"w{worker}", JsonHttp.Token) is { } claim)
            {
                mine.Add(claim);
            }

            return mine.ToArray();
        })));

        string[] expected = [.. Enumerable.Range(0, 5).Select(number => $"{older.Id}-{number:D6}"), .. Enumerable.Range(0, 2).Select(number => $"{newer.Id}-{number:D6}")];
        Assert.Equal(expected.Order(StringComparer.Ordinal), claims.SelectMany(mine => mine).Select(claim => claim!.ScenarioId).Order(StringComparer.Ordinal));
        Assert.All(claims, mine => Assert.Equal(mine.Select(claim => claim!.ScenarioId).OrderBy(id => Array.IndexOf(expected, id)), mine.Select(claim => claim!.ScenarioId)));
        Assert.Equal((older.Id, 200, 20), await bench.StressResults.FindAsync(claims.SelectMany(mine => mine).Single(claim => claim!.ScenarioId == expected[4])!));
    }

    [Fact]
    public async Task A_report_is_put_together_when_the_last_batch_is_there_and_the_first_result_stays()
    {
        StoreBench bench = await NewAsync();
        StoredStressTest test = await EnqueueAsync(bench, futures: 100);
        JobClaim dead = (await bench.StressQueue.ClaimAsync("dead", JsonHttp.Token))!;
        JobClaim second = (await bench.StressQueue.ClaimAsync("other", JsonHttp.Token))!;
        Assert.True(await bench.StressResults.KeepAsync(second, test.Id, Batch(50, 50)));
        Assert.Null(await bench.StressQueue.ClaimAsync("other", JsonHttp.Token));

        // A silent worker loses its batch, which comes back first, and can write nothing any more.
        bench.Time.Now += TimeSpan.FromSeconds(11);
        JobClaim alive = (await bench.StressQueue.ClaimAsync("alive", JsonHttp.Token))!;
        Assert.Equal((dead.ScenarioId, 2), (alive.ScenarioId, alive.Attempt));
        Assert.Null(await bench.StressQueue.RenewAsync(dead));
        Assert.Null(await bench.StressQueue.IsCancelledAsync(dead));
        Assert.False(await bench.StressResults.KeepAsync(dead, test.Id, Batch(0, 50)));
        Assert.False(await bench.StressQueue.RenewAsync(alive));
        Assert.Equal((StressTestState.Running, 50), await StateAsync(bench, test));

        Assert.True(await bench.StressResults.KeepAsync(alive, test.Id, Batch(0, 50)));
        Assert.False(await bench.StressResults.KeepAsync(alive, test.Id, Batch(0, 50)));
        JobClaim report = (await bench.StressQueue.ClaimAsync("alive", JsonHttp.Token))!;
        Assert.Equal((test.Id, 100, 0), await bench.StressResults.FindAsync(report));
        Assert.Equal([0, 50], (await bench.StressResults.ListAsync(test.Id)).Select(batch => batch.Futures[0].Index));

        Assert.True(await bench.StressResults.EndAsync(report, test.Id, StressTestState.Completed, report: null));
        Assert.False(await bench.StressResults.EndAsync(report, test.Id, StressTestState.Completed, report: null));
        Assert.False(await bench.StressResults.FailAsync(test.Id, StressTestResults.TooManyLost));
        Assert.Equal((StressTestState.Completed, 100), await StateAsync(bench, test));
        Assert.Null(await bench.StressQueue.ClaimAsync("alive", JsonHttp.Token));
    }

    [Fact]
    public async Task Batches_that_are_kept_at_the_same_time_leave_one_report_to_do()
    {
        StoreBench bench = await NewAsync();
        for (int round = 0; round < 5; round++)
        {
            StoredStressTest test = await EnqueueAsync(bench, futures: 200);
            JobClaim[] claims = [.. await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ => (await bench.StressQueue.ClaimAsync("w", JsonHttp.Token))!))];
            Assert.All(await Task.WhenAll(claims.Select(claim => Task.Run(() => bench.StressResults.KeepAsync(claim, test.Id, Batch(0, 1))))), Assert.True);
            JobClaim report = (await bench.StressQueue.ClaimAsync("w", JsonHttp.Token))!;
            Assert.EndsWith("-000004", report.ScenarioId, StringComparison.Ordinal);
            Assert.True(await bench.StressResults.EndAsync(report, test.Id, StressTestState.Completed, report: null));
        }
    }

    [Fact]
    public async Task A_test_that_waits_is_stopped_at_once_and_one_under_way_reports_what_is_done()
    {
        StoreBench bench = await NewAsync();
        StoredStressTest running = await EnqueueAsync(bench, futures: 200);
        StoredStressTest waiting = await EnqueueAsync(bench, futures: 200);
        JobClaim claim = (await bench.StressQueue.ClaimAsync("w", JsonHttp.Token))!;

        await bench.StressQueue.CancelAsync(waiting.Id, JsonHttp.Token);
        await bench.StressQueue.CancelAsync(running.Id, JsonHttp.Token);
        Assert.Equal((StressTestState.Stopped, 0), await StateAsync(bench, waiting));
        Assert.True(await bench.StressQueue.IsCancelledAsync(claim));
        Assert.Null(await bench.StressQueue.ClaimAsync("w", JsonHttp.Token));

        // A worker that gives its batch back, even now, leaves it to another.
        await bench.StressResults.RequeueAsync(claim);
        JobClaim again = (await bench.StressQueue.ClaimAsync("w", JsonHttp.Token))!;
        Assert.Equal((claim.ScenarioId, true), (again.ScenarioId, again.Cancelled));
        Assert.True(await bench.StressResults.KeepAsync(again, running.Id, Batch(0, 3)));
        JobClaim report = (await bench.StressQueue.ClaimAsync("w", JsonHttp.Token))!;
        Assert.Single(await bench.StressResults.ListAsync(running.Id));
        Assert.True(await bench.StressResults.EndAsync(report, running.Id, StressTestState.Stopped, report: null));
        Assert.Equal((StressTestState.Stopped, 3), await StateAsync(bench, running));
    }

    [Fact]
    public async Task A_test_that_ends_every_worker_fails_and_a_full_queue_takes_no_other()
    {
        StoreBench bench = await NewAsync();
        StoredStressTest test = await EnqueueAsync(bench, futures: 100);
        for (int lost = 0; lost < bench.Settings.MostLostWorkers; lost++)
        {
            Assert.NotNull(await bench.StressQueue.ClaimAsync("w", JsonHttp.Token));
            bench.Time.Now += TimeSpan.FromSeconds(11);
        }

        Assert.Null(await bench.StressQueue.ClaimAsync("w", JsonHttp.Token));
        StoredStressTest failed = (await bench.StressTests.FindAsync(test.Id, JsonHttp.Token))!;
        Assert.Equal((StressTestState.Failed, StressTestResults.TooManyLost), (failed.State, failed.Failure));

        for (int number = 0; number < bench.Settings.QueueCapacity; number++)
        {
            await EnqueueAsync(bench, futures: 1);
        }

        StoredStressTest one = Test(bench, 1);
        Assert.Equal(EnqueueResult.Full, await bench.StressQueue.EnqueueAsync(one, JsonHttp.Token));
        Assert.Equal(bench.Settings.QueueCapacity + 1, (await bench.StressTests.ListAsync(new StressTestQuery(1000), JsonHttp.Token)).Count);
    }

    private static StoredStressTest Test(StoreBench bench, int futures)
    {
        StoredScenario stamp = bench.Next();
        return new StoredStressTest(stamp.Id, new StressTestOrder("s", futures, StressTestMode.Fixed, new StressTestSettings(), null), stamp.Created);
    }

    private static async Task<StoredStressTest> EnqueueAsync(StoreBench bench, int futures)
    {
        StoredStressTest test = Test(bench, futures);
        Assert.Equal(EnqueueResult.Accepted, await bench.StressQueue.EnqueueAsync(test, JsonHttp.Token));
        Assert.Equal(EnqueueResult.Accepted, await bench.StressQueue.EnqueueAsync(test, JsonHttp.Token));
        return test;
    }

    private static async Task<(StressTestState State, int Done)> StateAsync(StoreBench bench, StoredStressTest test)
    {
        StoredStressTest now = (await bench.StressTests.FindShortAsync(test.Id, JsonHttp.Token))!;
        return (now.State, now.Done);
    }

    private static StressTestBatch Batch(int first, int count) => new(
        new StressTestSettings(), false, [], [], [.. Enumerable.Range(first, count).Select(index => new FutureOutcome(index, [], ImmutableArray<double?>.Empty))], [], [], []);
}
