using System.Net;
using System.Text.Json;
using Readiness.Api.Tests.Storage;

namespace Readiness.Api.Tests;

/// <summary>Services that share a store, one after the other and at the same time.</summary>
public sealed class DurabilityTests(PostgresCluster cluster)
{
    private const string CancelLeave = """[{ "type": "cancelLeave" }]""";

    [Fact]
    public async Task What_was_accepted_is_solved_by_the_next_service()
    {
        using TemporaryFolder folder = new();
        (string, string) store = (ApiServer.DatabaseSetting, folder.File("store.db"));
        string[] paths;
        using (ScriptedPlanner stuck = new() { Waits = true })
        {
            await using ApiServer before = new(stuck.Plan, store);
            await TinyDistrict.AddToAsync(before.Client);
            paths = [await PostAsync(before.Client, "runs", CancelLeave), await PostAsync(before.Client, "waits", CancelLeave)];
            await before.Client.UntilAsync(paths[0], s => s.State() == "running" && stuck.Calls.Count == 1);
        }

        // Whoever was being solved when the service stopped comes first and is solved from the start.
        using ScriptedPlanner planner = new();
        await using ApiServer after = new(planner.Plan, store);
        JsonElement[] done = [await after.Client.UntilAsync(paths[0], s => s.State() == "completed"), await after.Client.UntilAsync(paths[1], s => s.State() == "completed")];
        Assert.All(done, d => Assert.Equal("timeLimit", d.GetProperty("proof").GetProperty("termination").GetString()));
        Assert.True(done[0].GetProperty("finished").GetDateTimeOffset() < done[1].GetProperty("started").GetDateTimeOffset());
        Assert.Equal(3, planner.Calls.Count);
        Assert.Equal(2, (await after.Client.GetJsonAsync("/v1/scenarios")).GetArrayLength());
    }

    [Fact]
    public async Task A_node_that_answers_and_a_node_that_solves_share_a_file()
    {
        using TemporaryFolder folder = new();
        await ShareAsync(folder.File("store.db"));
    }

    [Fact]
    public async Task A_node_that_answers_and_a_node_that_solves_share_a_server() => await ShareAsync(await cluster.CreateDatabaseAsync());

    [Fact]
    public async Task A_solve_that_takes_longer_than_the_service_allows_fails_and_keeps_its_best_plan()
    {
        using ScriptedPlanner planner = new() { Waits = true };
        using ApiServer server = new(planner.Plan, ("Readiness:JobTimeLimitSeconds", "1"));
        await TinyDistrict.AddToAsync(server.Client);
        JsonElement failed = await server.Client.UntilAsync(await PostAsync(server.Client, "long", CancelLeave), s => s.State() == "failed");
        Assert.Contains("1 seconds", failed.GetProperty("failure").GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.True(failed.GetProperty("audit").GetProperty("passed").GetBoolean());
    }

    private static async Task ShareAsync(string database)
    {
        using ScriptedPlanner planner = new() { Waits = true };
        using ApiServer api = new(NobodySolves, (ApiServer.DatabaseSetting, database), ("Readiness:Role", "api"));
        using ApiServer worker = new(planner.Plan, (ApiServer.DatabaseSetting, database), ("Readiness:Role", "worker"));
        using HttpResponseMessage nothing = await worker.Client.GetAsync("/v1/baselines", JsonHttp.Token);
        await nothing.ProblemAsync(HttpStatusCode.NotFound);

        await TinyDistrict.AddToAsync(api.Client);
        string first = await PostAsync(api.Client, "stopped", CancelLeave);
        string second = await PostAsync(api.Client, "solved", CancelLeave);
        await api.Client.UntilAsync(first, s => s.State() == "running" && s.GetProperty("progress").ValueKind == JsonValueKind.Object);
        using HttpResponseMessage stop = await api.Client.PostAsync($"{first}/stop", null, JsonHttp.Token);
        Assert.Equal("stopped", (await stop.JsonAsync()).State());
        planner.Release(3);
        JsonElement solved = await api.Client.UntilAsync(second, s => s.State() == "completed");
        Assert.NotEmpty(solved.GetProperty("comparison").EnumerateObject());
        Assert.Equal(3, planner.Calls.Count);
    }

    private static Plans.ReadinessPlan NobodySolves(
        Districts.District district, Planning.PlannerOptions options, IProgress<Planning.PlanProgress> progress, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("This node does not solve.");

    private static async Task<string> PostAsync(HttpClient client, string name, string changes)
    {
        using HttpResponseMessage response = await client.PostJsonAsync("/v1/scenarios", TinyDistrict.Scenario(name, changes));
        return $"/v1/scenarios/{(await response.JsonAsync()).GetProperty("id").GetString()}";
    }
}
