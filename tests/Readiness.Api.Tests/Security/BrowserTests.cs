using System.Net;

namespace Readiness.Api.Tests.Security;

/// <summary>A service without login, and the web pages that its user opens besides.</summary>
public sealed class BrowserTests
{
    private const string Stop = "/v1/scenarios/nowhere/stop";

    [Theory]
    [InlineData("POST", Stop, "Sec-Fetch-Site", "cross-site")]
    [InlineData("POST", Stop, "Sec-Fetch-Site", "same-site")]
    [InlineData("POST", Stop, "Origin", "https://evil.example")]
    [InlineData("POST", Stop, "Origin", "null")]
    [InlineData("POST", Stop, "Origin", "http://localhost:1")]
    [InlineData("DELETE", "/v1/scenarios/nowhere", "Origin", "http://127.0.0.1.evil.example")]
    [InlineData("GET", "/v1/baselines", "Sec-Fetch-Site", "cross-site")]
    [InlineData("GET", "/v1/baselines", "Origin", "https://evil.example")]
    [InlineData("GET", "/v1/baselines", "X-Forwarded-For", "127.0.0.1")]
    [InlineData("GET", "/v1/baselines", "Forwarded", "for=127.0.0.1")]
    [InlineData("GET", "/v1/baselines", "X-Real-IP", "127.0.0.1")]
    public async Task What_a_page_of_others_or_a_proxy_sends_is_refused(string method, string path, string header, string value)
    {
        using ApiServer server = new();
        using HttpResponseMessage response = await server.Client.SendAsync(new HttpMethod(method), path, header, value);
        await response.ProblemAsync(HttpStatusCode.Forbidden);
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Equal(1, (await server.Client.GetJsonAsync("/v1/audit?status=403")).GetArrayLength());
    }

    [Fact]
    public async Task What_the_own_page_sends_and_a_link_that_is_followed_are_served()
    {
        using ApiServer server = new();
        string own = server.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);
        foreach ((string header, string value) in new[] { ("Origin", own), ("Sec-Fetch-Site", "same-origin"), ("Sec-Fetch-Site", "none") })
        {
            using HttpResponseMessage response = await server.Client.SendAsync(HttpMethod.Post, Stop, header, value);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }

        using HttpRequestMessage link = new(HttpMethod.Get, "/scalar/");
        link.Headers.Add("Sec-Fetch-Site", "cross-site");
        link.Headers.Add("Sec-Fetch-Mode", "navigate");
        using HttpResponseMessage page = await server.Client.SendAsync(link, JsonHttp.Token);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        using HttpRequestMessage form = new(HttpMethod.Post, Stop);
        form.Headers.Add("Sec-Fetch-Site", "cross-site");
        form.Headers.Add("Sec-Fetch-Mode", "navigate");
        using HttpResponseMessage sent = await server.Client.SendAsync(form, JsonHttp.Token);
        await sent.ProblemAsync(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_form_cannot_pass_for_JSON()
    {
        using ApiServer server = new();
        foreach (string type in (string[])["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
        {
            using HttpResponseMessage response = await server.Client.PostJsonAsync("/v1/scenarios", "{}", contentType: type);
            await response.ProblemAsync(HttpStatusCode.UnsupportedMediaType);
        }
    }

    [Fact]
    public async Task Only_pages_of_named_origins_may_read_answers()
    {
        const string Friend = "https://planning.example";
        using ApiServer server = new(null, ("Readiness:AllowedOrigins:0", Friend));
        using HttpRequestMessage ask = new(HttpMethod.Options, "/v1/scenarios");
        ask.Headers.Add("Origin", Friend);
        ask.Headers.Add("Access-Control-Request-Method", "POST");
        ask.Headers.Add("Access-Control-Request-Headers", "content-type,idempotency-key");
        using HttpResponseMessage preflight = await server.Client.SendAsync(ask, JsonHttp.Token);
        Assert.Equal(HttpStatusCode.NoContent, preflight.StatusCode);
        using HttpResponseMessage friend = await server.Client.SendAsync(HttpMethod.Get, "/v1/baselines", "Origin", Friend);
        Assert.Equal(Friend, Assert.Single(friend.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.False(friend.Headers.Contains("Access-Control-Allow-Credentials"));
        foreach (string origin in (string[])["https://planning.example.evil", "http://planning.example", "https://evil.example", "null"])
        {
            using HttpResponseMessage other = await server.Client.SendAsync(HttpMethod.Get, "/v1/baselines", "Origin", origin);
            await other.ProblemAsync(HttpStatusCode.Forbidden);
            Assert.False(other.Headers.Contains("Access-Control-Allow-Origin"));
        }
    }

    [Fact]
    public async Task A_request_without_a_host_is_refused()
    {
        using ApiServer server = new();
        using System.Net.Sockets.TcpClient client = new();
        await client.ConnectAsync(server.Client.BaseAddress!.Host, server.Client.BaseAddress.Port, JsonHttp.Token);
        await using System.Net.Sockets.NetworkStream stream = client.GetStream();
        await stream.WriteAsync("GET /v1/baselines HTTP/1.0\r\n\r\n"u8.ToArray(), JsonHttp.Token);
        using StreamReader reader = new(stream);
        Assert.Equal(400, RawHttp.Status(await reader.ReadToEndAsync(JsonHttp.Token)));
    }

    [Theory]
    [InlineData("/v1/baselines", HttpStatusCode.OK, "no-store")]
    [InlineData("/v1/baselines/xishan", HttpStatusCode.OK, "no-cache")]
    [InlineData("/nowhere", HttpStatusCode.NotFound, "no-store")]
    [InlineData("/v1/baselines?limit=0", HttpStatusCode.BadRequest, "no-store")]
    public async Task Every_answer_tells_browsers_to_do_as_little_as_possible_with_it(string path, HttpStatusCode status, string caching)
    {
        using ApiServer server = new();
        using HttpResponseMessage response = await server.Client.GetAsync(path, JsonHttp.Token);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
        Assert.Contains("default-src 'none'", Header(response, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", Header(response, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("no-referrer", Header(response, "Referrer-Policy"));
        Assert.Equal("same-origin", Header(response, "Cross-Origin-Resource-Policy"));
        Assert.Contains(caching, Header(response, "Cache-Control"), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Server"));
        Assert.False(response.Headers.Contains("Strict-Transport-Security"));
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task The_reference_runs_its_own_scripts_only()
    {
        using ApiServer server = new();
        using HttpResponseMessage response = await server.Client.GetAsync("/scalar/", JsonHttp.Token);
        string policy = Header(response, "Content-Security-Policy");
        string nonce = policy.Split("'nonce-")[1].Split('\'')[0];
        string page = await response.Content.ReadAsStringAsync(JsonHttp.Token);
        Assert.DoesNotContain("script-src 'unsafe-inline'", policy, StringComparison.Ordinal);
        Assert.Equal(page.Split("<script").Length - 1, page.Split($"nonce=\"{nonce}\"").Length - 1);
        using HttpResponseMessage again = await server.Client.GetAsync("/scalar/", JsonHttp.Token);
        Assert.NotEqual(policy, Header(again, "Content-Security-Policy"));
    }

    [Fact]
    public async Task Behind_a_trusted_proxy_with_TLS_browsers_are_told_to_stay_with_TLS()
    {
        using ApiServer server = new(null, Logins.ByKey, ("Readiness:TrustedProxies:0", "127.0.0.1"));
        foreach ((string scheme, bool told) in new[] { ("https", true), ("http", false) })
        {
            using HttpRequestMessage request = new(HttpMethod.Get, "/openapi/v1.json");
            request.Headers.Host = "readiness.example";
            request.Headers.Add("X-Forwarded-Proto", scheme);
            using HttpResponseMessage response = await server.Client.SendAsync(request, JsonHttp.Token);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal(told, response.Headers.Contains("Strict-Transport-Security"));
        }
    }

    private static string Header(HttpResponseMessage response, string name) => Assert.Single(response.Headers.GetValues(name));
}
