using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Readiness.Districts;

namespace Readiness.Tests.Fuzzing;

/// <summary>Checks a value against a JSON Schema (draft 2020-12) by the definitions of the keywords that our schemas use; any other keyword fails.</summary>
/// <param name="schema">The whole schema.</param>
internal sealed class SchemaWitness(JsonElement schema)
{
    /// <summary>How messages begin of rules that a schema can state as well.</summary>
    private static readonly ImmutableArray<string> Structural =
    [
        "is required", "is not a known property", "must not be null", "must be an object", "must be an array", "must be a text", "must be true or false",
        "must have at least one entry", "must be one of", "stands in the list twice",
    ];

    /// <summary>Fails if the schema refuses what has no error, or accepts what has an error in its terms.</summary>
    public void AgreesOn(ReadOnlyMemory<byte> document, ImmutableArray<DistrictError> errors)
    {
        bool refuses = errors.Any(error => Structural.Any(rule => error.Message.StartsWith(rule, StringComparison.Ordinal)));
        if (errors.IsEmpty || (refuses && !MayHaveBrokenText(document.Span)))
        {
            using JsonDocument parsed = JsonDocument.Parse(document);
            string? fault = Against(parsed.RootElement);
            Assert.True(refuses == fault is not null, fault ?? $"The schema accepts what has the error {errors.FirstOrDefault()}");
        }
    }

    /// <summary>What the schema has against a value; null if it is accepted.</summary>
    public string? Against(JsonElement value) => Against(value, schema, string.Empty);

    // .NET cannot decode half a surrogate pair or half a character, so this witness cannot either.
    private static bool MayHaveBrokenText(ReadOnlySpan<byte> document) =>
        !Utf8.IsValid(document) || document.IndexOf("\\ud"u8) >= 0 || document.IndexOf("\\uD"u8) >= 0;

    private string? Against(JsonElement value, JsonElement rules, string pointer)
    {
        foreach (JsonProperty rule in rules.EnumerateObject())
        {
            string? fault = rule.Name switch
            {
                "$schema" or "$defs" or "title" or "description" or "default" or "format" => null,
                "$ref" => Against(value, schema.GetProperty("$defs").GetProperty(rule.Value.GetString()!.Split('/')[^1]), pointer),
                "anyOf" => rule.Value.EnumerateArray().Any(one => Against(value, one, pointer) is null) ? null : $"{pointer} is none of any",
                "oneOf" => rule.Value.EnumerateArray().Count(one => Against(value, one, pointer) is null) == 1 ? null : $"{pointer} is not one",
                "properties" or "required" or "additionalProperties" => value.ValueKind == JsonValueKind.Object ? AgainstObject(value, rules, rule, pointer) : null,
                "items" or "minItems" or "maxItems" or "uniqueItems" => value.ValueKind == JsonValueKind.Array ? AgainstArray(value, rule, pointer) : null,
                _ => Holds(value, rule) ? null : $"{pointer} breaks {rule.Name}",
            };
            if (fault is not null)
            {
                return fault;
            }
        }

        return null;
    }

    private string? AgainstObject(JsonElement value, JsonElement rules, JsonProperty rule, string pointer)
    {
        switch (rule.Name)
        {
            case "required":
                return rule.Value.EnumerateArray().Select(name => name.GetString()!).FirstOrDefault(name => !value.TryGetProperty(name, out _)) is { } missing
                    ? $"{pointer}/{missing} is missing"
                    : null;
            case "additionalProperties":
                Assert.Equal(JsonValueKind.False, rule.Value.ValueKind);
                return value.EnumerateObject().Select(member => member.Name)
                    .FirstOrDefault(name => !rules.GetProperty("properties").TryGetProperty(name, out _)) is { } extra ? $"{pointer}/{extra} is not known" : null;
            default:
                return value.EnumerateObject()
                    .Select(member => rule.Value.TryGetProperty(member.Name, out JsonElement own) ? Against(member.Value, own, $"{pointer}/{member.Name}") : null)
                    .FirstOrDefault(fault => fault is not null);
        }
    }

    private string? AgainstArray(JsonElement value, JsonProperty rule, string pointer) => rule.Name switch
    {
        "minItems" => value.GetArrayLength() >= rule.Value.GetInt32() ? null : $"{pointer} has too few entries",
        "maxItems" => value.GetArrayLength() <= rule.Value.GetInt32() ? null : $"{pointer} has too many entries",
        "uniqueItems" => value.EnumerateArray().Distinct(Same.Instance).Count() == value.GetArrayLength() ? null : $"{pointer} repeats an entry",
        _ => value.EnumerateArray().Select((entry, at) => Against(entry, rule.Value, $"{pointer}/{at}")).FirstOrDefault(fault => fault is not null),
    };

    private static bool Holds(JsonElement value, JsonProperty rule)
    {
        bool isText = value.ValueKind == JsonValueKind.String;
        bool isNumber = value.ValueKind == JsonValueKind.Number;
        return rule.Name switch
        {
            "type" => rule.Value.ValueKind == JsonValueKind.Array
                ? rule.Value.EnumerateArray().Any(type => HasType(value, type.GetString()!))
                : HasType(value, rule.Value.GetString()!),
            "const" => JsonElement.DeepEquals(value, rule.Value),
            "enum" => rule.Value.EnumerateArray().Any(word => JsonElement.DeepEquals(value, word)),
            "pattern" => !isText || Regex.IsMatch(value.GetString()!, rule.Value.GetString()!.Replace("$", @"\z", StringComparison.Ordinal)),
            "minLength" => !isText || value.GetString()!.EnumerateRunes().Count() >= rule.Value.GetInt32(),
            "maxLength" => !isText || value.GetString()!.EnumerateRunes().Count() <= rule.Value.GetInt32(),
            "minimum" => !isNumber || value.GetDouble() >= rule.Value.GetDouble(),
            "exclusiveMinimum" => !isNumber || value.GetDouble() > rule.Value.GetDouble(),
            "maximum" => !isNumber || value.GetDouble() <= rule.Value.GetDouble(),
            _ => throw new NotSupportedException($"The keyword {rule.Name} is not known here."),
        };
    }

    private static bool HasType(JsonElement value, string type) => value.ValueKind switch
    {
        JsonValueKind.Object => type == "object",
        JsonValueKind.Array => type == "array",
        JsonValueKind.String => type == "string",
        JsonValueKind.Number => type == "number" || (type == "integer" && double.IsInteger(value.GetDouble())),
        JsonValueKind.Null => type == "null",
        _ => type == "boolean",
    };

    /// <summary>Entries of lists whose entries are to differ are texts.</summary>
    private sealed class Same : IEqualityComparer<JsonElement>
    {
        public static Same Instance { get; } = new();

        public bool Equals(JsonElement x, JsonElement y) => JsonElement.DeepEquals(x, y);

        public int GetHashCode(JsonElement obj) => obj.ValueKind == JsonValueKind.String ? StringComparer.Ordinal.GetHashCode(obj.GetString()!) : (int)obj.ValueKind;
    }
}
