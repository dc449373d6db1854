using System.Net;
using System.Text.Json;
using Readiness.Districts;

namespace Readiness.Api.Tests;

/// <summary>Plans that are published, the mornings after, and plans made on top of them, with the real planner over HTTP.</summary>
public sealed class PublishingTests(ApiServer server) : IClassFixture<ApiServer>
{
    private readonly HttpClient client = server.Client;

    [Fact]
    public async Task A_plan_is_published_the_morning_comes_and_the_next_plan_keeps_what_it_can_and_says_what_it_cannot()
    {
        District district = DistrictGenerator.Generate(GeneratorOptions.Tiny with { Seed = 3 }) with { Id = "story" };
        district = district with { Shipments = [.. district.Shipments, new Shipment("awaited", district.Items[0].Id, district.Facilities[0].Id, 40, district.Horizon.Start)] };
        string version = await AddAsync(district);
        JsonElement first = await PlanAsync("story", "day one");
        using HttpResponseMessage published = await client.PostJsonAsync($"/v1/scenarios/{Id(first)}/publish", "");
        Assert.Equal(HttpStatusCode.OK, published.StatusCode);
        Assert.Equal("\"1\"", published.Headers.ETag?.Tag);
        JsonElement inForce = await client.GetJsonAsync("/v1/baselines/story/published");
        Assert.Equal(Id(first), inForce.GetProperty("summary").GetProperty("scenario").GetString());
        JsonElement plan = await client.GetJsonAsync($"/v1/scenarios/{Id(first)}/plan");
        Assert.Equal(plan.GetRawText(), inForce.GetProperty("plan").GetRawText());

        // Next morning two people are ill, a delivery has not come and there are more cases.
        DateOnly morning = district.Horizon.DateOf(1);
        JsonElement[] tomorrow = [.. plan.GetProperty("assignments").EnumerateArray().Where(work => work.GetProperty("day").GetString() == $"{morning:yyyy-MM-dd}")];
        string[] ill = [.. tomorrow.Select(work => work.GetProperty("staff").GetString()!).Distinct().Take(2)];
        Assert.Equal(2, ill.Length);
        string report = $$"""
            {
              "date": "{{morning:yyyy-MM-dd}}",
              "absences": [{{string.Join(", ", ill.Select(person => $$"""{ "staff": "{{person}}", "from": "{{morning:yyyy-MM-dd}}", "to": "{{district.Horizon.DateOf(2):yyyy-MM-dd}}", "kind": "sick" }"""))}}],
              "deliveries": [{ "shipment": "awaited", "arrived": 0, "restArrives": "{{district.Horizon.DateOf(3):yyyy-MM-dd}}" }],
              "newCases": [{ "date": "{{district.Horizon.Start:yyyy-MM-dd}}", "count": 5 }]
            }
            """;
        using HttpResponseMessage careless = await client.PostJsonAsync("/v1/baselines/story/actuals", report);
        await careless.ProblemAsync((HttpStatusCode)428);
        using HttpResponseMessage actuals = await client.SendAsync(HttpMethod.Post, "/v1/baselines/story/actuals", "If-Match", version, report);
        Assert.Equal(HttpStatusCode.OK, actuals.StatusCode);
        JsonElement taken = await actuals.JsonAsync();
        Assert.Equal((2, 1), (taken.GetProperty("version").GetInt64(), taken.GetProperty("published").GetInt64()));
        Assert.Contains(taken.GetProperty("derived").EnumerateArray(), fact => fact.GetProperty("subject").GetString() == "staff");
        JsonElement next = await client.GetJsonAsync("/v1/baselines/story");
        Assert.Equal($"{morning:yyyy-MM-dd}", next.GetProperty("horizon").GetProperty("start").GetString());
        Assert.Contains(next.GetProperty("shipments").EnumerateArray(), shipment => shipment.GetProperty("id").GetString() == "awaited");
        using HttpResponseMessage twice = await client.SendAsync(HttpMethod.Post, "/v1/baselines/story/actuals", "If-Match", version, report);
        await twice.ProblemAsync(HttpStatusCode.PreconditionFailed);

        JsonElement second = await PlanAsync(
            "story", "day two", $$""", "publishedPlan": "current", "publishedWindow": { "from": "{{morning:yyyy-MM-dd}}", "to": "{{morning:yyyy-MM-dd}}" }""");
        Assert.True(second.GetProperty("audit").GetProperty("passed").GetBoolean());
        Assert.Contains("changes", second.GetProperty("proof").GetProperty("levels").EnumerateArray().Select(level => level.GetProperty("level").GetString()));
        Assert.Equal(1, second.GetProperty("published").GetProperty("number").GetInt64());
        JsonElement[] changes = [.. (await client.GetJsonAsync($"/v1/scenarios/{Id(second)}/changes")).GetProperty("changes").EnumerateArray()];
        Assert.All(ill, person => Assert.Contains(changes, change =>
            change.GetProperty("subject").GetString() == person && change.GetProperty("origin").GetString() == "forced" && change.GetProperty("rule").GetString() == "absent"));
        HashSet<string> works = [.. (await client.GetJsonAsync($"/v1/scenarios/{Id(second)}/plan")).GetProperty("assignments").EnumerateArray().Select(work => work.GetRawText())];
        HashSet<string?> changed = [.. changes.Where(change => change.GetProperty("origin").GetString() == "forced" && change.GetProperty("day").GetString() == $"{morning:yyyy-MM-dd}")
            .Select(change => change.GetProperty("subject").GetString())];
        Assert.All(tomorrow.Where(work => !changed.Contains(work.GetProperty("staff").GetString())), work => Assert.Contains(work.GetRawText(), works));
        Assert.Equal(changes.Length, second.GetProperty("publishedChanges").GetProperty("total").GetInt32());

        await OnlyWhoHasSeenThePlanInForceReplacesIt(Id(first), Id(second));
    }

    private async Task OnlyWhoHasSeenThePlanInForceReplacesIt(string first, string second)
    {
        using HttpResponseMessage unseen = await client.PostJsonAsync($"/v1/scenarios/{second}/publish", "");
        await unseen.ProblemAsync((HttpStatusCode)428);
        using HttpResponseMessage mistaken = await client.SendAsync(HttpMethod.Post, $"/v1/scenarios/{second}/publish", "If-Match", "\"7\"", "");
        await mistaken.ProblemAsync(HttpStatusCode.PreconditionFailed);
        using HttpResponseMessage published = await client.SendAsync(HttpMethod.Post, $"/v1/scenarios/{second}/publish", "If-Match", "\"1\"", "");
        Assert.Equal("\"2\"", published.Headers.ETag?.Tag);
        using HttpResponseMessage again = await client.PostJsonAsync($"/v1/scenarios/{second}/publish", "");
        Assert.Equal("\"2\"", again.Headers.ETag?.Tag);
        using HttpResponseMessage old = await client.SendAsync(HttpMethod.Post, $"/v1/scenarios/{first}/publish", "If-Match", "\"2\"", "");
        await old.ProblemAsync(HttpStatusCode.Conflict);
        JsonElement history = await client.GetJsonAsync("/v1/baselines/story/published/history");
        Assert.Equal([second, first], history.EnumerateArray().Select(summary => summary.GetProperty("scenario").GetString()!));
    }

    [Fact]
    public async Task Faults_of_a_published_plan_and_its_window_are_told_with_all_others()
    {
        await AddAsync(TinyDistrict.District with { Id = "unpublished" });
        string Body(string more) => $$"""{ "baseline": "unpublished", "name": "x"{{more}} }""";
        await AssertFaultsAsync(Body(""", "publishedPlan": "current" """), "/publishedPlan");
        await AssertFaultsAsync(Body(""", "publishedPlan": 7, "options": { "seed": -1 }"""), "/options/seed", "/publishedPlan");
        await AssertFaultsAsync(Body(""", "publishedPlan": "nobody", "publishedWindow": { "from": "soon", "until": "2020-01-25" }"""),
            "/publishedWindow/until", "/publishedWindow/from", "/publishedWindow/to", "/publishedPlan");
        await AssertFaultsAsync(Body(""", "publishedWindow": { "from": "2020-01-26", "to": "2020-01-25" }"""), "/publishedWindow/to", "/publishedWindow");
        await AssertFaultsAsync(Body(""", "publishedPlan": "current", "publishedWindow": { "from": "2019-01-26", "to": "2019-01-27" }"""), "/publishedWindow", "/publishedPlan");
        using HttpResponseMessage nothing = await client.GetAsync("/v1/baselines/unpublished/published", JsonHttp.Token);
        await nothing.ProblemAsync(HttpStatusCode.NotFound);
        using HttpResponseMessage nobody = await client.PostJsonAsync("/v1/scenarios/nobody/publish", "");
        await nobody.ProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Faults_of_a_morning_are_told_at_once_and_leave_the_baseline_as_it_is()
    {
        string version = await AddAsync(TinyDistrict.District with { Id = "faulty" });
        using HttpResponseMessage response = await client.SendAsync(
            HttpMethod.Post, "/v1/baselines/faulty/actuals", "If-Match", version, """{ "date": "2020-01-25", "stock": [{ "place": "moon", "item": 3, "quantity": 1 }], "mood": 1 }""");
        Assert.Equal(["/stock/0/place", "/stock/0/item", "/mood"], await response.FaultsAsync());
        using HttpResponseMessage unchanged = await client.GetAsync("/v1/baselines/faulty", JsonHttp.Token);
        Assert.Equal(version, unchanged.Headers.ETag?.Tag);
    }

    [Fact]
    public async Task A_plan_can_be_made_on_top_of_any_completed_scenario_of_the_baseline()
    {
        await AddAsync(TinyDistrict.District with { Id = "any" });
        JsonElement first = await PlanAsync("any", "one");
        JsonElement second = await PlanAsync("any", "two", $$""", "publishedPlan": "{{Id(first)}}" """);

        Assert.Equal(JsonValueKind.Null, second.GetProperty("published").TryGetProperty("number", out JsonElement number) ? number.ValueKind : JsonValueKind.Null);
        Assert.Equal(0, second.GetProperty("publishedChanges").GetProperty("kinds").EnumerateArray().Sum(kind => kind.GetProperty("forced").GetInt32()));
        using HttpResponseMessage none = await client.GetAsync($"/v1/scenarios/{Id(first)}/changes", JsonHttp.Token);
        await none.ProblemAsync(HttpStatusCode.Conflict);
    }

    private async Task<string> AddAsync(District district)
    {
        using HttpResponseMessage response = await client.PostJsonAsync("/v1/baselines", DistrictDocument.Write(district));
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return response.Headers.ETag!.Tag;
    }

    private async Task<JsonElement> PlanAsync(string baseline, string name, string more = "")
    {
        string body = $$"""{ "baseline": "{{baseline}}", "name": "{{name}}", "options": { "timeLimitSeconds": 3, "threads": 1 }{{more}} }""";
        using HttpResponseMessage response = await client.PostJsonAsync("/v1/scenarios", body, "wait=120");
        JsonElement scenario = await response.JsonAsync();
        Assert.Equal("completed", scenario.State());
        return scenario;
    }

    private async Task AssertFaultsAsync(string body, params string[] pointers)
    {
        using HttpResponseMessage response = await client.PostJsonAsync("/v1/scenarios", body);
        Assert.Equal(pointers.Order(), (await response.FaultsAsync()).Order());
    }

    private static string Id(JsonElement scenario) => scenario.GetProperty("id").GetString()!;
}
