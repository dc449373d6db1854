using System.Text.Json;
using System.Text.Json.Nodes;
using Readiness.Districts.Shapes;

namespace Readiness.Districts;

/// <summary>The JSON Schema (draft 2020-12) of a district document, generated from the records that the document binds to.</summary>
/// <remarks>
/// The schema says what can be said about one value: names, kinds, defaults, ranges, words, patterns. References between ids and rules that
/// relate values are the validator's. Descriptions come from the library's XML documentation file where it lies beside the library.
/// </remarks>
public static class DistrictSchema
{
    private static readonly JsonElement Schema = JsonSerializer.SerializeToElement(
        new JsonSchemaWriter(DistrictJson.Options, DocumentationFile.Beside(typeof(District).Assembly))
            .Write(DistrictValidator.Shape, "Readiness district"));

    /// <summary>The schema as an immutable value.</summary>
    public static JsonElement Element => Schema;

    /// <summary>The schema as a tree of the caller's own, to change at will.</summary>
    public static JsonNode ToNode() => JsonObject.Create(Schema)!;

    /// <summary>The schema as indented text.</summary>
    public static string Text { get; } = ToNode().ToJsonString(DistrictJson.Writing);
}
