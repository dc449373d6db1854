using System.Net;
using Readiness.Api.Security.Access;
using Readiness.Api.Security.Exposure;

namespace Readiness.Api.Tests.Security;

/// <summary>How often callers may ask.</summary>
public sealed class RateLimitTests
{
    private const string Path = "/v1/schema/district";

    [Fact]
    public async Task A_caller_that_asks_too_often_is_told_when_to_go_on_and_hinders_nobody_else()
    {
        using ApiServer server = new(null, Logins.ByKey, ("Readiness:Limits:ReadsPerSecond", "1"), ("Readiness:Limits:WritesPerSecond", "1"));
        HttpClient eager = await server.LogInAsync(AccessRole.Planner);
        HttpResponseMessage refused = await UntilRefusedAsync(() => eager.GetAsync(Path, JsonHttp.Token));
        string? detail = (await refused.ProblemAsync(HttpStatusCode.TooManyRequests)).GetProperty("detail").GetString();
        Assert.Contains("Retry-After", detail, StringComparison.Ordinal);
        Assert.True(refused.Headers.RetryAfter?.Delta >= TimeSpan.FromSeconds(1));

        // Changes are counted apart from reads, and callers apart from each other.
        using HttpResponseMessage write = await eager.PostJsonAsync("/v1/scenarios", "{}");
        await write.ProblemAsync(HttpStatusCode.BadRequest);
        HttpResponseMessage refusedWrite = await UntilRefusedAsync(() => eager.PostJsonAsync("/v1/scenarios", "{}"));
        await refusedWrite.ProblemAsync(HttpStatusCode.TooManyRequests);
        await (await server.LogInAsync(AccessRole.Viewer)).GetJsonAsync(Path);
    }

    [Fact]
    public async Task Strangers_are_counted_by_the_address_that_they_have_and_not_by_the_one_that_they_claim()
    {
        using ApiServer server = new(null, Logins.ByKey, ("Readiness:Limits:StrangersPerMinute", "20"));
        int tries = 0;
        HttpResponseMessage refused = await UntilRefusedAsync(() =>
        {
            HttpRequestMessage request = new(HttpMethod.Get, Path);
            request.Headers.Add("X-Forwarded-For", $"198.51.100.{++tries}");
            request.Headers.Add("X-Real-IP", $"198.51.100.{tries}");
            request.Headers.Add("Forwarded", $"for=198.51.100.{tries}");
            request.Headers.Add("X-Api-Key", $"rdn_{tries:x16}_{new string('A', 43)}");
            return server.Client.SendAsync(request, JsonHttp.Token);
        });
        await refused.ProblemAsync(HttpStatusCode.TooManyRequests);
        Assert.Equal(21, tries);

        // Whoever has a login is not hindered by guesses from the same address.
        await (await server.LogInAsync(AccessRole.Viewer)).GetJsonAsync(Path);
    }

    [Fact]
    public async Task A_proxy_that_is_trusted_says_who_asks()
    {
        using ApiServer server = new(null, Logins.ByKey, ("Readiness:Limits:StrangersPerMinute", "1"), ("Readiness:TrustedProxies:0", "127.0.0.1"));
        for (int i = 0; i < 5; i++)
        {
            using HttpResponseMessage response = await server.Client.SendAsync(HttpMethod.Get, Path, "X-Forwarded-For", $"198.51.100.{i}");
            await response.ProblemAsync(HttpStatusCode.Unauthorized);
        }

        // What stands before the address that the proxy has added is the client's invention.
        using HttpResponseMessage invented = await server.Client.SendAsync(HttpMethod.Get, Path, "X-Forwarded-For", "203.0.113.9, 198.51.100.1");
        await invented.ProblemAsync(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Five_hundred_clients_of_one_address_pass_and_limits_can_be_turned_off()
    {
        using ApiServer usual = new();
        HttpResponseMessage[] answers = await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => usual.Client.GetAsync(Path, JsonHttp.Token)));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        using ApiServer off = new(null, ("Readiness:Limits:Rates", "false"), ("Readiness:Limits:ReadsPerSecond", "1"));
        for (int i = 0; i < 20; i++)
        {
            await off.Client.GetJsonAsync(Path);
        }
    }

    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1")]
    [InlineData("::ffff:192.0.2.1", "192.0.2.1")]
    [InlineData("2001:db8:1:2:3:4:5:6", "20010db800010002")]
    [InlineData("2001:db8:1:2::", "20010db800010002")]
    public void Addresses_of_one_network_count_as_one(string address, string network) => Assert.Equal(network, RateLimits.Network(IPAddress.Parse(address)));

    private static async Task<HttpResponseMessage> UntilRefusedAsync(Func<Task<HttpResponseMessage>> send)
    {
        for (int i = 0; i < 1000; i++)
        {
            HttpResponseMessage response = await send();
            if (response.StatusCode == HttpStatusCode.TooManyRequests)
            {
                return response;
            }

            response.Dispose();
        }

        throw new InvalidOperationException("Nobody was refused.");
    }
}
