using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Readiness.Districts;

namespace Readiness.Tests.Districts;

/// <summary>The small district's document with some values replaced.</summary>
internal static class Tampered
{
    /// <summary>Faults of the document after every replacement; a null text removes the value, a pointer that ends in - appends to an array.</summary>
    public static ImmutableArray<DistrictError> Errors(params (string Pointer, string? Json)[] replacements)
    {
        DistrictReadResult result = DistrictDocument.TryRead(Document(replacements));
        Assert.Equal(result.Errors.IsEmpty, result.District is not null);
        return result.Errors;
    }

    public static string Document(params (string Pointer, string? Json)[] replacements)
    {
        JsonNode document = JsonNode.Parse(DistrictDocument.Write(SmallDistrict.Make()))!;
        foreach ((string pointer, string? json) in replacements)
        {
            Replace(document, pointer, json);
        }

        return document.ToJsonString();
    }

    private static void Replace(JsonNode document, string pointer, string? json)
    {
        string[] steps = pointer.Split('/')[1..];
        JsonNode parent = document;
        foreach (string step in steps[..^1])
        {
            parent = (parent is JsonArray array ? array[int.Parse(step, CultureInfo.InvariantCulture)] : parent[step])!;
        }

        JsonNode? value = json is null ? null : JsonNode.Parse(json);
        switch (parent)
        {
            case JsonArray array when steps[^1] == "-":
                array.Add(value);
                break;
            case JsonArray array:
                array[int.Parse(steps[^1], CultureInfo.InvariantCulture)] = value;
                break;
            default:
                JsonObject fields = parent.AsObject();
                fields.Remove(steps[^1]);
                if (json is not null)
                {
                    fields.Add(steps[^1], value);
                }

                break;
        }
    }
}
