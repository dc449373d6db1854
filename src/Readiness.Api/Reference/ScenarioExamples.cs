using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Readiness.Api.Reference;

/// <summary>Shows what the bodies of scenarios and sweeps look like and that a client may wait.</summary>
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

    private const string LateAndMore = """
        {
          "baseline": "xishan",
          "name": "how late, how many, with leave or without",
          "changes": [{ "type": "delayShipments", "item": "respirator" }, { "type": "scaleCases" }],
          "axes": [
            { "name": "delay", "target": "/changes/0/days", "values": [2, 5, 10] },
            { "name": "cases", "target": "/changes/1/factor", "values": [1, 1.5, 2] },
            { "name": "leave", "alternatives": [{ "label": "as planned", "changes": [] }, { "label": "cancelled", "changes": [{ "type": "cancelLeave" }] }] }
          ]
        }
        """;

    /// <inheritdoc />
    public Task TransformAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (operation.OperationId is "PostScenario" or "StopScenario" or "PostStressTest" or "StopStressTest")
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

        if (operation.OperationId == "PostSweep" && operation.RequestBody?.Content?["application/json"] is { } sweep)
        {
            sweep.Examples = new Dictionary<string, IOpenApiExample>
            {
                ["grid"] = new OpenApiExample { Summary = "Eighteen what-ifs", Value = JsonNode.Parse(LateAndMore) },
            };
        }

        return Task.CompletedTask;
    }
}
