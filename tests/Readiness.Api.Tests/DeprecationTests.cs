using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Readiness.Api.Reference;

namespace Readiness.Api.Tests;

/// <summary>How a route says that it will go.</summary>
public sealed class DeprecationTests
{
    [Fact]
    public async Task A_deprecated_route_says_since_when_until_when_and_what_comes_instead()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddOpenApi("v1", options => options.AddOperationTransformer<Deprecation.Reference>());
        await using WebApplication app = builder.Build();
        app.MapOpenApi();
        app.MapGet("/v1/old", () => TypedResults.NotFound()).Deprecate(new Deprecation(
            new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2027, 3, 1, 1, 0, 0, TimeSpan.FromHours(1)), "/v2/new"));
        app.MapGet("/v1/young", () => TypedResults.Ok());
        await app.StartAsync(JsonHttp.Token);
        using HttpClient client = new() { BaseAddress = new Uri(app.Urls.First()) };

        using HttpResponseMessage old = await client.GetAsync("/v1/old", JsonHttp.Token);
        Assert.Equal(HttpStatusCode.NotFound, old.StatusCode);
        Assert.Equal("@1772323200", Assert.Single(old.Headers.GetValues("Deprecation")));
        Assert.Equal("Mon, 01 Mar 2027 00:00:00 GMT", Assert.Single(old.Headers.GetValues("Sunset")));
        Assert.Equal("</v2/new>; rel=\"successor-version\"", Assert.Single(old.Headers.GetValues("Link")));
        using HttpResponseMessage young = await client.GetAsync("/v1/young", JsonHttp.Token);
        Assert.False(young.Headers.Contains("Deprecation"));

        JsonElement paths = (await client.GetJsonAsync("/openapi/v1.json")).GetProperty("paths");
        Assert.True(paths.GetProperty("/v1/old").GetProperty("get").GetProperty("deprecated").GetBoolean());
        Assert.False(paths.GetProperty("/v1/young").GetProperty("get").TryGetProperty("deprecated", out _));
    }
}
