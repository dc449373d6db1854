using System.Net;
using System.Text.Json;

namespace Readiness.Api.Tests;

public sealed class ScenarioFaultTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task Four_mistakes_in_different_places_get_one_answer()
    {
        const string Body = """
            {
              "baseline": "atlantis",
              "name": "   ",
              "changes": [{ "type": "cancelLeave" }, { "type": "moonLanding" }],
              "options": { "timeLimitSeconds": 0 }
            }
            """;
        using HttpResponseMessage response = await server.Client.PostJsonAsync("/v1/scenarios", Body);
        string[] pointers = await response.FaultsAsync();
        Assert.Equal(
            ["/baseline", "/changes/1/type", "/name", "/options/timeLimitSeconds"], pointers.Order(StringComparer.Ordinal));

        Dictionary<string, JsonElement> values = (await response.JsonAsync()).GetProperty("errors").EnumerateArray()
            .ToDictionary(e => e.GetProperty("pointer").GetString()!, e => e.GetProperty("value"));
        Assert.Equal("atlantis", values["/baseline"].GetString());
        Assert.Equal("   ", values["/name"].GetString());
        Assert.Equal("moonLanding", values["/changes/1/type"].GetString());
        Assert.Equal(0, values["/options/timeLimitSeconds"].GetInt32());
    }

    [Theory]
    [InlineData("""{ "name": "n" }""", "/baseline")]
    [InlineData("""{ "baseline": "xishan" }""", "/name")]
    [InlineData("""{ "baseline": null, "name": 5 }""", "/baseline", "/name")]
    [InlineData("""{ "baseline": "xishan", "name": "n", "colour": "red", "a/b~c": 1 }""", "/a~1b~0c", "/colour")]
    [InlineData("""{ "baseline": "xishan", "name": "n", "changes": {} }""", "/changes")]
    [InlineData("""{ "baseline": "xishan", "name": "n", "changes": [5, {}] }""", "/changes/0", "/changes/1/type")]
    [InlineData("""{ "baseline": "xishan", "name": "n", "options": [] }""", "/options")]
    [InlineData(
        """{ "baseline": "xishan", "name": "n", "options": { "timeLimitSeconds": 3601, "seed": -1, "threads": 65, "speed": 9 } }""",
        "/options/seed", "/options/speed", "/options/threads", "/options/timeLimitSeconds")]
    [InlineData(
        """{ "baseline": "xishan", "name": "n", "options": { "timeLimitSeconds": "60", "seed": 1.5, "threads": null } }""",
        "/options/seed", "/options/threads", "/options/timeLimitSeconds")]
    [InlineData(
        """{ "baseline": "xishan", "name": "n", "changes": [{ "type": "scaleCases", "factor": -2 }, { "type": "delayShipments", "item": "unobtainium", "days": 5 }] }""",
        "/changes/0/factor", "/changes/1/item")]
    [InlineData("[]", "")]
    [InlineData("\"xishan\"", "")]
    public async Task Every_fault_has_its_pointer(string body, params string[] expected)
    {
        using HttpResponseMessage response = await server.Client.PostJsonAsync("/v1/scenarios", body);
        Assert.Equal(expected, (await response.FaultsAsync()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_field_given_twice_and_a_name_that_is_too_long_are_refused()
    {
        using HttpResponseMessage twice = await server.Client.PostJsonAsync(
            "/v1/scenarios", """{ "baseline": "xishan", "name": "a", "name": "b" }""");
        Assert.Equal([""], await twice.FaultsAsync());

        using HttpResponseMessage tooLong = await server.Client.PostJsonAsync(
            "/v1/scenarios", $$"""{ "baseline": "xishan", "name": "{{new string('x', 201)}}" }""");
        Assert.Equal(["/name"], await tooLong.FaultsAsync());
    }

    [Fact]
    public async Task A_faulty_scenario_is_not_kept()
    {
        using HttpResponseMessage response = await server.Client.PostJsonAsync("/v1/scenarios", "{}");
        await response.ProblemAsync(HttpStatusCode.BadRequest);
        Assert.Empty((await server.Client.GetJsonAsync("/v1/scenarios")).EnumerateArray());
    }
}
