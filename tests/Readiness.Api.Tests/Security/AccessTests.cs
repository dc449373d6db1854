using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Api.Security.Access;

namespace Readiness.Api.Tests.Security;

/// <summary>Every route there is, with every role and none.</summary>
public sealed partial class AccessTests : IDisposable
{
    private static readonly string[] AdministratorsOnly = ["GET /v1/audit/", "GET /v1/keys/", "POST /v1/keys/", "DELETE /v1/keys/{id}"];

    private readonly ApiServer server = new(null, Logins.ByKey);

    public void Dispose() => server.Dispose();

    [Fact]
    public void Only_the_description_and_the_health_of_the_service_are_open_to_strangers()
    {
        string[] open = [.. Routes().Where(r => r.Endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(r => r.Pattern).Distinct()];
        Assert.True(open.Length >= 4);
        Assert.All(open, pattern => Assert.True(IsPublic(pattern), pattern));
    }

    [Fact]
    public async Task Every_other_route_refuses_strangers_and_roles_that_are_too_low()
    {
        HttpClient[] byRole = [await server.LogInAsync(AccessRole.Viewer), await server.LogInAsync(AccessRole.Planner), await server.LogInAsync(AccessRole.Administrator)];
        (RouteEndpoint Endpoint, string Pattern, string Method)[] closed = [.. Routes().Where(r => !IsPublic(r.Pattern))];
        Assert.True(closed.Length >= 20);
        foreach ((_, string pattern, string method) in closed)
        {
            string path = Parameter().Replace(pattern, "nowhere");
            AccessRole needed = AdministratorsOnly.Contains($"{method} {pattern}") ? AccessRole.Administrator : method == "GET" ? AccessRole.Viewer : AccessRole.Planner;
            using HttpResponseMessage stranger = await server.Client.SendAsync(new HttpMethod(method), path);
            await stranger.ProblemAsync(HttpStatusCode.Unauthorized);
            Assert.StartsWith("Bearer", Assert.Single(stranger.Headers.WwwAuthenticate).ToString(), StringComparison.Ordinal);
            foreach (AccessRole role in Enum.GetValues<AccessRole>())
            {
                using HttpResponseMessage answer = await byRole[(int)role].SendAsync(new HttpMethod(method), path);
                if (role < needed)
                {
                    string? detail = (await answer.ProblemAsync(HttpStatusCode.Forbidden)).GetProperty("detail").GetString();
                    Assert.Contains(RoleWords.Word(needed), detail, StringComparison.Ordinal);
                }
                else
                {
                    Assert.False(answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden, $"{method} {path} as {role}: {answer.StatusCode}");
                }
            }
        }
    }

    [Theory]
    [InlineData("GET /V1/BASELINES HTTP/1.1")]
    [InlineData("GET /v1/baselines/ HTTP/1.1")]
    [InlineData("GET //v1/baselines HTTP/1.1")]
    [InlineData("GET /v1//baselines HTTP/1.1")]
    [InlineData("GET /v1/./baselines HTTP/1.1")]
    [InlineData("GET /scalar/../v1/baselines HTTP/1.1")]
    [InlineData("GET /openapi/%2e%2e/v1/baselines HTTP/1.1")]
    [InlineData("GET /v1/%62aselines HTTP/1.1")]
    [InlineData("GET /v1%2fbaselines HTTP/1.1")]
    [InlineData("GET /v1/baselines/xishan%00 HTTP/1.1")]
    [InlineData("GET /v1/baselines;x=/scalar HTTP/1.1")]
    [InlineData("GET /v1/baselines?documentName=v1 HTTP/1.1")]
    [InlineData("GET http://localhost/v1/baselines HTTP/1.1")]
    [InlineData("get /v1/baselines HTTP/1.1")]
    [InlineData("HEAD /v1/baselines HTTP/1.1")]
    [InlineData("OPTIONS /v1/baselines HTTP/1.1")]
    [InlineData("OPTIONS * HTTP/1.1")]
    [InlineData("TRACE /v1/baselines HTTP/1.1")]
    [InlineData("PATCH /v1/baselines/xishan HTTP/1.1")]
    [InlineData("ANYTHING /v1/baselines HTTP/1.1")]
    [InlineData("POST /health/live HTTP/1.1")]
    [InlineData("GET /health/live/../../v1/baselines HTTP/1.1")]
    [InlineData("GET /health HTTP/1.1")]
    [InlineData("GET /nowhere HTTP/1.1")]
    [InlineData("GET /v1/keys/ HTTP/1.1")]
    [InlineData("GET /v1/baselines HTTP/1.0")]
    public async Task No_way_to_write_an_address_goes_round_the_login(string line)
    {
        int status = RawHttp.Status(await RawHttp.SendAsync(server.Client.BaseAddress!, line));
        Assert.True(status is 400 or 401, $"{line}: {status}");
    }

    [Theory]
    [InlineData("DELETE /v1/baselines/XISHAN HTTP/1.1")]
    [InlineData("DELETE /V1/Baselines/xishan/ HTTP/1.1")]
    [InlineData("delete /v1/baselines/xishan HTTP/1.1")]
    [InlineData("DELETE /v1/baselines/%78ishan HTTP/1.1")]
    [InlineData("POST /v1/baselines/xishan HTTP/1.1", "X-HTTP-Method-Override: GET")]
    [InlineData("POST /v1/scenarios?_method=GET HTTP/1.1", "X-Method-Override: GET")]
    [InlineData("POST /v1/scenarios/x/stop HTTP/1.1", "X-Original-URL: /v1/baselines")]
    [InlineData("POST /v1/scenarios/x/stop HTTP/1.1", "X-Rewrite-URL: /scalar")]
    [InlineData("PROPFIND /v1/scenarios HTTP/1.1")]
    [InlineData("GET /v1/keys HTTP/1.1")]
    [InlineData("GET /v1/KEYS/ HTTP/1.1")]
    [InlineData("GET /v1/audit?limit=1 HTTP/1.1", "X-Forwarded-For: 127.0.0.1")]
    [InlineData("GET /v1/%61udit HTTP/1.1", "X-Role: administrator")]
    public async Task No_way_to_write_a_request_makes_a_viewer_more(string line, params string[] headers)
    {
        (_, string key) = await server.KeyAsync(AccessRole.Viewer);
        string answer = await RawHttp.SendAsync(server.Client.BaseAddress!, line, [$"Authorization: Bearer {key}", "If-Match: *", "Content-Length: 0", .. headers]);
        Assert.Equal(403, RawHttp.Status(answer));
        Assert.Contains("application/problem+json", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_method_that_is_overridden_in_a_header_stays_what_it_is()
    {
        HttpClient viewer = await server.LogInAsync(AccessRole.Viewer);
        using HttpResponseMessage response = await viewer.SendAsync(HttpMethod.Get, "/v1/baselines/xishan", "X-HTTP-Method-Override", "DELETE");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("xishan", (await viewer.GetJsonAsync("/v1/baselines/xishan")).GetProperty("id").GetString());
    }

    /// <summary>What strangers may see: the description of the service, which is public anyway, and whether it is well.</summary>
    private static bool IsPublic(string pattern) => pattern is "/" or "/openapi/{documentName}.json" or "/health/live" or "/health/ready" || pattern.StartsWith("/scalar/", StringComparison.Ordinal);

    private IEnumerable<(RouteEndpoint Endpoint, string Pattern, string Method)> Routes() =>
        from endpoint in server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"]
        select (endpoint, "/" + endpoint.RoutePattern.RawText!.TrimStart('/'), method);

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
