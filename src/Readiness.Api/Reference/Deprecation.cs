using System.Globalization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Readiness.Api.Reference;

/// <summary>Says of a route that it will go: in its answers (RFC 9745 and RFC 8594) and in the OpenAPI document.</summary>
/// <param name="Since">From when on nobody should begin to use it.</param>
/// <param name="Sunset">When it may be gone.</param>
/// <param name="Successor">What to use instead: an address on this service.</param>
internal sealed record Deprecation(DateTimeOffset Since, DateTimeOffset Sunset, string Successor)
{
    /// <summary>Sets the headers of an answer.</summary>
    /// <param name="headers">The headers.</param>
    public void Tell(IHeaderDictionary headers)
    {
        headers["Deprecation"] = string.Create(CultureInfo.InvariantCulture, $"@{Since.ToUnixTimeSeconds()}");
        headers["Sunset"] = Sunset.ToUniversalTime().ToString("R", CultureInfo.InvariantCulture);
        headers.Append("Link", $"<{Successor}>; rel=\"successor-version\"");
    }

    /// <summary>Marks deprecated operations in the document.</summary>
    internal sealed class Reference : IOpenApiOperationTransformer
    {
        /// <inheritdoc />
        public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
        {
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<Deprecation>().FirstOrDefault() is { } deprecation)
            {
                operation.Deprecated = true;
                operation.Description = $"{operation.Description} Goes on {deprecation.Sunset:yyyy-MM-dd}; use `{deprecation.Successor}`.".TrimStart();
            }

            return Task.CompletedTask;
        }
    }
}
