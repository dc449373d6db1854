using System.Net;
using System.Text.Json;

namespace Readiness.Api.Tests;

public sealed class HostTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task The_root_leads_to_the_reference()
    {
        using HttpResponseMessage response = await server.Client.GetAsync("/", JsonHttp.Token);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/scalar", response.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("evil.example:5080")]
    [InlineData("localhost.evil.example")]
    public async Task A_foreign_host_is_refused(string host)
    {
        HttpRequestMessage request = new(HttpMethod.Get, "/v1/baselines");
        request.Headers.Host = host;
        using HttpResponseMessage response = await server.Client.SendAsync(request, JsonHttp.Token);
        JsonElement problem = await response.ProblemAsync(HttpStatusCode.BadRequest);
        Assert.Contains(host, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1:5080")]
    [InlineData("[::1]:5080")]
    public async Task Names_of_this_machine_are_served(string host)
    {
        HttpRequestMessage request = new(HttpMethod.Get, "/v1/baselines");
        request.Headers.Host = host;
        using HttpResponseMessage response = await server.Client.SendAsync(request, JsonHttp.Token);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("GET", "/nowhere", HttpStatusCode.NotFound)]
    [InlineData("GET", "/v1/baselines/nowhere", HttpStatusCode.NotFound)]
    [InlineData("GET", "/v1/scenarios/nowhere", HttpStatusCode.NotFound)]
    [InlineData("GET", "/v1/scenarios/nowhere/plan", HttpStatusCode.NotFound)]
    [InlineData("POST", "/v1/scenarios/nowhere/stop", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "/v1/scenarios/nowhere", HttpStatusCode.NotFound)]
    [InlineData("GET", "/v1/stress-tests/nowhere", HttpStatusCode.NotFound)]
    [InlineData("POST", "/v1/stress-tests/nowhere/stop", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "/v1/stress-tests/nowhere", HttpStatusCode.NotFound)]
    [InlineData("GET", "/v1/sweeps/nowhere", HttpStatusCode.NotFound)]
    [InlineData("POST", "/v1/sweeps/nowhere/stop", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "/v1/sweeps/nowhere", HttpStatusCode.NotFound)]
    [InlineData("PUT", "/v1/baselines", HttpStatusCode.MethodNotAllowed)]
    [InlineData("DELETE", "/v1/scenarios", HttpStatusCode.MethodNotAllowed)]
    public async Task A_refusal_is_a_problem_document_whatever_the_client_accepts(string method, string path, HttpStatusCode status)
    {
        HttpRequestMessage request = new(new HttpMethod(method), path);
        request.Headers.Accept.ParseAdd("text/html");
        using HttpResponseMessage response = await server.Client.SendAsync(request, JsonHttp.Token);
        JsonElement problem = await response.ProblemAsync(status);
        Assert.False(string.IsNullOrEmpty(problem.GetProperty("detail").GetString()));
    }

    [Theory]
    [InlineData("/v1/baselines")]
    [InlineData("/v1/scenarios")]
    [InlineData("/v1/sweeps")]
    public async Task A_body_that_is_not_JSON_is_refused(string path)
    {
        using HttpResponseMessage text = await server.Client.PostJsonAsync(path, "{}", contentType: "text/plain");
        await text.ProblemAsync(HttpStatusCode.UnsupportedMediaType);

        using HttpResponseMessage broken = await server.Client.PostJsonAsync(path, "{\n  \"id\": 1,,\n}");
        JsonElement problem = await broken.ProblemAsync(HttpStatusCode.BadRequest);
        JsonElement error = Assert.Single(problem.GetProperty("errors").EnumerateArray());
        Assert.Equal("", error.GetProperty("pointer").GetString());
        Assert.Contains("line 2, byte 11", error.GetProperty("message").GetString(), StringComparison.Ordinal);

        using HttpResponseMessage empty = await server.Client.PostJsonAsync(path, "");
        Assert.Equal([""], await empty.FaultsAsync());
    }

    [Theory]
    [InlineData("/v1/baselines")]
    [InlineData("/v1/scenarios")]
    [InlineData("/v1/sweeps")]
    public async Task A_text_that_no_string_can_hold_is_refused(string path)
    {
        foreach (string body in (string[])["""{ "name": "\ud800" }""", """{ "\udc00\ud800": 1 }""", """[["\ud83d x"]]"""])
        {
            using HttpResponseMessage half = await server.Client.PostJsonAsync(path, body);
            Assert.Equal([""], await half.FaultsAsync());
        }

        using ByteArrayContent bytes = new([.. "{ \"name\": \""u8, 0xff, 0xfe, .. "\" }"u8]);
        bytes.Headers.ContentType = new("application/json");
        using HttpResponseMessage response = await server.Client.PostAsync(path, bytes, JsonHttp.Token);
        Assert.Equal([""], await response.FaultsAsync());
    }

    [Theory]
    [InlineData("/v1/baselines")]
    [InlineData("/v1/scenarios")]
    [InlineData("/v1/sweeps")]
    public async Task A_body_that_is_too_large_is_refused(string path)
    {
        using ApiServer small = new(null, ("Readiness:MaxBodyBytes", "2048"));
        using HttpResponseMessage response = await small.Client.PostJsonAsync(path, "{" + new string(' ', 4000) + "}");
        await response.ProblemAsync(HttpStatusCode.RequestEntityTooLarge);
    }
}
