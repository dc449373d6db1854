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
