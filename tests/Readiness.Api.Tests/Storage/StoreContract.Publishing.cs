using Readiness.Api.Hosting;
using Readiness.Api.Jobs;
using Readiness.Api.Publishing;
using Readiness.Api.Scenarios;
using Readiness.Api.Storage;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Api.Tests.Storage;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Of_two_who_publish_at_the_same_time_one_is_told_and_numbers_go_on()
    {
        StoreBench bench = await NewAsync();
        District district = TinyDistrict.District;
        await bench.Baselines.AddAsync(district, JsonHttp.Token);

        bool[] added = await Task.WhenAll(Enumerable.Range(0, 4).Select(n => Task.Run(() => bench.Published.AddAsync(Publication(bench, district.Id, 1, $"s{n}"), JsonHttp.Token))));
        Assert.Single(added, true);
        Assert.False(await bench.Published.AddAsync(Publication(bench, district.Id, 3, "later"), JsonHttp.Token));
        StoredPublication second = Publication(bench, district.Id, 2, "second");
        Assert.True(await bench.Published.AddAsync(second, JsonHttp.Token));

        StoredPublication current = (await bench.Published.FindCurrentAsync(district.Id, JsonHttp.Token))!;
        Assert.Equal(second.Summary, current.Summary);
        Assert.Equal(second.Decisions.Assignments, current.Decisions.Assignments);
        Assert.Equal([2L, 1L], (await bench.Published.ListAsync(district.Id, JsonHttp.Token)).Select(summary => summary.Number));
        Assert.Equal(1, (await bench.Published.FindAsync(district.Id, 1, JsonHttp.Token))?.Summary.Number);
        Assert.Null(await bench.Published.FindCurrentAsync("no\0where", JsonHttp.Token));

        // Nothing is published for a version that is not the current one, and nothing stays in force for a deleted baseline.
        Assert.Equal(BaselineChange.Done, await bench.Baselines.ReplaceAsync(district with { Name = new LocalizedName("other", "另一个") }, 1, JsonHttp.Token));
        Assert.False(await bench.Published.AddAsync(Publication(bench, district.Id, 3, "old"), JsonHttp.Token));
        Assert.Equal(BaselineChange.Done, await bench.Baselines.DeleteAsync(district.Id, 2, JsonHttp.Token));
        Assert.Null(await bench.Published.FindCurrentAsync(district.Id, JsonHttp.Token));
    }

    [Fact]
    public async Task What_was_published_is_kept_however_old_it_is()
    {
        StoreBench bench = await NewAsync(new ServiceSettings { RetentionDays = 30 });
        await bench.Baselines.AddAsync(TinyDistrict.District, JsonHttp.Token);
        StoredScenario[] scenarios = await bench.EnqueueAsync(2, TinyDistrict.Id);
        foreach (StoredScenario scenario in scenarios)
        {
            await bench.Queue.CancelAsync(scenario.Id, JsonHttp.Token);
        }

        Assert.True(await bench.Published.AddAsync(Publication(bench, TinyDistrict.Id, 1, scenarios[0].Id), JsonHttp.Token));
        bench.Time.Now += TimeSpan.FromDays(40);
        Assert.Equal(1, await bench.Retention.SweepAsync(JsonHttp.Token));

        Assert.NotNull(await bench.Scenarios.FindAsync(scenarios[0].Id, JsonHttp.Token));
        Assert.Null(await bench.Scenarios.FindAsync(scenarios[1].Id, JsonHttp.Token));
        Assert.NotNull(await bench.Published.FindCurrentAsync(TinyDistrict.Id, JsonHttp.Token));
    }

    private static StoredPublication Publication(StoreBench bench, string baseline, long number, string scenario) => new(
        new PublishedSummary(baseline, number, scenario, "name", 1, bench.Time.Now, new DateOnly(2020, 1, 24)),
        new PlanDecisions([], [new Assignment("person", "duty", "line", new DateOnly(2020, 1, 24), "day")], [], [], []));
}
