using Readiness.Api.Hosting;
using Readiness.Api.Jobs;
using Readiness.Api.Scenarios;
using Readiness.Api.Storage;
using Readiness.Districts;

namespace Readiness.Api.Tests.Storage;

/// <summary>What every store keeps, whatever it is made of.</summary>
public abstract partial class StoreContract
{
    [Fact]
    public async Task Many_processes_bring_the_schema_up_to_date_at_the_same_time()
    {
        Database database = await OpenAsync();
        IReadOnlyList<long>[] runs = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => Task.Run(() => Schema.UpdateAsync(database, JsonHttp.Token))));
        long[] run = [.. runs.SelectMany(r => r)];
        Assert.Equal(run.Order().Distinct(), run);
        Assert.Equal(1, run[0]);
        Assert.Empty(await Schema.UpdateAsync(database, JsonHttp.Token));
    }

    [Fact]
    public async Task A_baseline_has_versions_of_which_only_the_current_one_can_be_replaced()
    {
        StoreBench bench = await NewAsync();
        BaselineStore baselines = bench.Baselines;
        District first = TinyDistrict.District;
        District second = first with { Name = new LocalizedName("other", "另一个") };
        Assert.False(await baselines.WasEverThereAsync(first.Id, JsonHttp.Token));
        Assert.Equal(1, await baselines.AddAsync(first, JsonHttp.Token));
        Assert.Null(await baselines.AddAsync(second, JsonHttp.Token));

        Assert.Equal(BaselineChange.Outdated, await baselines.ReplaceAsync(second, 7, JsonHttp.Token));
        Assert.Equal(BaselineChange.Missing, await baselines.ReplaceAsync(second with { Id = "nowhere" }, 1, JsonHttp.Token));
        Assert.Equal(BaselineChange.Done, await baselines.ReplaceAsync(second, 1, JsonHttp.Token));
        Assert.Equal(BaselineChange.Outdated, await baselines.ReplaceAsync(first, 1, JsonHttp.Token));

        // What was written is read without loss, from another store too.
        Assert.Equal(2, (await bench.Baselines.FindCurrentAsync(first.Id, JsonHttp.Token))?.Version);
        Assert.Equal(DistrictDocument.Write(second), DistrictDocument.Write((await bench.Baselines.FindAsync(first.Id, JsonHttp.Token))!));
        Assert.Equal(DistrictDocument.Write(first), DistrictDocument.Write((await bench.Baselines.FindVersionAsync(first.Id, 1, JsonHttp.Token))!));
        Assert.Null(await baselines.FindAsync("no\0where", JsonHttp.Token));
    }

    [Fact]
    public async Task A_deleted_baseline_gives_its_numbers_to_no_other()
    {
        StoreBench bench = await NewAsync();
        District district = TinyDistrict.District;
        await bench.Baselines.AddAsync(district, JsonHttp.Token);
        StoredScenario scenario = (await bench.EnqueueAsync(1, district.Id))[0];
        Assert.Equal(BaselineChange.InUse, await bench.Baselines.DeleteAsync(district.Id, 1, JsonHttp.Token));
        await bench.Queue.CancelAsync(scenario.Id, JsonHttp.Token);
        Assert.Equal(BaselineChange.Outdated, await bench.Baselines.DeleteAsync(district.Id, 2, JsonHttp.Token));
        Assert.Equal(BaselineChange.Done, await bench.Baselines.DeleteAsync(district.Id, 1, JsonHttp.Token));
        Assert.Equal(BaselineChange.Missing, await bench.Baselines.DeleteAsync(district.Id, 1, JsonHttp.Token));
        Assert.Null(await bench.Baselines.FindAsync(district.Id, JsonHttp.Token));
        Assert.Empty(await bench.Baselines.ListAsync(null, 10, JsonHttp.Token));
        Assert.True(await bench.Baselines.WasEverThereAsync(district.Id, JsonHttp.Token));

        Assert.Equal(2, await bench.Baselines.AddAsync(district, JsonHttp.Token));
        await bench.Retention.SweepAsync(JsonHttp.Token);
        Assert.NotNull(await bench.Baselines.FindVersionAsync(district.Id, 1, JsonHttp.Token));
        await bench.Scenarios.RemoveAsync(scenario.Id, JsonHttp.Token);
        await bench.Retention.SweepAsync(JsonHttp.Token);
        Assert.Null(await bench.Baselines.FindVersionAsync(district.Id, 1, JsonHttp.Token));
        Assert.NotNull(await bench.Baselines.FindAsync(district.Id, JsonHttp.Token));
    }

    [Fact]
    public async Task Lists_come_in_pages_that_hold_everything_once()
    {
        StoreBench bench = await NewAsync();
        string[] ids = ["B", "a", "b", "a-1", "A.1", "a_1"];
        foreach (string id in ids)
        {
            await bench.Baselines.AddAsync(TinyDistrict.District with { Id = id }, JsonHttp.Token);
        }

        List<string> seen = [];
        while ((await bench.Baselines.ListAsync(seen.LastOrDefault(), 4, JsonHttp.Token)).Select(b => b.Id).ToArray() is { Length: > 0 } page)
        {
            seen.AddRange(page);
        }

        Assert.Equal(ids.Order(StringComparer.Ordinal), seen);

        StoredScenario[] scenarios = [.. await bench.EnqueueAsync(5, "x"), .. await bench.EnqueueAsync(4, "y")];
        foreach ((string? baseline, ScenarioState? state) in new (string?, ScenarioState?)[] { (null, null), ("x", null), ("y", ScenarioState.Queued), ("x", ScenarioState.Failed) })
        {
            List<ScenarioSummary> all = [];
            ScenarioQuery query = new(2, null, baseline, state);
            while (await bench.Scenarios.ListAsync(query, JsonHttp.Token) is { Count: > 0 } page)
            {
                all.AddRange(page);
                query = query with { After = ScenarioCursor.Parse(new ScenarioCursor(page[^1].Created, page[^1].Id).ToString()) };
                Assert.NotNull(query.After);
            }

            Assert.Equal(
                scenarios.Reverse().Where(s => (baseline is null || s.Baseline == baseline) && (state is null || s.State == state)).Select(s => s.Id),
                all.Select(s => s.Id));
        }
    }

    [Fact]
    public async Task Old_scenarios_that_have_ended_are_removed_with_all_that_belongs_to_them()
    {
        StoreBench bench = await NewAsync();
        StoredScenario[] scenarios = await bench.EnqueueAsync(3);
        JobClaim claim = (await bench.Queue.ClaimAsync("w", JsonHttp.Token))!;
        await bench.Results.EndAsync(claim, ScenarioState.Completed);
        bench.Time.Now += TimeSpan.FromDays(20);
        await bench.Queue.CancelAsync(scenarios[1].Id, JsonHttp.Token);
        bench.Time.Now += TimeSpan.FromDays(20);
        Assert.Equal(0, await bench.Retention.SweepAsync(JsonHttp.Token));
        bench.Settings.RetentionDays = 30;
        Assert.Equal(1, await bench.Retention.SweepAsync(JsonHttp.Token));
        Assert.Null(await bench.Scenarios.FindAsync(scenarios[0].Id, JsonHttp.Token));
        Assert.Empty(await bench.Events.ListAsync(scenarios[0].Id, 0, JsonHttp.Token));
        Assert.Equal(2, (await bench.Scenarios.ListAsync(new ScenarioQuery(9), JsonHttp.Token)).Count);
    }

    [Fact]
    public async Task A_request_with_a_key_is_begun_once_and_taken_up_only_when_whoever_began_it_is_silent()
    {
        StoreBench bench = await NewAsync();
        var begun = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => bench.Idempotency.BeginAsync("/r", "k", "f"))));
        Assert.Single(begun, b => b.Mine);
        Assert.Single(begun.Select(b => b.Request.Resource).Distinct());
        Assert.True((await bench.Idempotency.BeginAsync("/other", "k", "f")).Mine);

        bench.Time.Now += TimeSpan.FromSeconds(8);
        await bench.Idempotency.ProlongAsync("/r", "k");
        bench.Time.Now += TimeSpan.FromSeconds(8);
        Assert.False((await bench.Idempotency.BeginAsync("/r", "k", "f")).Mine);
        bench.Time.Now += TimeSpan.FromSeconds(8);
        Assert.False((await bench.Idempotency.BeginAsync("/r", "k", "another")).Mine);
        var resumed = await bench.Idempotency.BeginAsync("/r", "k", "f");
        Assert.True(resumed is { Mine: true, Resumed: true });
        Assert.Equal(begun[0].Request.Resource, resumed.Request.Resource);

        await bench.Idempotency.KeepAsync("/r", "k", new(201, new Dictionary<string, string> { ["Location"] = "/x" }, "body \0 é"));
        await bench.Idempotency.ForgetAsync("/r", "k");
        bench.Time.Now += TimeSpan.FromHours(1);
        var kept = await bench.Idempotency.BeginAsync("/r", "k", "f");
        Assert.False(kept.Mine);
        Assert.Equal("body \0 é", kept.Request.Answer!.Body);
        Assert.Equal("/x", kept.Request.Answer.Headers["Location"]);
        bench.Time.Now += TimeSpan.FromHours(24);
        await bench.Retention.SweepAsync(JsonHttp.Token);
        Assert.True((await bench.Idempotency.BeginAsync("/r", "k", "f")).Mine);
    }

    /// <summary>An empty database.</summary>
    private protected abstract Task<Database> OpenAsync();

    private protected async Task<StoreBench> NewAsync(ServiceSettings? settings = null)
    {
        Database database = await OpenAsync();
        await Schema.UpdateAsync(database, JsonHttp.Token);
        return new StoreBench(database, settings ?? new ServiceSettings());
    }
}
