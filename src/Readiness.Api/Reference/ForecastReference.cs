using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Readiness.Api.Forecasts;

namespace Readiness.Api.Reference;

/// <summary>Describes the parameters of a forecast.</summary>
internal sealed class ForecastReference : IOpenApiOperationTransformer
{
    /// <inheritdoc />
    public Task TransformAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (operation.OperationId == "GetBaselineForecast")
        {
            operation.Parameters ??= [];
            Add(
                ForecastQuery.LevelsName,
                "Probabilities of the quantiles, separated by commas: any of 0.01, 0.025, 0.05 to 0.95 by 0.05, 0.975, 0.99.",
                JsonSchemaType.String, ForecastQuery.StandardLevels);
            Add(ForecastQuery.ZonesName, "Whether drivers are shown for each zone, too.", JsonSchemaType.Boolean, false);
        }

        return Task.CompletedTask;

        void Add(string name, string description, JsonSchemaType type, JsonNode standard) =>
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = name,
                In = ParameterLocation.Query,
                Description = description,
                Schema = new OpenApiSchema { Type = type, Default = standard },
            });
    }
}
