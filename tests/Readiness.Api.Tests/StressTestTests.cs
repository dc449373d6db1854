using System.Data.Common;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Dapper;
using Readiness.Api.Storage;
using Readiness.Api.Tests.Storage;

namespace Readiness.Api.Tests;

/// <summary>Stress tests over real HTTP, with the real planner.</summary>
public sealed class StressTestTests(ApiServer server, PostgresCluster cluster) : IClassFixture<ApiServer>
{
    private const string Root = "/v1/stress-tests";

    [Fact]
    public async Task A_plan_is_tested_in_sampled_futures()
    {
        string scenario = await PlanAsync(server.Client);
        using HttpResponseMessage response = await server.Client.PostJsonAsync(Root, $$"""{ "scenario": "{{scenario}}", "futures": 120, "seed": 7 }""");
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        string path = response.Headers.Location!.ToString();

        JsonElement test = await server.Client.UntilAsync(path, t => t.State() == "completed");

        Assert.Equal((120, 120, 7), (test.GetProperty("futures").GetInt32(), test.GetProperty("done").GetInt32(), test.GetProperty("seed").GetInt32()));
        JsonElement report = test.GetProperty("report");
        JsonElement planned = await server.Client.GetJsonAsync($"/v1/scenarios/{scenario}");
        foreach (JsonElement figure in report.GetProperty("indicators").EnumerateArray().Where(f => f.GetProperty("planned").ValueKind == JsonValueKind.Number))
        {
            Assert.Equal(
                planned.GetProperty("indicators").GetProperty(figure.GetProperty("id").GetString()!).GetProperty("value").GetDouble(), figure.GetProperty("planned").GetDouble());
        }

        Assert.Equal(120, report.GetProperty("futures").GetInt32());
        Assert.All(report.GetProperty("levels").EnumerateArray(), level => Assert.True(level.GetProperty("q05").GetDouble() <= level.GetProperty("q95").GetDouble()));
        Assert.Contains(report.GetProperty("classes").EnumerateArray(), entry => entry.GetProperty("overall").GetProperty("probability").GetDouble() > 0);

        // The same seed, in one answer, gives the same report; another gives another.
        using HttpResponseMessage again = await server.Client.PostJsonAsync(Root, $$"""{ "scenario": "{{scenario}}", "futures": 120, "seed": 7 }""", "wait=60");
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(report.GetRawText(), (await again.JsonAsync()).GetProperty("report").GetRawText());
        Assert.NotNull(again.Content.Headers.ContentLocation);
        using HttpResponseMessage other = await server.Client.PostJsonAsync(Root, $$"""{ "scenario": "{{scenario}}", "futures": 120, "seed": 8 }""", "wait=60");
        Assert.NotEqual(report.GetProperty("levels").GetRawText(), (await other.JsonAsync()).GetProperty("report").GetProperty("levels").GetRawText());
    }

    [Fact]
    public async Task What_is_switched_off_is_not_sampled()
    {
        string scenario = await PlanAsync(server.Client);
        using HttpResponseMessage response = await server.Client.PostJsonAsync(
            Root, $$"""{ "scenario": "{{scenario}}", "futures": 3, "uncertainty": { "demand": null, "shipments": null, "sickLeave": { "dailyRate": 0 } } }""", "wait=60");
        JsonElement test = await response.JsonAsync();

        Assert.Equal(JsonValueKind.Null, test.GetProperty("uncertainty").GetProperty("demand").ValueKind);
        Assert.Equal(5, test.GetProperty("uncertainty").GetProperty("sickLeave").GetProperty("meanDays").GetDouble());
        Assert.All(test.GetProperty("report").GetProperty("levels").EnumerateArray(), level => Assert.Equal(
            level.GetProperty("planned").GetDouble(), level.GetProperty("mean").GetDouble(), 1e-9));
    }

    [Fact]
    public async Task A_district_with_a_forecast_is_tested_in_the_courses_of_its_ensemble()
    {
        await TinyDistrict.AddToAsync(server.Client);
        string before = TinyDistrict.District.Horizon.Start.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        string change = $$"""
            [{ "type": "forecastEpidemic", "forecast": {
              "series": [{ "id": "city", "newCases": [{ "date": "{{before}}", "count": 40 }] }],
              "trajectories": 50, "priorEpidemics": 1000, "planFor": { "kind": "mean" } } }]
            """;
        using HttpResponseMessage planned = await server.Client.PostJsonAsync("/v1/scenarios", TinyDistrict.Scenario("spread", change, 1), "wait=200");
        string scenario = (await planned.JsonAsync()).GetProperty("id").GetString()!;
        using HttpResponseMessage response = await server.Client.PostJsonAsync(
            Root, $$"""{ "scenario": "{{scenario}}", "futures": 60, "uncertainty": { "shipments": null, "sickLeave": null } }""", "wait=200");

        JsonElement unhoused = (await response.JsonAsync()).GetProperty("report").GetProperty("levels").EnumerateArray()
            .Single(level => level.GetProperty("id").GetString()!.StartsWith("guests.", StringComparison.Ordinal));
        Assert.True(unhoused.GetProperty("q05").GetDouble() < unhoused.GetProperty("planned").GetDouble());
        Assert.True(unhoused.GetProperty("planned").GetDouble() < unhoused.GetProperty("q95").GetDouble());
    }

    [Fact]
    public async Task All_faults_of_a_body_are_told_at_once()
    {
        using HttpResponseMessage response = await server.Client.PostJsonAsync(Root, """
            { "scenario": "nowhere", "futures": 0, "seed": -1, "mode": "magic", "colour": "red", "options": {},
              "uncertainty": { "demand": { "levelSpread": 3, "depth": 1 }, "shipments": 7, "weather": null, "sickLeave": { "meanDays": 0.5 } } }
            """);
        Assert.Equal(
            [
                "/colour", "/futures", "/mode", "/options", "/scenario", "/seed", "/uncertainty/demand/depth", "/uncertainty/demand/levelSpread",
                "/uncertainty/shipments", "/uncertainty/sickLeave/meanDays", "/uncertainty/weather",
            ],
            (await response.FaultsAsync()).Order(StringComparer.Ordinal));
        using HttpResponseMessage many = await server.Client.PostJsonAsync(
            Root, """{ "scenario": "no\u0000where", "futures": 1001, "mode": "replanned", "options": { "threads": 0 } }""");
        Assert.Equal(["/futures", "/options/threads", "/scenario"], (await many.FaultsAsync()).Order(StringComparer.Ordinal));
        using HttpResponseMessage nothing = await server.Client.PostJsonAsync(Root, "[]");
        Assert.Equal([""], await nothing.FaultsAsync());
    }

    [Fact]
    public async Task A_scenario_that_has_no_plan_yet_cannot_be_tested_and_a_full_queue_says_when_to_come_back()
    {
        using ScriptedPlanner planner = new() { Waits = true };
        using ApiServer slow = new(planner.Plan, ("Readiness:QueueCapacity", "1"));
        await TinyDistrict.AddToAsync(slow.Client);
        using HttpResponseMessage posted = await slow.Client.PostJsonAsync("/v1/scenarios", TinyDistrict.Scenario("one"));
        string first = (await posted.JsonAsync()).GetProperty("id").GetString()!;
        using HttpResponseMessage early = await slow.Client.PostJsonAsync(Root, $$"""{ "scenario": "{{first}}" }""");
        Assert.Equal(["/scenario"], await early.FaultsAsync());
        planner.Release();
        await slow.Client.UntilAsync($"/v1/scenarios/{first}", s => s.State() == "completed");

        // The one worker is busy with another scenario, so that the first test waits.
        using HttpResponseMessage busy = await slow.Client.PostJsonAsync("/v1/scenarios", TinyDistrict.Scenario("two", """[{ "type": "cancelLeave" }]"""));
        await slow.Client.UntilAsync($"/v1/scenarios/{(await busy.JsonAsync()).GetProperty("id").GetString()}", s => s.State() == "running");
        using HttpResponseMessage waits = await slow.Client.PostJsonAsync(Root, $$"""{ "scenario": "{{first}}" }""");
        Assert.Equal(HttpStatusCode.Accepted, waits.StatusCode);
        using HttpResponseMessage full = await slow.Client.PostJsonAsync(Root, $$"""{ "scenario": "{{first}}" }""");
        await full.ProblemAsync(HttpStatusCode.TooManyRequests);
        Assert.NotNull(full.Headers.RetryAfter);

        using HttpResponseMessage stop = await slow.Client.PostAsync($"{waits.Headers.Location}/stop", null, JsonHttp.Token);
        Assert.Equal((HttpStatusCode.OK, "stopped"), (stop.StatusCode, (await stop.JsonAsync()).State()));
    }

    [Fact]
    public async Task A_request_with_a_key_makes_one_test_and_lists_and_removal_know_it()
    {
        string scenario = await PlanAsync(server.Client);
        string body = $$"""{ "scenario": "{{scenario}}", "futures": 2 }""";
        using HttpResponseMessage one = await server.Client.SendAsync(HttpMethod.Post, Root, "Idempotency-Key", "stress", body);
        using HttpResponseMessage two = await server.Client.SendAsync(HttpMethod.Post, Root, "Idempotency-Key", "stress", body);
        using HttpResponseMessage three = await server.Client.PostJsonAsync(Root, body, "wait=60");
        string id = (await one.JsonAsync()).GetProperty("id").GetString()!;
        Assert.Equal(id, (await two.JsonAsync()).GetProperty("id").GetString());
        await server.Client.UntilAsync($"{Root}/{id}", t => t.State() == "completed");

        using HttpResponseMessage page = await server.Client.GetAsync($"{Root}?scenario={scenario}&state=completed&limit=1", JsonHttp.Token);
        Assert.Equal((await three.JsonAsync()).GetProperty("id").GetString(), (await page.JsonAsync())[0].GetProperty("id").GetString());
        JsonElement rest = await server.Client.GetJsonAsync(page.NextPage()!);
        Assert.Equal(id, Assert.Single(rest.EnumerateArray()).GetProperty("id").GetString());
        using HttpResponseMessage wrong = await server.Client.GetAsync($"{Root}?state=lost&after=x&limit=0", JsonHttp.Token);
        Assert.Equal(["/after", "/limit", "/state"], (await wrong.FaultsAsync()).Order(StringComparer.Ordinal));

        using HttpResponseMessage removed = await server.Client.DeleteAsync($"{Root}/{id}", JsonHttp.Token);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        using HttpResponseMessage gone = await server.Client.DeleteAsync($"{Root}/{id}", JsonHttp.Token);
        await gone.ProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_test_that_is_stopped_reports_the_futures_that_are_done()
    {
        string scenario = await PlanAsync(server.Client);
        using HttpResponseMessage response = await server.Client.PostJsonAsync(
            Root, $$"""{ "scenario": "{{scenario}}", "futures": 1000, "mode": "replanned", "options": { "timeLimitSeconds": 1, "threads": 1 } }""");
        string path = response.Headers.Location!.ToString();
        await server.Client.UntilAsync(path, t => t.GetProperty("done").GetInt32() > 0);
        using HttpResponseMessage stop = await server.Client.SendAsync(HttpMethod.Post, $"{path}/stop", "Prefer", "wait=60");

        JsonElement stopped = await stop.JsonAsync();
        Assert.Equal("stopped", stopped.State());
        int done = stopped.GetProperty("done").GetInt32();
        Assert.InRange(done, 1, 999);
        Assert.Equal((done, true), (stopped.GetProperty("report").GetProperty("futures").GetInt32(), stopped.GetProperty("report").GetProperty("replanned").GetBoolean()));
    }

    [Fact]
    public async Task A_test_of_a_scenario_that_is_removed_fails_and_says_why()
    {
        using TemporaryFolder folder = new();
        (string, string) store = (ApiServer.DatabaseSetting, folder.File("store.db"));
        string path;
        using (ApiServer all = new(null, store))
        {
            string scenario = await PlanAsync(all.Client);
            using ApiServer api = new(null, store, ("Readiness:Role", "api"));
            all.Dispose();
            using HttpResponseMessage response = await api.Client.PostJsonAsync(Root, $$"""{ "scenario": "{{scenario}}" }""");
            path = response.Headers.Location!.ToString();
            using HttpResponseMessage removed = await api.Client.DeleteAsync($"/v1/scenarios/{scenario}", JsonHttp.Token);
        }

        using ApiServer later = new(null, store);
        JsonElement failed = await later.Client.UntilAsync(path, t => t.State() == "failed");
        Assert.Contains("removed", failed.GetProperty("failure").GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_is_finished_though_its_process_is_killed_in_the_middle()
    {
        const int Futures = 2000;
        using TemporaryFolder folder = new();
        string[] arguments = ["--database", folder.File("store.db"), "--Readiness:LeaseSeconds", "1"];
        string path;
        await using (ServiceProcess service = await ServiceProcess.StartAsync(arguments))
        {
            using HttpResponseMessage posted = await service.Client.PostJsonAsync(
                Root, $$"""{ "scenario": "{{await PlanAsync(service.Client)}}", "futures": {{Futures}} }""");
            path = posted.Headers.Location!.ToString();
            await service.Client.UntilAsync(path, t => t.GetProperty("done").GetInt32() is > 0 and < Futures);
            await service.KillAsync();
        }

        await using ServiceProcess next = await ServiceProcess.StartAsync(arguments);
        JsonElement done = await next.Client.UntilAsync(path, t => t.State() == "completed");
        Assert.Equal((Futures, Futures), (done.GetProperty("done").GetInt32(), done.GetProperty("report").GetProperty("futures").GetInt32()));
    }

    [Fact]
    public async Task Two_workers_share_the_batches_of_a_test_in_a_file()
    {
        using TemporaryFolder folder = new();
        await ShareAsync(folder.File("store.db"));
    }

    [Fact]
    public async Task Two_workers_share_the_batches_of_a_test_on_a_server() => await ShareAsync(await cluster.CreateDatabaseAsync());

    private static async Task ShareAsync(string database)
    {
        using ApiServer all = new(null, (ApiServer.DatabaseSetting, database));
        using ApiServer worker = new(null, (ApiServer.DatabaseSetting, database), ("Readiness:Role", "worker"));
        string path = await PostReplannedAsync(all.Client, 100);

        // Two owners hold batches at the same time.
        Database store = Database.Of(database);
        await using DbConnection connection = await store.OpenAsync(JsonHttp.Token);
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(JsonHttp.Token);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        while (await connection.ExecuteScalarAsync<long>("SELECT COUNT(DISTINCT owner) FROM stress_batches WHERE state = 'running'") < 2)
        {
            await Task.Delay(20, limit.Token);
        }

        await all.Client.UntilAsync(path, t => t.GetProperty("done").GetInt32() > 1);
        using HttpResponseMessage stop = await all.Client.SendAsync(HttpMethod.Post, $"{path}/stop", "Prefer", "wait=60");
        JsonElement stopped = await stop.JsonAsync();
        Assert.Equal("stopped", stopped.State());
        Assert.Equal(stopped.GetProperty("done").GetInt32(), stopped.GetProperty("report").GetProperty("futures").GetInt32());
        if (store is IAsyncDisposable source)
        {
            await connection.CloseAsync();
            await source.DisposeAsync();
        }
    }

    private static async Task<string> PostReplannedAsync(HttpClient client, int futures)
    {
        string scenario = await PlanAsync(client);
        using HttpResponseMessage response = await client.PostJsonAsync(
            Root, $$"""{ "scenario": "{{scenario}}", "futures": {{futures}}, "mode": "replanned", "options": { "timeLimitSeconds": 1, "threads": 1 } }""");
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        return response.Headers.Location!.ToString();
    }

    /// <summary>Plans the tiny district and returns the id of the scenario.</summary>
    private static async Task<string> PlanAsync(HttpClient client)
    {
        await TinyDistrict.AddToAsync(client);
        using HttpResponseMessage response = await client.PostJsonAsync("/v1/scenarios", TinyDistrict.Scenario("plan", seconds: 1), "wait=60");
        JsonElement scenario = await response.JsonAsync();
        Assert.Equal("completed", scenario.State());
        return scenario.GetProperty("id").GetString()!;
    }
}
