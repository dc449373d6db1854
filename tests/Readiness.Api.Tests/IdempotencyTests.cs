using System.Net;

namespace Readiness.Api.Tests;

/// <summary>Requests that are sent more than once.</summary>
public sealed class IdempotencyTests
{
    private const string Key = "Idempotency-Key";

    [Fact]
    public async Task The_same_key_with_the_same_body_gets_the_same_answer()
    {
        using ScriptedPlanner planner = new();
        using ApiServer server = new(planner.Plan);
        using HttpResponseMessage created = await server.Client.SendAsync(HttpMethod.Post, "/v1/baselines", Key, "k", TinyDistrict.Json);
        using HttpResponseMessage repeated = await server.Client.SendAsync(HttpMethod.Post, "/v1/baselines", Key, "k", TinyDistrict.Json);
        await AssertSameAsync(HttpStatusCode.Created, created, repeated);
        Assert.NotNull(repeated.Headers.Location);

        // The same key at another address is another request.
        string body = TinyDistrict.Scenario("once");
        using HttpResponseMessage first = await server.Client.SendAsync(HttpMethod.Post, "/v1/scenarios", Key, "k", body);
        string path = first.Headers.Location?.ToString() ?? first.Content.Headers.ContentLocation!.ToString();
        await server.Client.UntilAsync(path, s => s.State() == "completed");
        using HttpResponseMessage second = await server.Client.SendAsync(HttpMethod.Post, "/v1/scenarios", Key, "k", body);
        await AssertSameAsync(first.StatusCode, first, second);
        Assert.Equal(1, (await server.Client.GetJsonAsync("/v1/scenarios")).GetArrayLength());

        using HttpResponseMessage other = await server.Client.SendAsync(HttpMethod.Post, "/v1/scenarios", Key, "k", TinyDistrict.Scenario("twice"));
        await other.ProblemAsync(HttpStatusCode.UnprocessableEntity);
        Assert.Equal(1, (await server.Client.GetJsonAsync("/v1/scenarios")).GetArrayLength());
    }

    [Fact]
    public async Task A_refused_request_may_be_mended_under_its_key()
    {
        using ScriptedPlanner planner = new();
        using ApiServer server = new(planner.Plan);
        await TinyDistrict.AddToAsync(server.Client);
        using HttpResponseMessage faulty = await server.Client.SendAsync(HttpMethod.Post, "/v1/scenarios", Key, "k", "{}");
        await faulty.ProblemAsync(HttpStatusCode.BadRequest);
        using HttpResponseMessage mended = await server.Client.SendAsync(HttpMethod.Post, "/v1/scenarios", Key, "k", TinyDistrict.Scenario("mended"));
        Assert.True(mended.IsSuccessStatusCode);
        using HttpResponseMessage noKey = await server.Client.SendAsync(HttpMethod.Post, "/v1/scenarios", Key, new string('k', 201), "{}");
        Assert.Equal([""], await noKey.FaultsAsync());
    }

    [Fact]
    public async Task A_request_that_is_still_being_answered_is_not_done_twice()
    {
        using ScriptedPlanner planner = new() { Waits = true };
        using ApiServer server = new(planner.Plan);
        await TinyDistrict.AddToAsync(server.Client);
        HttpRequestMessage slow = new(HttpMethod.Post, "/v1/scenarios") { Content = new StringContent(TinyDistrict.Scenario("slow"), null, "application/json") };
        slow.Headers.Add(Key, "k");
        slow.Headers.Add("Prefer", "wait=60");
        Task<HttpResponseMessage> first = server.Client.SendAsync(slow, JsonHttp.Token);
        await server.Client.UntilAsync("/v1/scenarios", s => s.GetArrayLength() == 1);
        using HttpResponseMessage meanwhile = await server.Client.SendAsync(HttpMethod.Post, "/v1/scenarios", Key, "k", TinyDistrict.Scenario("slow"));
        await meanwhile.ProblemAsync(HttpStatusCode.Conflict);
        Assert.True(meanwhile.Headers.Contains("Retry-After"));
        planner.Release();
        using HttpResponseMessage answer = await first;
        Assert.Equal("completed", (await answer.JsonAsync()).State());
        using HttpResponseMessage repeated = await server.Client.SendAsync(HttpMethod.Post, "/v1/scenarios", Key, "k", TinyDistrict.Scenario("slow"));
        await AssertSameAsync(HttpStatusCode.OK, answer, repeated);
    }

    private static async Task AssertSameAsync(HttpStatusCode status, HttpResponseMessage first, HttpResponseMessage second)
    {
        Assert.Equal(status, first.StatusCode);
        Assert.Equal(status, second.StatusCode);
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Equal(first.Content.Headers.ContentType, second.Content.Headers.ContentType);
        Assert.Equal(await first.Content.ReadAsStringAsync(JsonHttp.Token), await second.Content.ReadAsStringAsync(JsonHttp.Token));
    }
}
