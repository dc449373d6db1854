using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Readiness.Api.Baselines;

namespace Readiness.Api.Reference;

/// <summary>Describes the parameters of an assessment and shows what its answer looks like.</summary>
internal sealed class AssessmentReference : IOpenApiOperationTransformer
{
    private const string Shortened = """
        {
          "district": "xishan",
          "horizon": { "start": "2020-01-24", "days": 28 },
          "options": {
            "windowDays": 14,
            "housing": "atHome",
            "thresholds": {
              "supplies": { "green": 15, "amber": 4 }, "staff": { "green": 1, "amber": 0.6667 },
              "skills": { "green": 1, "amber": 0.6667 }, "laboratory": { "green": 1.1765, "amber": 1 },
              "isolation": { "green": 1.1765, "amber": 1 }, "quarantine": { "green": 1, "amber": 0.5 }
            }
          },
          "scorecard": [
            {
              "domain": "isolation", "light": "red",
              "district": { "red": 1, "amber": 0, "green": 0 }, "places": { "red": 0, "amber": 0, "green": 0 }
            }
          ],
          "supplies": [],
          "staff": [],
          "skills": [],
          "capacities": [
            {
              "light": "red", "place": null, "domain": "isolation", "value": 0.8889, "unit": "ratio",
              "capacity": 24, "need": 27, "missing": 3, "measure": "beds",
              "places": [{ "place": "hospital", "capacity": 24 }],
              "peakDay": "2020-01-31", "meanNeed": 9.96, "firstExceeded": "2020-01-29", "daysExceeded": 2,
              "explanation": "24 beds / 27 patients on 2020-01-31 = 0.89; 10 a day on average, exceeded on 2 of 28 days, first on 2020-01-29; 3 more for the peak."
            }
          ]
        }
        """;

    /// <inheritdoc />
    public Task TransformAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (operation.OperationId != "GetBaselineAssessment")
        {
            return Task.CompletedTask;
        }

        operation.Parameters ??= [];
        Add(AssessmentQuery.PlaceName, "Id of a facility or candidate site: only its part of the inventory.", JsonSchemaType.String, null);
        Add(
            AssessmentQuery.HousingName,
            "Where people in quarantine are taken to be: `atHome`, monitored by teams, or `atSites`, the nearest that has a room.",
            JsonSchemaType.String, "atHome", words: ["atHome", "atSites"]);
        Add(AssessmentQuery.WindowName, "Days over which the mean daily consumption is taken, 1 to 366.", JsonSchemaType.Integer, 14, least: 1);
        Add(AssessmentQuery.GreenName, "Days of supply from which on a light is green, 0 to 366.", JsonSchemaType.Integer, 15, least: 0);
        Add(AssessmentQuery.AmberName, "Days of supply from which on a light is amber, 0 to 366, at most greenDays.", JsonSchemaType.Integer, 4, least: 0);
        if (operation.Responses?["200"].Content?["application/json"] is { } answer)
        {
            answer.Example = JsonNode.Parse(Shortened);
        }

        return Task.CompletedTask;

        void Add(string name, string description, JsonSchemaType type, JsonNode? standard, int? least = null, params string[] words) =>
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = name,
                In = ParameterLocation.Query,
                Description = description,
                Schema = new OpenApiSchema
                {
                    Type = type,
                    Default = standard,
                    Minimum = least?.ToString(CultureInfo.InvariantCulture),
                    Maximum = least is null ? null : "366",
                    Enum = words.Length == 0 ? null : [.. words.Select(word => JsonValue.Create(word))],
                },
            });
    }
}
