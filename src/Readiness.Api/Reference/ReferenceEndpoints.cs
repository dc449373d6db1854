using Scalar.AspNetCore;

namespace Readiness.Api.Reference;

/// <summary>The OpenAPI document and the interactive reference, which works without a network.</summary>
internal static class ReferenceEndpoints
{
    /// <summary>Adds the document; to be called after all other services are there.</summary>
    /// <param name="services">The services.</param>
    public static void AddReference(this IServiceCollection services)
    {
        services.AddOpenApi("v1", options =>
        {
            options.AddDocumentTransformer<DocumentInformation>();
            options.AddDocumentTransformer<VariantSchemas>();
            options.AddDocumentTransformer<AnyItems>();
            options.AddOperationTransformer<ScenarioExamples>();
            options.AddOperationTransformer<AssessmentReference>();
            options.AddOperationTransformer<ForecastReference>();
            options.AddOperationTransformer<ListReference>();
            options.AddOperationTransformer<FileReference>();
            options.AddDocumentTransformer<SecurityReference>();
            options.AddOperationTransformer<SecurityReference>();
            options.AddOperationTransformer<Deprecation.Reference>();
        });
        DocumentBuild.LeaveOutWork(services);
    }

    /// <summary>Maps the routes.</summary>
    /// <param name="app">The application.</param>
    public static void MapReference(this WebApplication app)
    {
        // There is nothing in them that is not in the repository, and a browser has no login to show when it opens a page.
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        app.MapScalarApiReference("/scalar", options => options
            .WithTitle("Readiness API")
            .DisableDefaultFonts()
            .DisableAgent()
            .DisableMcp()
            .DisableTelemetry()
            .HideClientButton()
            .HideDeveloperTools()
            .WithNonce()).AllowAnonymous();
        app.MapGet("/", () => TypedResults.Redirect("/scalar")).ExcludeFromDescription().AllowAnonymous();
    }
}
