using System.Collections.Immutable;
using Readiness.Api.Hosting;
using Readiness.Api.Jobs;
using Readiness.Api.Scenarios;
using Readiness.Api.Storage;
using Readiness.Plans;

namespace Readiness.Api.Tests.Storage;

public abstract partial class StoreContract
{
    private static readonly PlanOutcome Empty = new(
        new PlanDecisions([], [], [], [], []),
        new PlanAudit([], ImmutableSortedDictionary<string, Indicator>.Empty, []),
        new PlanProof(Termination.Optimal, []));

    [Fact]
    public async Task Scenarios_are_claimed_in_their_order_each_once_however_many_workers_there_are()
    {
        StoreBench bench = await NewAsync();
        StoredScenario[] scenarios = await bench.EnqueueAsync(12);
        Assert.Equal(scenarios[0].Id, (await bench.Queue.ClaimAsync("first", JsonHttp.Token))?.ScenarioId);
        Assert.Equal(scenarios[1].Id, (await bench.Queue.ClaimAsync("first", JsonHttp.Token))?.ScenarioId);

        JobClaim?[][] claims = await Task.WhenAll(Enumerable.Range(0, 4).Select(w => Task.Run(async () =>
        {
            List<JobClaim?> mine = [];
            while (await bench.Queue.ClaimAsync($"w{w}", JsonHttp.Token) is { } claim)
            {
                mine.Add(claim);
            }

            return mine.ToArray();
        })));
        Assert.Equal(
            scenarios[2..].Select(s => s.Id).Order(StringComparer.Ordinal), claims.SelectMany(c => c).Select(c => c!.ScenarioId).Order(StringComparer.Ordinal));
        string[] order = [.. scenarios.Select(s => s.Id)];
        Assert.All(claims, mine => Assert.Equal(mine.Select(c => c!.ScenarioId).OrderBy(id => Array.IndexOf(order, id)), mine.Select(c => c!.ScenarioId)));
    }

    [Fact]
    public async Task A_silent_worker_loses_its_claim_and_can_write_nothing_any_more()
    {
        StoreBench bench = await NewAsync();
        StoredScenario[] scenarios = await bench.EnqueueAsync(2);
        JobClaim dead = (await bench.Queue.ClaimAsync("dead", JsonHttp.Token))!;
        bench.Time.Now += TimeSpan.FromSeconds(8);
        Assert.False(await bench.Queue.RenewAsync(dead));
        bench.Time.Now += TimeSpan.FromSeconds(8);
        JobClaim other = (await bench.Queue.ClaimAsync("other", JsonHttp.Token))!;
        Assert.Equal(scenarios[1].Id, other.ScenarioId);

        // The lease is over: the scenario is the first of the queue again.
        bench.Time.Now += TimeSpan.FromSeconds(3);
        JobClaim alive = (await bench.Queue.ClaimAsync("alive", JsonHttp.Token))!;
        Assert.Equal((scenarios[0].Id, 2), (alive.ScenarioId, alive.Attempt));
        Assert.Null(await bench.Queue.RenewAsync(dead));
        Assert.Null(await bench.Queue.IsCancelledAsync(dead));
        Assert.False(await bench.Results.ReportAsync(dead, new ScenarioProgress(SolveStage.Scenario, "late", 1, 1, 1, [])));
        Assert.False(await bench.Results.KeepPlanAsync(dead, Empty));
        Assert.False(await bench.Results.EndAsync(dead, ScenarioState.Completed));
        Assert.False(await bench.Results.RequeueAsync(dead));

        Assert.True(await bench.Results.KeepPlanAsync(alive, Empty));
        Assert.True(await bench.Results.KeepPlanAsync(alive, Empty with { Proof = new PlanProof(Termination.Stopped, []) }));
        Assert.True(await bench.Results.EndAsync(alive, ScenarioState.Completed));
        Assert.False(await bench.Results.EndAsync(alive, ScenarioState.Failed));
        StoredScenario done = (await bench.Scenarios.FindAsync(alive.ScenarioId, JsonHttp.Token))!;
        Assert.Equal((ScenarioState.Completed, Termination.Optimal), (done.State, done.Outcome!.Proof.Termination));
        Assert.Null(done.Progress);
        StoredEvent[] events = [.. await bench.Events.ListAsync(alive.ScenarioId, 0, JsonHttp.Token)];
        Assert.Equal(["state", "state", "state", "state", "plan", "state"], events.Select(e => e.Kind));
        Assert.Equal(Enumerable.Range(1, 6).Select(n => (long)n), events.Select(e => e.Number));
    }

    [Fact]
    public async Task A_scenario_that_ends_every_worker_fails()
    {
        StoreBench bench = await NewAsync(new ServiceSettings { MostLostWorkers = 2 });
        string id = (await bench.EnqueueAsync(1))[0].Id;
        for (int i = 0; i < 2; i++)
        {
            Assert.Equal(id, (await bench.Queue.ClaimAsync("w", JsonHttp.Token))?.ScenarioId);
            bench.Time.Now += TimeSpan.FromSeconds(11);
        }

        Assert.Null(await bench.Queue.ClaimAsync("w", JsonHttp.Token));
        StoredScenario failed = (await bench.Scenarios.FindAsync(id, JsonHttp.Token))!;
        Assert.Equal(ScenarioState.Failed, failed.State);
        Assert.NotNull(failed.Failure);
        Assert.Equal(bench.Time.Now, failed.Finished);
    }

    [Fact]
    public async Task A_scenario_that_is_given_back_counts_no_lost_worker_and_is_the_first_again()
    {
        StoreBench bench = await NewAsync(new ServiceSettings { MostLostWorkers = 1 });
        StoredScenario[] scenarios = await bench.EnqueueAsync(2);
        JobClaim claim = (await bench.Queue.ClaimAsync("w", JsonHttp.Token))!;
        Assert.True(await bench.Results.RequeueAsync(claim));
        Assert.Equal(ScenarioState.Queued, await bench.Scenarios.FindStateAsync(scenarios[0].Id, JsonHttp.Token));
        Assert.Equal(scenarios[0].Id, (await bench.Queue.ClaimAsync("v", JsonHttp.Token))?.ScenarioId);
    }

    [Fact]
    public async Task A_stop_reaches_whoever_solves_and_ends_what_waits()
    {
        StoreBench bench = await NewAsync();
        StoredScenario[] scenarios = await bench.EnqueueAsync(2);
        JobClaim claim = (await bench.Queue.ClaimAsync("w", JsonHttp.Token))!;
        Assert.False(await bench.Queue.IsCancelledAsync(claim));
        await bench.Queue.CancelAsync(claim.ScenarioId, JsonHttp.Token);
        await bench.Queue.CancelAsync(scenarios[1].Id, JsonHttp.Token);
        await bench.Queue.CancelAsync("nowhere", JsonHttp.Token);
        Assert.True(await bench.Queue.IsCancelledAsync(claim));
        Assert.True(await bench.Queue.RenewAsync(claim));
        Assert.Equal(ScenarioState.Stopped, await bench.Scenarios.FindStateAsync(scenarios[1].Id, JsonHttp.Token));

        // Also a worker that takes the scenario over after the first has died learns of it.
        bench.Time.Now += TimeSpan.FromSeconds(11);
        Assert.True((await bench.Queue.ClaimAsync("v", JsonHttp.Token))!.Cancelled);
    }

    [Fact]
    public async Task A_full_queue_takes_nothing_but_what_it_has_already()
    {
        StoreBench bench = await NewAsync(new ServiceSettings { QueueCapacity = 2 });
        StoredScenario[] scenarios = await bench.EnqueueAsync(2);
        Assert.Equal(EnqueueResult.Full, await bench.Queue.EnqueueAsync(bench.Next(), JsonHttp.Token));
        Assert.Equal(EnqueueResult.Accepted, await bench.Queue.EnqueueAsync(scenarios[1], JsonHttp.Token));
        Assert.Equal(2, (await bench.Scenarios.ListAsync(new ScenarioQuery(9), JsonHttp.Token)).Count);
        await bench.Queue.ClaimAsync("w", JsonHttp.Token);
        Assert.Equal(EnqueueResult.Accepted, await bench.Queue.EnqueueAsync(bench.Next(), JsonHttp.Token));
    }

    [Fact]
    public async Task However_many_post_at_the_same_time_no_more_than_the_capacity_wait()
    {
        StoreBench bench = await NewAsync(new ServiceSettings { QueueCapacity = 5, SweepCapacity = 7 });
        StoredScenario[] scenarios = [.. Enumerable.Range(0, 12).Select(_ => bench.Next())];
        EnqueueResult[] results = await Task.WhenAll(scenarios.Select(s => Task.Run(() => bench.Queue.EnqueueAsync(s, JsonHttp.Token))));
        Assert.Equal(5, results.Count(r => r == EnqueueResult.Accepted));

        var sweeps = Enumerable.Range(0, 6).Select(_ => bench.NextSweep(3)).ToArray();
        results = await Task.WhenAll(sweeps.Select(s => Task.Run(() => bench.Queue.EnqueueAsync(s.Sweep, s.Cells, JsonHttp.Token))));
        Assert.Equal(2, results.Count(r => r == EnqueueResult.Accepted));
        Assert.Equal(5 + 6, (await bench.Scenarios.ListAsync(new ScenarioQuery(99), JsonHttp.Token)).Count);
        Assert.Equal(2, (await bench.Sweeps.ListAsync(null, 9, JsonHttp.Token)).Count);

        // What is there already is no more than before.
        var there = sweeps[Array.IndexOf(results, EnqueueResult.Accepted)];
        Assert.Equal(EnqueueResult.Accepted, await bench.Queue.EnqueueAsync(there.Sweep, there.Cells, JsonHttp.Token));
        Assert.Equal(3, (await bench.Scenarios.ListAsync(new ScenarioQuery(99, Sweep: there.Sweep.Id), JsonHttp.Token)).Count);
    }

    [Fact]
    public async Task Cells_of_a_sweep_wait_behind_scenarios_that_are_posted_later_and_keep_their_order()
    {
        StoreBench bench = await NewAsync();
        (StoredSweep sweep, StoredScenario[] cells) = bench.NextSweep(3);
        await bench.Queue.EnqueueAsync(sweep, cells, JsonHttp.Token);
        JobClaim first = (await bench.Queue.ClaimAsync("w", JsonHttp.Token))!;
        StoredScenario later = (await bench.EnqueueAsync(1))[0];
        Assert.True(await bench.Results.RequeueAsync(first));
        List<string> claimed = [];
        while (await bench.Queue.ClaimAsync("w", JsonHttp.Token) is { } claim)
        {
            claimed.Add(claim.ScenarioId);
        }

        Assert.Equal([later.Id, .. cells.Select(c => c.Id)], claimed);
    }

    [Fact]
    public async Task A_stopped_sweep_ends_what_waits_and_is_removed_whole_when_it_is_old()
    {
        StoreBench bench = await NewAsync(new ServiceSettings { RetentionDays = 30 });
        (StoredSweep sweep, StoredScenario[] cells) = bench.NextSweep(3);
        await bench.Queue.EnqueueAsync(sweep, cells, JsonHttp.Token);
        JobClaim claim = (await bench.Queue.ClaimAsync("w", JsonHttp.Token))!;
        await bench.Queue.CancelSweepAsync(sweep.Id, JsonHttp.Token);
        StoredSweep stopped = (await bench.Sweeps.FindAsync(sweep.Id, JsonHttp.Token))!;
        Assert.Equal((2, 1), (stopped.States[ScenarioState.Stopped], stopped.States[ScenarioState.Running]));
        Assert.Null(stopped.Finished);
        Assert.True(await bench.Queue.IsCancelledAsync(claim));
        Assert.Equal(["state", "state"], (await bench.Events.ListAsync(cells[2].Id, 0, JsonHttp.Token)).Select(e => e.Kind));

        // The other cells are old enough, but a sweep goes as a whole.
        bench.Time.Now += TimeSpan.FromDays(20);
        Assert.True(await bench.Results.KeepPlanAsync(claim, Empty));
        Assert.True(await bench.Results.EndAsync(claim, ScenarioState.Stopped));
        bench.Time.Now += TimeSpan.FromDays(20);
        await bench.Retention.SweepAsync(JsonHttp.Token);
        Assert.Equal(3, (await bench.Sweeps.ListCellsAsync(sweep.Id, -1, 9, JsonHttp.Token)).Count);
        Assert.NotNull((await bench.Sweeps.ListCellsAsync(sweep.Id, -1, 1, JsonHttp.Token))[0].Plan);
        bench.Time.Now += TimeSpan.FromDays(11);
        await bench.Retention.SweepAsync(JsonHttp.Token);
        Assert.Null(await bench.Sweeps.FindAsync(sweep.Id, JsonHttp.Token));
        Assert.Null(await bench.Scenarios.FindAsync(cells[0].Id, JsonHttp.Token));
        Assert.Empty(await bench.Events.ListAsync(cells[0].Id, 0, JsonHttp.Token));
    }

    [Fact]
    public async Task The_plan_of_a_baseline_is_made_by_one_process_at_a_time()
    {
        StoreBench bench = await NewAsync();
        SolveSettings solve = new();
        bool[] taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(
            n => Task.Run(() => bench.BaselinePlanClaims.TakeAsync("b", 1, solve, $"w{n}", JsonHttp.Token))));
        string owner = $"w{Array.IndexOf(taken, true)}";
        Assert.Single(taken, true);
        Assert.True(await bench.BaselinePlanClaims.TakeAsync("b", 2, solve, "other", JsonHttp.Token));
        bench.Time.Now += TimeSpan.FromSeconds(8);
        Assert.True(await bench.BaselinePlanClaims.TakeAsync("b", 1, solve, owner, JsonHttp.Token));
        bench.Time.Now += TimeSpan.FromSeconds(8);
        Assert.False(await bench.BaselinePlanClaims.TakeAsync("b", 1, solve, "other", JsonHttp.Token));
        await bench.BaselinePlanClaims.ReleaseAsync("b", 1, solve, "other");
        Assert.False(await bench.BaselinePlanClaims.TakeAsync("b", 1, solve, "other", JsonHttp.Token));

        // A silent owner loses it.
        bench.Time.Now += TimeSpan.FromSeconds(3);
        Assert.True(await bench.BaselinePlanClaims.TakeAsync("b", 1, solve, "other", JsonHttp.Token));
        Assert.False(await bench.BaselinePlanClaims.TakeAsync("b", 1, solve, owner, JsonHttp.Token));
        await bench.BaselinePlanClaims.ReleaseAsync("b", 1, solve, "other");
        Assert.True(await bench.BaselinePlanClaims.TakeAsync("b", 1, solve, owner, JsonHttp.Token));
    }

    [Fact]
    public async Task The_first_plan_of_a_baseline_stays_and_the_longest_unused_goes()
    {
        StoreBench bench = await NewAsync(new ServiceSettings { BaselinePlans = 2 });
        SolveSettings[] settings = [.. Enumerable.Range(1, 3).Select(seed => new SolveSettings(Seed: seed))];
        PlanOutcome later = Empty with { Proof = new PlanProof(Termination.Stopped, []) };
        foreach (SolveSettings solve in settings[..2])
        {
            bench.Time.Now += TimeSpan.FromSeconds(1);
            Assert.Equal(Termination.Optimal, (await bench.BaselinePlans.KeepAsync("b", 1, solve, Empty, JsonHttp.Token)).Proof.Termination);
            Assert.Equal(Termination.Optimal, (await bench.BaselinePlans.KeepAsync("b", 1, solve, later, JsonHttp.Token)).Proof.Termination);
        }

        bench.Time.Now += TimeSpan.FromSeconds(1);
        Assert.NotNull(await bench.BaselinePlans.FindAsync("b", 1, settings[0], JsonHttp.Token));
        Assert.Null(await bench.BaselinePlans.FindAsync("b", 2, settings[0], JsonHttp.Token));
        bench.Time.Now += TimeSpan.FromSeconds(1);
        await bench.BaselinePlans.KeepAsync("b", 1, settings[2], Empty, JsonHttp.Token);
        Assert.Null(await bench.BaselinePlans.FindAsync("b", 1, settings[1], JsonHttp.Token));
        Assert.NotNull(await bench.BaselinePlans.FindAsync("b", 1, settings[0], JsonHttp.Token));
    }
}
