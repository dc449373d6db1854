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

    [Fact]
    public async Task A_district_with_every_choice_of_supply_comes_back_with_purchases_substitutes_causes_and_the_risk()
    {
        District district = DistrictGenerator.Generate(GeneratorOptions.Tiny with { Seed = 5, Days = 6, Scarcity = 0.4 });
        string item = district.BurnRates[0].Item;
        string place = district.BurnRates[0].Place;
        district = district with
        {
            Id = "choices",
            BurnRates = [district.BurnRates[0] with { PriorityClass = 2, PerDay = 60, Driver = null, PerDriverUnit = 0, Zones = [] }, .. district.BurnRates.RemoveAt(0)],
            StockLots = [new StockLot(place, item, 100)],
            Shipments = [new Shipment("hope", item, place, 80, district.Horizon.DateOf(1)) { Arrival = [new ShipmentOutcome(0, 0.5), new ShipmentOutcome(2, 0.4)] }],
            Lanes = [.. district.Lanes.Select(lane => lane with { MinimumUnits = 20 })],
        };
        using HttpResponseMessage added = await server.Client.PostJsonAsync("/v1/baselines", DistrictDocument.Write(district));
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        string body = $$"""
            {
              "baseline": "choices", "name": "choices", "options": { "timeLimitSeconds": 3, "threads": 1 },
              "changes": [
                { "type": "addOffer", "offer": { "id": "maker", "item": "{{item}}", "to": "{{place}}", "mostLots": 9, "pricePerLot": 10, "unitsPerLot": 5, "leadTimeDays": 1 } },
                { "type": "setBudget", "amount": 55 },
                { "type": "allowExtendedUse", "item": "{{item}}", "classes": [2], "mostShare": 0.5 },
                { "type": "setShipmentConfidence", "confidence": 0.8 }
              ]
            }
            """;

        using HttpResponseMessage response = await server.Client.PostJsonAsync("/v1/scenarios", body, "wait=60");

        JsonElement scenario = await response.JsonAsync();
        Assert.Equal("completed", scenario.State());
        Assert.True(scenario.GetProperty("audit").GetProperty("passed").GetBoolean());
        Assert.Equal(50, scenario.GetProperty("indicators").GetProperty("purchases.spending").GetProperty("value").GetDouble());
        Assert.Contains("budget", scenario.GetProperty("unmet").EnumerateArray().Select(unmet => unmet.GetProperty("cause").GetString()));
        JsonElement risk = scenario.GetProperty("risk");
        Assert.True(risk.GetProperty("exact").GetBoolean());
        Assert.Equal(item, risk.GetProperty("items")[0].GetProperty("item").GetString());
        Assert.NotEmpty(risk.GetProperty("stockOuts").EnumerateArray());
        JsonElement plan = await server.Client.GetJsonAsync($"/v1/scenarios/{scenario.GetProperty("id").GetString()}/plan");
        Assert.Equal(("maker", 5), (plan.GetProperty("purchases")[0].GetProperty("offer").GetString(), plan.GetProperty("purchases")[0].GetProperty("lots").GetInt32()));
        Assert.All(plan.GetProperty("substitutions").EnumerateArray(), use => Assert.Equal($"extended-{item}", use.GetProperty("recipe").GetString()));
        Assert.NotEmpty(plan.GetProperty("substitutions").EnumerateArray());
    }

    [Fact]
    public async Task Faults_of_supply_choices_are_told_at_once_with_pointers()
    {
        string body = $$"""
            {
              "baseline": "{{TinyDistrict.Id}}", "name": "x",
              "changes": [
                { "type": "setBudget", "amount": -1 }, { "type": "setShipmentConfidence", "confidence": 0.95 }, { "type": "allowExtendedUse", "item": "moon", "classes": [5], "serves": 1 }
              ]
            }
            """;
        await TinyDistrict.AddToAsync(server.Client);
        using HttpResponseMessage response = await server.Client.PostJsonAsync("/v1/scenarios", body);
        JsonElement problem = await response.JsonAsync();
        Assert.Equal(
            ["/changes/0/amount", "/changes/1/confidence", "/changes/2/classes/0", "/changes/2/item", "/changes/2/serves"],
            problem.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("pointer").GetString()).Order(StringComparer.Ordinal));
    }

    private static readonly string[] Parts = ["sites", "assignments", "shipments", "issues", "substitutions", "purchases"];

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
