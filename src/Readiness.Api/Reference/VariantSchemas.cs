using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Readiness.Api.Reference;

/// <summary>Says of what comes in several forms that it has exactly one of them, and which word names each, so that generated clients know the form.</summary>
internal sealed class VariantSchemas : IOpenApiDocumentTransformer
{
    /// <inheritdoc />
    public Task TransformAsync(
        OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (OpenApiSchema schema in document.Components?.Schemas?.Values.OfType<OpenApiSchema>() ?? [])
        {
            if (schema.Discriminator?.PropertyName is { } name && schema.AnyOf is { } forms)
            {
                (schema.OneOf, schema.AnyOf) = (forms, null);
                foreach (OpenApiSchema word in forms.Select(form => form.Properties?[name]).OfType<OpenApiSchema>())
                {
                    word.Default = word.Enum?.SingleOrDefault()?.DeepClone();
                }
            }
        }

        return Task.CompletedTask;
    }
}
