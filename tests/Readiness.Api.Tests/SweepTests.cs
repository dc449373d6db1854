using System.Net;
using System.Text.Json;

namespace Readiness.Api.Tests;

/// <summary>Grids of what-ifs over HTTP.</summary>
public sealed class SweepTests
{
    private const string Axes = """
        [
          { "name": "cases", "target": "/changes/0/factor", "values": [1.5, 2, 3] },
          { "name": "leave", "alternatives": [{ "label": "as it is", "changes": [] }, { "label": "cancelled", "changes": [{ "type": "cancelLeave" }] }] }
        ]
        """;

    [Fact]
    public async Task A_sweep_is_solved_cell_by_cell_and_collected_in_a_table()
    {
        using ScriptedPlanner planner = new();
        using ApiServer server = new(planner.Plan);
        await TinyDistrict.AddToAsync(server.Client);
        using HttpResponseMessage posted = await server.Client.PostJsonAsync("/v1/sweeps", Sweep("grid"));
        Assert.Equal(HttpStatusCode.Accepted, posted.StatusCode);
        Assert.Equal(6, (await posted.JsonAsync()).GetProperty("cells").GetInt32());
        string path = posted.Headers.Location!.ToString();

        JsonElement sweep = await server.Client.UntilAsync(path, s => s.GetProperty("states").GetProperty("finished").GetBoolean());
        Assert.Equal(6, sweep.GetProperty("states").GetProperty("completed").GetInt32());
        Assert.Equal(2, sweep.GetProperty("axes").GetArrayLength());
        JsonElement[] rows = [.. sweep.GetProperty("rows").EnumerateArray()];
        Assert.Equal(
            from factor in (double[])[1.5, 2, 3]
            from leave in (string[])["as it is", "cancelled"]
            select (factor, leave),
            rows.Select(r => (r.GetProperty("coordinates").GetProperty("cases").GetDouble(), r.GetProperty("coordinates").GetProperty("leave").GetString()!)));
        Assert.Equal(Enumerable.Range(0, 6), rows.Select(r => r.GetProperty("cell").GetInt32()));
        Assert.All(rows, row =>
        {
            Assert.Equal("completed", row.State());
            Assert.Equal(3, row.GetProperty("levels")[0].GetProperty("bound").GetDouble());
            Assert.Equal(0.5, row.GetProperty("indicators").GetProperty("cover.class1").GetProperty("value").GetDouble());
            Assert.Equal(0, row.GetProperty("comparison").GetProperty("cover.class1").GetProperty("difference").GetDouble());
        });

        // One plan for each cell, and one of the baseline for all of them.
        Assert.Equal(7, planner.Calls.Count);
        await ItsCellsAreScenariosAsync(server.Client, sweep, rows);
    }

    [Fact]
    public async Task The_table_and_the_list_come_in_pages()
    {
        using ScriptedPlanner planner = new();
        using ApiServer server = new(planner.Plan);
        await TinyDistrict.AddToAsync(server.Client);
        string[] ids = [await PostAsync(server.Client, "one"), await PostAsync(server.Client, "two"), await PostAsync(server.Client, "three")];

        List<int> cells = [];
        for (string? page = $"/v1/sweeps/{ids[0]}?limit=4"; page is not null;)
        {
            using HttpResponseMessage response = await server.Client.GetAsync(page, JsonHttp.Token);
            cells.AddRange((await response.JsonAsync()).GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("cell").GetInt32()));
            page = response.NextPage();
        }

        Assert.Equal(Enumerable.Range(0, 6), cells);
        List<string> listed = [];
        for (string? page = "/v1/sweeps?limit=2"; page is not null;)
        {
            using HttpResponseMessage response = await server.Client.GetAsync(page, JsonHttp.Token);
            listed.AddRange((await response.JsonAsync()).EnumerateArray().Select(r => r.GetProperty("id").GetString()!));
            page = response.NextPage();
        }

        Assert.Equal(ids.Reverse(), listed);
        using HttpResponseMessage faulty = await server.Client.GetAsync($"/v1/sweeps/{ids[0]}?limit=0&after=x&colour=red", JsonHttp.Token);
        Assert.Equal(["/after", "/colour", "/limit"], (await faulty.FaultsAsync()).Order(StringComparer.Ordinal));
        using HttpResponseMessage list = await server.Client.GetAsync("/v1/sweeps?after=x", JsonHttp.Token);
        Assert.Equal(["/after"], await list.FaultsAsync());
    }

    [Fact]
    public async Task Every_fault_of_every_cell_is_told_at_once()
    {
        using ApiServer server = new();
        await TinyDistrict.AddToAsync(server.Client);
        using HttpResponseMessage response = await server.Client.PostJsonAsync("/v1/sweeps", $$"""
            {
              "baseline": "{{TinyDistrict.Id}}", "name": "", "colour": "red", "options": { "workLimit": 0 },
              "changes": [{ "type": "scaleCases" }, { "type": "cancelLeave", "skill": "magic" }],
              "axes": [
                { "name": "cases", "target": "/changes/0/factor", "values": [1, -1] },
                { "name": "more", "alternatives": [{ "label": "a", "changes": [{ "type": "fly" }] }] },
                { "name": "away", "target": "/changes/7/factor", "values": [1] }
              ]
            }
            """);
        Assert.Equal(
            ["/axes/0/values/1", "/axes/1/alternatives/0/changes/0/type", "/axes/2/target", "/changes/1/skill", "/colour", "/name", "/options/workLimit"],
            (await response.FaultsAsync()).Order(StringComparer.Ordinal));

        using HttpResponseMessage nothing = await server.Client.PostJsonAsync("/v1/sweeps", """{ "baseline": "atlantis", "name": "n" }""");
        Assert.Equal(["/axes", "/baseline"], (await nothing.FaultsAsync()).Order(StringComparer.Ordinal));
        Assert.Empty((await server.Client.GetJsonAsync("/v1/scenarios")).EnumerateArray());
    }

    [Fact]
    public async Task A_planners_scenario_is_solved_before_the_cells_that_wait()
    {
        using ScriptedPlanner planner = new() { Waits = true };
        using ApiServer server = new(planner.Plan);
        await TinyDistrict.AddToAsync(server.Client);
        string sweep = await PostAsync(server.Client, "grid");
        await server.Client.UntilAsync($"/v1/scenarios?sweep={sweep}&state=running", s => s.GetArrayLength() == 1 && planner.Calls.Count == 1);
        using HttpResponseMessage response = await server.Client.PostJsonAsync("/v1/scenarios", TinyDistrict.Scenario("mine", """[{ "type": "cancelLeave" }]"""));
        string mine = $"/v1/scenarios/{(await response.JsonAsync()).GetProperty("id").GetString()}";

        // The cell under way with the baseline's plan, then the scenario, whose plan to compare with is there.
        planner.Release(3);
        await server.Client.UntilAsync(mine, s => s.State() == "completed");
        JsonElement table = await server.Client.UntilAsync($"/v1/sweeps/{sweep}", s => s.GetProperty("states").GetProperty("running").GetInt32() == 1);
        Assert.Equal(["completed", "running", "queued", "queued", "queued", "queued"], table.GetProperty("rows").EnumerateArray().Select(r => r.State()));
    }

    [Fact]
    public async Task Cells_and_scenarios_have_queues_of_their_own_length()
    {
        using ScriptedPlanner planner = new() { Waits = true };
        using ApiServer server = new(planner.Plan, ("Readiness:QueueCapacity", "1"), ("Readiness:SweepCapacity", "7"));
        await TinyDistrict.AddToAsync(server.Client);
        string first = await PostAsync(server.Client, "one");
        await server.Client.UntilAsync($"/v1/sweeps/{first}", s => s.GetProperty("states").GetProperty("running").GetInt32() == 1);
        using HttpResponseMessage full = await server.Client.PostJsonAsync("/v1/sweeps", Sweep("two"));
        await full.ProblemAsync(HttpStatusCode.TooManyRequests);
        Assert.NotNull(full.Headers.RetryAfter);
        using HttpResponseMessage never = await server.Client.PostJsonAsync("/v1/sweeps", Sweep("three", Axes.Replace("[1.5, 2, 3]", "[1.5, 2, 3, 4]", StringComparison.Ordinal)));
        Assert.Equal(["/axes"], await never.FaultsAsync());
        using HttpResponseMessage single = await server.Client.PostJsonAsync("/v1/scenarios", TinyDistrict.Scenario("mine"));
        Assert.Equal(HttpStatusCode.Accepted, single.StatusCode);
        Assert.Single((await server.Client.GetJsonAsync("/v1/sweeps")).EnumerateArray());
    }

    [Fact]
    public async Task A_sweep_is_stopped_and_deleted_with_its_cells()
    {
        using ScriptedPlanner planner = new() { Waits = true };
        using ApiServer server = new(planner.Plan);
        await TinyDistrict.AddToAsync(server.Client);
        string id = await PostAsync(server.Client, "grid");
        await server.Client.UntilAsync($"/v1/sweeps/{id}", s => s.GetProperty("states").GetProperty("running").GetInt32() == 1 && planner.Calls.Count == 1);
        using HttpResponseMessage stop = await server.Client.PostAsync($"/v1/sweeps/{id}/stop", null, JsonHttp.Token);
        Assert.Equal(HttpStatusCode.OK, stop.StatusCode);
        Assert.Equal(6, (await stop.JsonAsync()).GetProperty("states").GetProperty("stopped").GetInt32());
        JsonElement table = await server.Client.GetJsonAsync($"/v1/sweeps/{id}");
        Assert.NotEmpty(table.GetProperty("rows")[0].GetProperty("levels").EnumerateArray());
        Assert.Empty(table.GetProperty("rows")[1].GetProperty("levels").EnumerateArray());

        using HttpResponseMessage deleted = await server.Client.DeleteAsync($"/v1/sweeps/{id}", JsonHttp.Token);
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        using HttpResponseMessage gone = await server.Client.GetAsync($"/v1/sweeps/{id}", JsonHttp.Token);
        await gone.ProblemAsync(HttpStatusCode.NotFound);
        Assert.Empty((await server.Client.GetJsonAsync("/v1/scenarios")).EnumerateArray());
    }

    [Fact]
    public async Task A_sweep_that_is_sent_again_with_its_key_is_the_same()
    {
        using ScriptedPlanner planner = new();
        using ApiServer server = new(planner.Plan);
        await TinyDistrict.AddToAsync(server.Client);
        string[] ids = new string[2];
        for (int i = 0; i < ids.Length; i++)
        {
            using HttpResponseMessage response = await server.Client.SendAsync(HttpMethod.Post, "/v1/sweeps", "Idempotency-Key", "k", Sweep("grid"));
            ids[i] = (await response.JsonAsync()).GetProperty("id").GetString()!;
        }

        Assert.Equal(ids[0], ids[1]);
        Assert.Equal(6, (await server.Client.GetJsonAsync("/v1/scenarios")).GetArrayLength());
    }

    [Fact]
    public async Task Two_nodes_make_the_plan_that_all_cells_are_compared_with_once()
    {
        using TemporaryFolder folder = new();
        (string, string) store = (ApiServer.DatabaseSetting, folder.File("store.db"));
        using ScriptedPlanner one = new() { Waits = true };
        using ScriptedPlanner two = new() { Waits = true };
        using ApiServer first = new(one.Plan, store);
        using ApiServer second = new(two.Plan, store);
        await TinyDistrict.AddToAsync(first.Client);
        string id = await PostAsync(first.Client, "grid", Axes.Replace("[1.5, 2, 3]", "[1.5]", StringComparison.Ordinal));
        await first.Client.UntilAsync($"/v1/sweeps/{id}", _ => one.Calls.Count == 1 && two.Calls.Count == 1);
        one.Release();
        two.Release();

        // Both cells have their plans and want the baseline's: one node makes it, the other waits.
        await first.Client.UntilAsync($"/v1/sweeps/{id}", s => s.GetProperty("rows").EnumerateArray().All(r => r.GetProperty("levels").GetArrayLength() > 0)
            && one.Calls.Count + two.Calls.Count == 3);
        one.Release();
        two.Release();
        await second.Client.UntilAsync($"/v1/sweeps/{id}", s => s.GetProperty("states").GetProperty("completed").GetInt32() == 2);
        Assert.Equal(3, one.Calls.Count + two.Calls.Count);
    }

    [Fact]
    public async Task Two_processes_share_the_cells()
    {
        using TemporaryFolder folder = new();
        string[] arguments = ["--database", folder.File("store.db")];
        await using ServiceProcess api = await ServiceProcess.StartAsync(arguments);
        await using ServiceProcess worker = await ServiceProcess.StartAsync([.. arguments, "--role", "worker"]);
        await TinyDistrict.AddToAsync(api.Client);
        string id = await PostAsync(api.Client, "grid", seconds: 1);
        await api.Client.UntilAsync($"/v1/scenarios?sweep={id}&state=running", s => s.GetArrayLength() == 2);
        JsonElement done = await api.Client.UntilAsync($"/v1/sweeps/{id}", s => s.GetProperty("states").GetProperty("completed").GetInt32() == 6);
        Assert.All(done.GetProperty("rows").EnumerateArray(), row => Assert.NotEmpty(row.GetProperty("comparison").EnumerateObject()));
    }

    private static async Task ItsCellsAreScenariosAsync(HttpClient client, JsonElement sweep, JsonElement[] rows)
    {
        string id = sweep.GetProperty("id").GetString()!;
        string[] scenarios = [.. rows.Select(r => r.GetProperty("scenario").GetString()!)];
        JsonElement listed = await client.GetJsonAsync($"/v1/scenarios?sweep={id}");
        Assert.Equal(scenarios.Reverse(), listed.EnumerateArray().Select(s => s.GetProperty("id").GetString()!));
        Assert.Empty((await client.GetJsonAsync("/v1/scenarios?sweep=other")).EnumerateArray());
        JsonElement cell = await client.GetJsonAsync($"/v1/scenarios/{scenarios[3]}");
        Assert.Equal((id, 3, "grid #3"), (cell.GetProperty("sweep").GetString(), cell.GetProperty("cell").GetInt32(), cell.GetProperty("name").GetString()));
        Assert.Equal(2, cell.GetProperty("changes")[0].GetProperty("factor").GetDouble());
        Assert.Equal("cancelLeave", cell.GetProperty("changes")[1].GetProperty("type").GetString());
        Assert.Contains("event: plan", await client.GetStringAsync($"/v1/scenarios/{scenarios[0]}/events", JsonHttp.Token), StringComparison.Ordinal);
        JsonElement compared = await client.GetJsonAsync($"/v1/comparisons?scenarios={scenarios[0]},{scenarios[5]}");
        Assert.Equal(2, compared.GetProperty("scenarios").GetArrayLength());
    }

    private static string Sweep(string name, string axes = Axes, double seconds = 5) => $$"""
        {
          "baseline": "{{TinyDistrict.Id}}", "name": "{{name}}", "changes": [{ "type": "scaleCases" }], "axes": {{axes}},
          "options": { "timeLimitSeconds": {{seconds}}, "seed": 3, "threads": 1 }
        }
        """;

    private static async Task<string> PostAsync(HttpClient client, string name, string axes = Axes, double seconds = 5)
    {
        using HttpResponseMessage response = await client.PostJsonAsync("/v1/sweeps", Sweep(name, axes, seconds));
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        return (await response.JsonAsync()).GetProperty("id").GetString()!;
    }
}
