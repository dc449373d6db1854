using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Readiness.Api.Reference;

/// <summary>Says in the OpenAPI document what the service is.</summary>
internal sealed class DocumentInformation : IOpenApiDocumentTransformer
{
    /// <inheritdoc />
    public Task TransformAsync(
        OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Readiness",
            Version = "v1",
            Description =
                "One joint plan of protective equipment, staff rosters and quarantine sites for a health district in an outbreak, "
                + "with an independent audit and a proven bound. Errors are problem details (RFC 9457).",
            Contact = new OpenApiContact { Name = "The authors of Readiness" },
            License = new OpenApiLicense { Name = "Apache-2.0", Identifier = "Apache-2.0" },
        };

        // The document is the same wherever the service listens: a client takes the origin of the document.
        document.Servers = [new OpenApiServer { Url = "/" }];
        return Task.CompletedTask;
    }
}
