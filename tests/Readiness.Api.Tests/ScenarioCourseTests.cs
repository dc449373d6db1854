using System.Net;
using System.Text.Json;

namespace Readiness.Api.Tests;

/// <summary>The states of a scenario, with a planner whose end the test decides.</summary>
public sealed class ScenarioCourseTests
{
    private const string CancelLeave = """[{ "type": "cancelLeave" }]""";

    [Fact]
    public async Task A_scenario_is_accepted_runs_and_is_completed()
    {
        using ScriptedPlanner planner = new() { Waits = true };
        using ApiServer server = await StartAsync(planner);

        using HttpResponseMessage response = await server.Client.PostJsonAsync("/v1/scenarios", TinyDistrict.Scenario("first", CancelLeave));
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.False(response.Headers.Contains("Preference-Applied"));
        JsonElement posted = await response.JsonAsync();
        string path = $"/v1/scenarios/{posted.GetProperty("id").GetString()}";
        Assert.Equal(path, response.Headers.Location?.ToString());
        Assert.Contains(posted.State(), new[] { "queued", "running" });
        Assert.Equal(JsonValueKind.Null, posted.GetProperty("proof").ValueKind);
        Assert.Empty(posted.GetProperty("indicators").EnumerateObject());

        JsonElement running = await server.Client.UntilAsync(path, s => s.GetProperty("progress").ValueKind == JsonValueKind.Object);
        Assert.Equal("running", running.State());
        JsonElement progress = running.GetProperty("progress");
        Assert.Equal("scenario", progress.GetProperty("stage").GetString());
        Assert.Equal("sites", progress.GetProperty("phase").GetString());
        Assert.Equal(7, progress.GetProperty("bestLevels")[0].GetProperty("value").GetDouble());
        using HttpResponseMessage early = await server.Client.GetAsync($"{path}/plan", JsonHttp.Token);
        await early.ProblemAsync(HttpStatusCode.Conflict);

        // The scenario's own plan is shown while the baseline's is still being made.
        planner.Release();
        JsonElement half = await server.Client.UntilAsync(
            path, s => s.GetProperty("progress").GetProperty("stage").GetString() == "baseline");
        Assert.Equal("running", half.State());
        Assert.True(half.GetProperty("audit").GetProperty("passed").GetBoolean());
        Assert.Empty(half.GetProperty("comparison").EnumerateObject());

        planner.Release();
        JsonElement done = await server.Client.UntilAsync(path, s => s.State() == "completed");
        Assert.Equal("timeLimit", done.GetProperty("proof").GetProperty("termination").GetString());
        Assert.Equal("same", done.GetProperty("comparison").GetProperty("cover.class1").GetProperty("verdict").GetString());
        Assert.False(planner.UsedPool);
    }

    [Fact]
    public async Task The_document_has_the_promised_shape()
    {
        using ScriptedPlanner planner = new();
        using ApiServer server = await StartAsync(planner);
        using HttpResponseMessage response = await server.Client.PostJsonAsync(
            "/v1/scenarios", TinyDistrict.Scenario("shape", CancelLeave), "respond-async, wait=20");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(["wait"], response.Headers.GetValues("Preference-Applied"));
        JsonElement document = await response.JsonAsync();
        Assert.Equal("shape", document.GetProperty("name").GetString());
        Assert.Equal("completed", document.State());
        Assert.Equal("cancelLeave", document.GetProperty("changes")[0].GetProperty("type").GetString());
        Assert.Equal(3, document.GetProperty("options").GetProperty("seed").GetInt32());
        Assert.Equal(
            """{"value":0.5,"unit":"share","better":"higher"}""", document.GetProperty("indicators").GetProperty("cover.class1").GetRawText());
        Assert.Equal(
            """{"levels":[{"level":"cover.class1","objective":7,"bound":3,"gap":0.5714285714285714},{"level":"guests.class2","objective":2,"bound":null,"gap":null}],"termination":"timeLimit"}""",
            document.GetProperty("proof").GetRawText());
        Assert.Equal("""{"passed":true,"violations":[]}""", document.GetProperty("audit").GetRawText());
        Assert.Equal("[]", document.GetProperty("unmet").GetRawText());
        Assert.Equal(
            """{"baseline":0.5,"scenario":0.5,"difference":0,"unit":"share","verdict":"same"}""",
            document.GetProperty("comparison").GetProperty("cover.class1").GetRawText());

        string path = $"/v1/scenarios/{document.GetProperty("id").GetString()}";
        Assert.Equal(document.GetRawText(), (await server.Client.GetJsonAsync(path)).GetRawText());
    }

    [Fact]
    public async Task A_wait_that_is_too_short_is_answered_with_202()
    {
        using ScriptedPlanner planner = new() { Waits = true };
        using ApiServer server = await StartAsync(planner);
        using HttpResponseMessage response = await server.Client.PostJsonAsync("/v1/scenarios", TinyDistrict.Scenario("slow"), "wait=1");
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal(["wait"], response.Headers.GetValues("Preference-Applied"));
        Assert.Equal("running", (await response.JsonAsync()).State());
    }

    [Fact]
    public async Task A_stop_keeps_the_best_plan()
    {
        using ScriptedPlanner planner = new() { Waits = true };
        using ApiServer server = await StartAsync(planner);
        string path = await PostAsync(server.Client, "stopped", CancelLeave);
        await server.Client.UntilAsync(path, s => s.State() == "running" && planner.Calls.Count == 1);

        using HttpResponseMessage response = await server.Client.PostAsync($"{path}/stop", null, JsonHttp.Token);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        JsonElement stopped = await response.JsonAsync();
        Assert.Equal("stopped", stopped.State());
        Assert.Equal("stopped", stopped.GetProperty("proof").GetProperty("termination").GetString());
        Assert.Empty(stopped.GetProperty("comparison").EnumerateObject());
        await server.Client.GetJsonAsync($"{path}/plan");
        Assert.Single(planner.Calls);

        // Stopping what has ended changes nothing.
        using HttpResponseMessage again = await server.Client.PostAsync($"{path}/stop", null, JsonHttp.Token);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(stopped.GetRawText(), (await again.JsonAsync()).GetRawText());
    }

    [Fact]
    public async Task A_stop_while_the_baseline_is_planned_keeps_the_scenarios_plan()
    {
        using ScriptedPlanner planner = new() { Waits = true };
        using ApiServer server = await StartAsync(planner);
        string path = await PostAsync(server.Client, "half", CancelLeave);
        planner.Release();
        await server.Client.UntilAsync(path, s => s.GetProperty("audit").ValueKind == JsonValueKind.Object && planner.Calls.Count == 2);

        using HttpResponseMessage response = await server.Client.PostAsync($"{path}/stop", null, JsonHttp.Token);
        JsonElement stopped = await response.JsonAsync();
        Assert.Equal("stopped", stopped.State());
        Assert.Equal("timeLimit", stopped.GetProperty("proof").GetProperty("termination").GetString());

        // The baseline's plan that was cut off is not kept: the next scenario makes it anew.
        planner.Release(3);
        string next = await PostAsync(server.Client, "next", CancelLeave);
        await server.Client.UntilAsync(next, s => s.State() == "completed");
        Assert.Equal(4, planner.Calls.Count);
    }

    [Fact]
    public async Task Scenarios_are_solved_one_at_a_time_in_order_and_a_waiting_one_can_be_stopped_or_deleted()
    {
        using ScriptedPlanner planner = new() { Waits = true };
        using ApiServer server = await StartAsync(planner);
        string first = await PostAsync(server.Client, "1");
        await server.Client.UntilAsync(first, s => s.State() == "running" && planner.Calls.Count == 1);
        string second = await PostAsync(server.Client, "2");
        string third = await PostAsync(server.Client, "3");
        string fourth = await PostAsync(server.Client, "4", CancelLeave);
        Assert.Equal("queued", (await server.Client.GetJsonAsync(second)).State());

        using HttpResponseMessage stop = await server.Client.PostAsync($"{second}/stop", null, JsonHttp.Token);
        Assert.Equal("stopped", (await stop.JsonAsync()).State());
        using HttpResponseMessage noPlan = await server.Client.GetAsync($"{second}/plan", JsonHttp.Token);
        await noPlan.ProblemAsync(HttpStatusCode.Conflict);
        using HttpResponseMessage delete = await server.Client.DeleteAsync(third, JsonHttp.Token);
        Assert.Equal(HttpStatusCode.NoContent, delete.StatusCode);

        string[] names = [.. (await server.Client.GetJsonAsync("/v1/scenarios")).EnumerateArray().Select(s => s.GetProperty("name").GetString()!)];
        Assert.Equal(["4", "2", "1"], names);

        planner.Release(2);
        await server.Client.UntilAsync(fourth, s => s.State() == "completed");
        Assert.Equal("completed", (await server.Client.GetJsonAsync(first)).State());
        Assert.Equal(2, planner.Calls.Count);
        Assert.Equal(1, planner.MostRunning);
    }

    [Fact]
    public async Task Deleting_a_running_scenario_stops_it()
    {
        using ScriptedPlanner planner = new() { Waits = true };
        using ApiServer server = await StartAsync(planner);
        string path = await PostAsync(server.Client, "gone");
        await server.Client.UntilAsync(path, s => s.State() == "running" && planner.Calls.Count == 1);

        using HttpResponseMessage delete = await server.Client.DeleteAsync(path, JsonHttp.Token);
        Assert.Equal(HttpStatusCode.NoContent, delete.StatusCode);
        using HttpResponseMessage gone = await server.Client.GetAsync(path, JsonHttp.Token);
        await gone.ProblemAsync(HttpStatusCode.NotFound);
        using HttpResponseMessage again = await server.Client.DeleteAsync(path, JsonHttp.Token);
        await again.ProblemAsync(HttpStatusCode.NotFound);

        // The worker is free again.
        planner.Release(2);
        string next = await PostAsync(server.Client, "next");
        await server.Client.UntilAsync(next, s => s.State() == "completed");
    }

    [Fact]
    public async Task A_failure_is_told_and_the_next_scenario_is_solved()
    {
        using ScriptedPlanner planner = new() { Fault = new InvalidOperationException("secret inside") };
        using ApiServer server = await StartAsync(planner);
        for (int i = 0; i < 2; i++)
        {
            using HttpResponseMessage response = await server.Client.PostJsonAsync(
                "/v1/scenarios", TinyDistrict.Scenario("fails"), "wait=20");
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            JsonElement failed = await response.JsonAsync();
            Assert.Equal("failed", failed.State());
            string text = failed.GetProperty("failure").GetProperty("detail").GetString()!;
            Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        }

        Assert.Equal(2, planner.Calls.Count);
    }

    [Fact]
    public async Task A_full_queue_refuses()
    {
        using ScriptedPlanner planner = new() { Waits = true };
        using ApiServer server = await StartAsync(planner, ("Readiness:QueueCapacity", "1"));
        string first = await PostAsync(server.Client, "runs");
        await server.Client.UntilAsync(first, s => s.State() == "running");
        await PostAsync(server.Client, "waits");

        using HttpResponseMessage refused = await server.Client.PostJsonAsync("/v1/scenarios", TinyDistrict.Scenario("refused"));
        await refused.ProblemAsync(HttpStatusCode.TooManyRequests);
        Assert.True(refused.Headers.Contains("Retry-After"));
        Assert.Equal(2, (await server.Client.GetJsonAsync("/v1/scenarios")).GetArrayLength());
    }

    [Fact]
    public async Task Shutting_down_ends_solves_and_waits()
    {
        using ScriptedPlanner planner = new() { Waits = true };
        ApiServer server = await StartAsync(planner);
        string path = await PostAsync(server.Client, "runs");
        await server.Client.UntilAsync(path, s => s.State() == "running" && planner.Calls.Count == 1);
        Task<HttpResponseMessage> waiting = server.Client.PostJsonAsync("/v1/scenarios", TinyDistrict.Scenario("waits"), "wait=300");
        await server.Client.UntilAsync("/v1/scenarios", s => s.GetArrayLength() == 2);

        Task stop = Task.Run(async () => await server.DisposeAsync(), JsonHttp.Token);
        using HttpResponseMessage response = await waiting.WaitAsync(TimeSpan.FromSeconds(10), JsonHttp.Token);
        Assert.Contains(response.StatusCode, new[] { HttpStatusCode.Accepted, HttpStatusCode.OK });
        await stop.WaitAsync(TimeSpan.FromSeconds(10), JsonHttp.Token);
    }

    [Fact]
    public async Task The_plan_of_a_baseline_is_made_once_however_many_ask_at_the_same_time()
    {
        using ScriptedPlanner planner = new() { Waits = true };
        using ApiServer server = await StartAsync(planner, ("Readiness:ConcurrentSolves", "4"));
        string[] paths = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => PostAsync(server.Client, $"s{i}", CancelLeave)));
        await server.Client.UntilAsync(paths[0], _ => planner.Calls.Count == 4);
        planner.Release(4);
        foreach (string path in paths)
        {
            // Its progress tells of the baseline's plan only once the scenario waits for it.
            JsonElement waits = await server.Client.UntilAsync(
                path, s => s.GetProperty("progress") is { ValueKind: JsonValueKind.Object } progress && progress.GetProperty("stage").GetString() == "baseline");
            Assert.Equal("running", waits.State());
        }

        // One who leaves does not take the plan from the others.
        using HttpResponseMessage left = await server.Client.PostAsync($"{paths[0]}/stop", null, JsonHttp.Token);
        Assert.Equal("stopped", (await left.JsonAsync()).State());
        planner.Release();
        foreach (string path in paths[1..])
        {
            JsonElement done = await server.Client.UntilAsync(path, s => s.State() == "completed");
            Assert.NotEmpty(done.GetProperty("comparison").EnumerateObject());
        }

        Assert.Equal(5, planner.Calls.Count);

        // The baseline itself, asked for as a scenario without changes, is that plan; other options are another plan.
        JsonElement itself = await server.Client.UntilAsync(await PostAsync(server.Client, "itself"), s => s.State() == "completed");
        Assert.All(itself.GetProperty("comparison").EnumerateObject(), d => Assert.Equal("same", d.Value.GetProperty("verdict").GetString()));
        Assert.Equal(5, planner.Calls.Count);
        planner.Release();
        await server.Client.UntilAsync(await PostAsync(server.Client, "longer", seconds: 6), s => s.State() == "completed");
        Assert.Equal(6, planner.Calls.Count);
    }

    [Fact]
    public async Task Only_so_many_plans_of_baselines_are_kept_as_the_settings_say()
    {
        using ScriptedPlanner planner = new();
        using ApiServer server = await StartAsync(planner, ("Readiness:BaselinePlans", "1"));
        foreach ((double seconds, int calls) in new[] { (5.0, 1), (5.0, 1), (6.0, 2), (6.0, 2), (5.0, 3) })
        {
            await server.Client.UntilAsync(await PostAsync(server.Client, "again", seconds: seconds), s => s.State() == "completed");
            Assert.Equal(calls, planner.Calls.Count);
        }
    }

    private static async Task<ApiServer> StartAsync(ScriptedPlanner planner, params (string, string)[] settings)
    {
        ApiServer server = new(planner.Plan, settings);
        await TinyDistrict.AddToAsync(server.Client);
        return server;
    }

    private static async Task<string> PostAsync(HttpClient client, string name, string changes = "[]", double seconds = 5)
    {
        using HttpResponseMessage response = await client.PostJsonAsync("/v1/scenarios", TinyDistrict.Scenario(name, changes, seconds));
        Assert.Contains(response.StatusCode, new[] { HttpStatusCode.Accepted, HttpStatusCode.OK });
        return $"/v1/scenarios/{(await response.JsonAsync()).GetProperty("id").GetString()}";
    }
}
