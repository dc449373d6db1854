using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Readiness.Api.Reference;

/// <summary>Shows what a scenario's body looks like and that a client may wait.</summary>
internal sealed class ScenarioExamples : IOpenApiOperationTransformer
{
    private const string LateRespirators = """
        {
          "baseline": "xishan",
          "name": "respirators five days late",
          "changes": [{ "type": "delayShipments", "item": "respirator", "days": 5 }],
          "options": { "timeLimitSeconds": 60, "seed": 1, "threads": 2 }
        }
        """;

    private const string AllHands = """
        {
          "baseline": "xishan",
          "name": "twice the cases, all hands",
          "changes": [{ "type": "scaleCases", "factor": 2 }, { "type": "cancelLeave" }]
        }
        """;

    /// <inheritdoc />
    public Task TransformAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (operation.OperationId is "PostScenario" or "StopScenario")
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = "Prefer",
                In = ParameterLocation.Header,
                Description = "`wait=SECONDS`: hold the answer until the solve has ended, at most 300 seconds (RFC 7240).",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                Example = JsonValue.Create("wait=120"),
            });
        }

        if (operation.OperationId == "PostScenario" && operation.RequestBody?.Content?["application/json"] is { } body)
        {
            body.Examples = new Dictionary<string, IOpenApiExample>
            {
                ["late"] = new OpenApiExample { Summary = "A delivery comes late", Value = JsonNode.Parse(LateRespirators) },
                ["allHands"] = new OpenApiExample { Summary = "More cases, no leave", Value = JsonNode.Parse(AllHands) },
            };
        }

        return Task.CompletedTask;
    }
}
