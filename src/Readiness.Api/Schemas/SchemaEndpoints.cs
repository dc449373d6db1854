using Microsoft.AspNetCore.Http.HttpResults;
using Readiness.Districts;

namespace Readiness.Api.Schemas;

/// <summary>The routes below <c>/v1/schema</c>.</summary>
internal static class SchemaEndpoints
{
    /// <summary>Maps the routes.</summary>
    /// <param name="app">The application.</param>
    public static void MapSchemas(this WebApplication app) =>
        app.MapGroup("/v1/schema").WithTags("Schemas")
            .MapGet("/district", GetDistrict).WithName("GetDistrictSchema")
            .WithSummary("JSON Schema of the district document")
            .WithDescription("For editors and generators. The service itself checks more than a schema can say, such as references between parts.")
            .Produces<object>(StatusCodes.Status200OK, "application/schema+json");

    private static ContentHttpResult GetDistrict() =>
        TypedResults.Content(DistrictSchema.Text, "application/schema+json; charset=utf-8");
}
