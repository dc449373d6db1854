using System.Text.Json;
using System.Text.Json.Nodes;
using Readiness.Districts;
using Readiness.Districts.Shapes;

namespace Readiness.Scenarios;

/// <summary>The JSON Schema (draft 2020-12) of a scenario, generated from the records of the changes. A single change is its definition <c>ScenarioChange</c>.</summary>
/// <remarks>
/// The schema says what can be said about one value; which ids and dates a district has is checked by <see cref="ScenarioDocument"/>. Descriptions
/// come from the library's XML documentation file where it lies beside the library.
/// </remarks>
public static class ScenarioSchema
{
    private static readonly JsonElement Schema = Generate();

    /// <summary>The schema as an immutable value.</summary>
    public static JsonElement Element => Schema;

    /// <summary>The schema as a tree of the caller's own, to change at will.</summary>
    public static JsonNode ToNode() => JsonObject.Create(Schema)!;

    /// <summary>The schema as indented text.</summary>
    public static string Text { get; } = ToNode().ToJsonString(DistrictJson.Writing);

    private static JsonElement Generate()
    {
        JsonObject schema = new JsonSchemaWriter(DistrictJson.Options, DocumentationFile.Beside(typeof(Scenario).Assembly))
            .Write(ScenarioDocument.ScenarioShape, "Readiness scenario");
        schema["properties"]!["changes"]!["maxItems"] = Scenario.MostChanges;
        return JsonSerializer.SerializeToElement(schema);
    }
}
