using System.Net;
using System.Text;

namespace Readiness.Api.Tests.Security;

/// <summary>How much one request may ask for.</summary>
public sealed class LimitTests
{
    [Fact]
    public async Task A_district_that_is_larger_than_the_service_allows_is_refused()
    {
        using ApiServer small = new(null, ("Readiness:Limits:People", $"{TinyDistrict.District.Staff.Length - 1}"), ("Readiness:Limits:Days", $"{TinyDistrict.District.Horizon.Days - 1}"));
        using HttpResponseMessage posted = await small.Client.PostJsonAsync("/v1/baselines", TinyDistrict.Json);
        Assert.Equal(["/horizon/days", "/staff"], (await posted.FaultsAsync()).Order(StringComparer.Ordinal));
        using HttpResponseMessage put = await small.Client.SendAsync(HttpMethod.Put, $"/v1/baselines/{TinyDistrict.Id}", "If-Match", "*", TinyDistrict.Json);
        Assert.Equal(["/horizon/days", "/staff"], (await put.FaultsAsync()).Order(StringComparer.Ordinal));

        // A file that comes in leads to a district, too.
        string stock = await small.Client.GetStringAsync("/v1/baselines/xishan/stock.csv", JsonHttp.Token);
        using HttpRequestMessage import = new(HttpMethod.Post, "/v1/baselines/xishan/stock") { Content = new StringContent(stock, Encoding.UTF8, "text/csv"), Headers = { { "If-Match", "*" } } };
        using HttpResponseMessage imported = await small.Client.SendAsync(import, JsonHttp.Token);
        Assert.Equal(["/horizon/days", "/staff"], (await imported.FaultsAsync()).Order(StringComparer.Ordinal));

        using ApiServer enough = new(null, ("Readiness:Limits:People", $"{TinyDistrict.District.Staff.Length}"), ("Readiness:Limits:Days", $"{TinyDistrict.District.Horizon.Days}"));
        await TinyDistrict.AddToAsync(enough.Client);
    }

    [Fact]
    public async Task A_solve_that_is_longer_or_broader_than_the_service_allows_is_refused()
    {
        using ScriptedPlanner planner = new();
        using ApiServer server = new(planner.Plan, ("Readiness:Limits:SolveSeconds", "30"), ("Readiness:Limits:SolveThreads", "1"));
        await TinyDistrict.AddToAsync(server.Client);
        string Body(string options) => $$"""{ "baseline": "{{TinyDistrict.Id}}", "name": "n", "options": {{options}} }""";
        using HttpResponseMessage refused = await server.Client.PostJsonAsync("/v1/scenarios", Body("""{ "timeLimitSeconds": 31, "threads": 2 }"""));
        Assert.Equal(["/options/threads", "/options/timeLimitSeconds"], (await refused.FaultsAsync()).Order(StringComparer.Ordinal));

        // Who asks for nothing gets no more than is allowed either.
        foreach (string options in (string[])["{}", "null", """{ "timeLimitSeconds": 30, "threads": 1 }"""])
        {
            using HttpResponseMessage accepted = await server.Client.PostJsonAsync("/v1/scenarios", Body(options));
            Assert.True(accepted.IsSuccessStatusCode);
        }

        await server.Client.UntilAsync("/v1/scenarios?state=completed", s => s.GetArrayLength() == 3);
        Assert.All(planner.Calls, c => Assert.Equal((TimeSpan.FromSeconds(30), 1), (c.Options.TimeLimit, c.Options.Threads)));
    }

    [Fact]
    public async Task Headers_that_are_too_long_or_too_many_are_refused()
    {
        using ApiServer server = new(null, ("Readiness:Limits:HeaderBytes", "4096"));
        string tooLong = await RawHttp.SendAsync(server.Client.BaseAddress!, "GET /v1/baselines HTTP/1.1", $"X-Api-Key: {new string('a', 6000)}");
        string tooMany = await RawHttp.SendAsync(server.Client.BaseAddress!, "GET /v1/baselines HTTP/1.1", [.. Enumerable.Range(0, 150).Select(i => $"H{i}: x")]);
        string longLine = await RawHttp.SendAsync(server.Client.BaseAddress!, $"GET /v1/baselines?{new string('a', 10_000)} HTTP/1.1");
        Assert.Equal([431, 431, 414], [RawHttp.Status(tooLong), RawHttp.Status(tooMany), RawHttp.Status(longLine)]);
        await server.Client.GetJsonAsync("/v1/baselines");
    }

    [Theory]
    [InlineData("/v1/baselines")]
    [InlineData("/v1/scenarios")]
    [InlineData("/v1/keys")]
    public async Task A_body_that_is_nested_too_deeply_is_refused(string path)
    {
        using ApiServer server = new();
        using HttpResponseMessage deep = await server.Client.PostJsonAsync(path, new string('[', 100_000) + new string(']', 100_000));
        Assert.Equal([""], await deep.FaultsAsync());
        using HttpResponseMessage objects = await server.Client.PostJsonAsync(path, string.Concat(Enumerable.Repeat("{\"a\":", 1000)));
        Assert.Equal([""], await objects.FaultsAsync());
        Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync("/v1/baselines", JsonHttp.Token)).StatusCode);
    }
}
