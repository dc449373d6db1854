using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Readiness.Api.Reference;

/// <summary>Says of arrays whose entries may be any JSON that they have entries at all, which OpenAPI wants to hear.</summary>
internal sealed class AnyItems : IOpenApiDocumentTransformer
{
    /// <inheritdoc />
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        IEnumerable<IOpenApiSchema> properties = (document.Components?.Schemas?.Values ?? []).SelectMany(schema => schema.Properties?.Values ?? []);
        foreach (OpenApiSchema array in properties.OfType<OpenApiSchema>().Where(property => property.Type?.HasFlag(JsonSchemaType.Array) == true))
        {
            array.Items ??= new OpenApiSchema();
        }

        return Task.CompletedTask;
    }
}
