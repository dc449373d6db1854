using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.OpenApi;
using Readiness.Api.Reference;

namespace Readiness.Api.Tests;

/// <summary>How a route says that it will go.</summary>
public sealed class DeprecationTests
{
    private static readonly Deprecation Old = new(
        new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2027, 3, 1, 1, 0, 0, TimeSpan.FromHours(1)), "/v2/new");

    [Fact]
    public async Task A_deprecated_route_says_since_when_until_when_and_what_comes_instead()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using WebApplication app = builder.Build();
        app.MapGet("/v1/old", () => TypedResults.NotFound()).Deprecate(Old);
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
    }

    [Fact]
    public async Task The_document_says_so_too()
    {
        OpenApiOperation old = new() { Description = "Does it." };
        OpenApiOperation young = new() { Description = "Does it." };
        await new Deprecation.Reference().TransformAsync(old, Context(Old), JsonHttp.Token);
        await new Deprecation.Reference().TransformAsync(young, Context(), JsonHttp.Token);
        Assert.True(old.Deprecated);
        Assert.Equal("Does it. Goes on 2027-03-01; use `/v2/new`.", old.Description);
        Assert.False(young.Deprecated);
        Assert.Equal("Does it.", young.Description);
    }

    private static OpenApiOperationTransformerContext Context(params object[] metadata) => new()
    {
        DocumentName = "v1",
        Description = new ApiDescription { ActionDescriptor = new ActionDescriptor { EndpointMetadata = metadata } },
        ApplicationServices = new ServiceCollection().BuildServiceProvider(),
    };
}
