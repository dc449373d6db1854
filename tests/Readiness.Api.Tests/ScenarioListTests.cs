using System.Text.Json;

namespace Readiness.Api.Tests;

/// <summary>Pages and filters of the list of scenarios.</summary>
public sealed class ScenarioListTests
{
    [Fact]
    public async Task Scenarios_come_in_pages_and_by_state()
    {
        using ScriptedPlanner planner = new() { Waits = true };
        using ApiServer server = new(planner.Plan);
        await TinyDistrict.AddToAsync(server.Client);
        for (int i = 0; i < 5; i++)
        {
            using HttpResponseMessage response = await server.Client.PostJsonAsync("/v1/scenarios", TinyDistrict.Scenario($"n{i}"));
            if (i == 0)
            {
                await server.Client.UntilAsync("/v1/scenarios", s => s[0].State() == "running");
            }
        }

        List<string> names = [];
        string? path = "/v1/scenarios?limit=2&state=queued&baseline=" + TinyDistrict.Id;
        int pages = 0;
        for (; path is not null; pages++)
        {
            using HttpResponseMessage response = await server.Client.GetAsync(path, JsonHttp.Token);
            names.AddRange((await response.JsonAsync()).EnumerateArray().Select(s => s.GetProperty("name").GetString()!));
            path = response.NextPage();
        }

        Assert.Equal(["n4", "n3", "n2", "n1"], names);
        Assert.Equal(2, pages);
        Assert.Equal("n0", (await server.Client.GetJsonAsync("/v1/scenarios?state=running"))[0].GetProperty("name").GetString());
        Assert.Empty((await server.Client.GetJsonAsync("/v1/scenarios?baseline=xishan")).EnumerateArray());
    }

    [Fact]
    public async Task Every_fault_of_the_parameters_is_told_at_once()
    {
        using ApiServer server = new();
        using HttpResponseMessage response = await server.Client.GetAsync("/v1/scenarios?limit=1001&state=Done&after=x-y&baselines=1", JsonHttp.Token);
        Assert.Equal(["/after", "/baselines", "/limit", "/state"], (await response.FaultsAsync()).Order());
        JsonElement none = await server.Client.GetJsonAsync("/v1/scenarios?baseline=no%00where");
        Assert.Equal(0, none.GetArrayLength());
    }
}
