using System.Net;
using System.Text.Json;
using Readiness.Districts;

namespace Readiness.Api.Tests;

/// <summary>The whole path with the real planner on a tiny district.</summary>
public sealed class RealPlanTests(ApiServer server) : IClassFixture<ApiServer>
{
    private const string Changes = """[{ "type": "cancelLeave" }, { "type": "scaleCases", "factor": 2 }]""";

    [Fact]
    public async Task A_what_if_comes_back_planned_audited_and_compared()
    {
        await TinyDistrict.AddToAsync(server.Client);
        using HttpResponseMessage response = await server.Client.PostJsonAsync(
            "/v1/scenarios", TinyDistrict.Scenario("twice the cases", Changes, 3), "wait=60");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        JsonElement scenario = await response.JsonAsync();
        Assert.Equal("completed", scenario.State());
        Assert.True(scenario.GetProperty("audit").GetProperty("passed").GetBoolean());
        Assert.Empty(scenario.GetProperty("audit").GetProperty("violations").EnumerateArray());
        Assert.Contains("cover.class1", scenario.GetProperty("indicators").EnumerateObject().Select(i => i.Name));
        Assert.Equal(
            scenario.GetProperty("indicators").EnumerateObject().Select(i => i.Name),
            scenario.GetProperty("comparison").EnumerateObject().Select(i => i.Name));
        Assert.All(scenario.GetProperty("comparison").EnumerateObject(), d => Assert.Equal(
            d.Value.GetProperty("scenario").GetDouble() - d.Value.GetProperty("baseline").GetDouble(),
            d.Value.GetProperty("difference").GetDouble(),
            1e-9));
        Assert.NotEmpty(scenario.GetProperty("proof").GetProperty("levels").EnumerateArray());

        await ThePlanNamesThingsOfTheDistrict(scenario.GetProperty("id").GetString()!);
        await AScenarioWithoutChangesIsTheBaseline();
    }

    private static readonly string[] Parts = ["sites", "assignments", "shipments", "issues"];

    private async Task ThePlanNamesThingsOfTheDistrict(string id)
    {
        District district = TinyDistrict.District;
        JsonElement plan = await server.Client.GetJsonAsync($"/v1/scenarios/{id}/plan");
        Assert.Equal(Parts, plan.EnumerateObject().Select(p => p.Name));
        Assert.NotEmpty(plan.GetProperty("assignments").EnumerateArray());
        Assert.All(plan.GetProperty("assignments").EnumerateArray(), a =>
        {
            Assert.Contains(a.GetProperty("staff").GetString(), district.Staff.Select(s => s.Id));
            Assert.True(district.Horizon.Contains(DateOnly.Parse(a.GetProperty("day").GetString()!)));
        });
        Assert.All(plan.GetProperty("shipments").EnumerateArray(), s =>
            Assert.Contains(s.GetProperty("item").GetString(), district.Items.Select(i => i.Id)));
        Assert.All(plan.GetProperty("sites").EnumerateArray(), s =>
            Assert.Contains(s.GetProperty("site").GetString(), district.CandidateSites.Select(c => c.Id)));
    }

    private async Task AScenarioWithoutChangesIsTheBaseline()
    {
        using HttpResponseMessage response = await server.Client.PostJsonAsync(
            "/v1/scenarios", TinyDistrict.Scenario("as it is", seconds: 3), "wait=60");
        JsonElement scenario = await response.JsonAsync();
        Assert.Equal("completed", scenario.State());
        Assert.NotEmpty(scenario.GetProperty("comparison").EnumerateObject());
        Assert.All(scenario.GetProperty("comparison").EnumerateObject(), d =>
            Assert.Equal("same", d.Value.GetProperty("verdict").GetString()));
    }
}
