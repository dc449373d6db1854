using System.Text.Json;
using System.Text.Json.Nodes;

namespace Readiness.Districts.Shapes;

/// <summary>Writes a shape as JSON Schema (draft 2020-12). Objects become definitions that are referred to by name.</summary>
internal sealed class JsonSchemaWriter(JsonSerializerOptions options, DocumentationFile documentation)
{
    private const string DatePattern = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";
    private const string TimePattern = "^([01][0-9]|2[0-3]):[0-5][0-9]$";

    private readonly SortedDictionary<string, JsonObject> definitions = new(StringComparer.Ordinal);

    /// <summary>Writes the schema of a whole document.</summary>
    /// <param name="shape">The document's shape: an object.</param>
    /// <param name="title">Title of the schema.</param>
    public JsonObject Write(JsonShape shape, string title)
    {
        var schema = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = title };
        foreach ((string keyword, JsonNode? value) in ObjectSchema(shape, null).ToArray())
        {
            schema[keyword] = value?.DeepClone();
        }

        schema["$defs"] = new JsonObject(definitions.Select(definition => KeyValuePair.Create(definition.Key, (JsonNode?)definition.Value)));
        return schema;
    }

    private JsonObject ObjectSchema(JsonShape shape, (string Discriminator, string Form)? variant)
    {
        var schema = new JsonObject { ["type"] = "object" };
        Describe(schema, documentation.Of(shape.Type));
        var properties = new JsonObject();
        var required = new JsonArray();
        if (variant is { } form)
        {
            properties[form.Discriminator] = new JsonObject { ["const"] = form.Form };
            required.Add(form.Discriminator);
        }

        foreach (JsonShapeProperty property in shape.Properties)
        {
            properties[property.Name] = PropertySchema(property);
            if (property.IsRequired)
            {
                required.Add(property.Name);
            }
        }

        schema["properties"] = properties;
        if (required.Count > 0)
        {
            schema["required"] = required;
        }

        schema["additionalProperties"] = false;
        return schema;
    }

    private JsonObject PropertySchema(JsonShapeProperty property)
    {
        JsonObject schema = ValueSchema(property.Shape, property);
        if (property.IsNullable)
        {
            AllowNull(schema);
        }

        Describe(schema, documentation.Of(property.Property));
        if (!property.IsRequired && JsonSerializer.SerializeToNode(property.DefaultValue, options) is { } standard)
        {
            schema["default"] = standard;
        }

        return schema;
    }

    private static void AllowNull(JsonObject schema)
    {
        if (schema["type"] is JsonValue type)
        {
            schema["type"] = new JsonArray(type.GetValue<string>(), "null");
            (schema["enum"] as JsonArray)?.Add(null);
        }
        else if (schema.Remove("$ref", out JsonNode? reference))
        {
            schema["anyOf"] = new JsonArray(new JsonObject { ["$ref"] = reference }, new JsonObject { ["type"] = "null" });
        }
    }

    private JsonObject ValueSchema(JsonShape shape, JsonShapeProperty? property) => shape.Kind switch
    {
        JsonShapeKind.Object or JsonShapeKind.Variant => Reference(shape),
        JsonShapeKind.Array => ArraySchema(shape, property),
        JsonShapeKind.Text => TextSchema(property),
        JsonShapeKind.Choice => new JsonObject { ["type"] = "string", ["enum"] = Words(shape) },
        JsonShapeKind.Integer => NumberSchema("integer", property),
        JsonShapeKind.Number => NumberSchema("number", property),
        JsonShapeKind.Boolean => new JsonObject { ["type"] = "boolean" },
        JsonShapeKind.Date => new JsonObject { ["type"] = "string", ["format"] = "date", ["pattern"] = DatePattern },
        JsonShapeKind.Time => new JsonObject { ["type"] = "string", ["pattern"] = TimePattern },
        JsonShapeKind.Any => [],
        _ => throw new NotSupportedException($"{shape.Kind} has no schema."),
    };

    private static JsonArray Words(JsonShape shape) => [.. shape.Choices.Select(word => (JsonNode)word)];

    private JsonObject Reference(JsonShape shape)
    {
        string name = shape.Type.Name;
        if (definitions.TryAdd(name, []))
        {
            definitions[name] = shape.Kind == JsonShapeKind.Object
                ? ObjectSchema(shape, null)
                : new JsonObject
                {
                    ["oneOf"] = new JsonArray([.. shape.Choices.Select(form => ObjectSchema(shape.Variants[form], (shape.Discriminator!, form)))]),
                };
        }

        return new JsonObject { ["$ref"] = $"#/$defs/{name}" };
    }

    private JsonObject ArraySchema(JsonShape shape, JsonShapeProperty? property)
    {
        var schema = new JsonObject { ["type"] = "array", ["items"] = ValueSchema(shape.Element!, property) };
        if (property is { IsNotEmpty: true })
        {
            schema["minItems"] = 1;
        }

        if (shape.Element!.Kind is JsonShapeKind.Text or JsonShapeKind.Choice)
        {
            schema["uniqueItems"] = true;
        }

        return schema;
    }

    private static JsonObject TextSchema(JsonShapeProperty? property)
    {
        var schema = new JsonObject { ["type"] = "string" };
        if (property is { IsIdentifier: true } or { RefersTo: not null })
        {
            schema["pattern"] = IdentifierAttribute.Pattern;
            return schema;
        }

        if (property?.Length is not { MayBeEmpty: true })
        {
            schema["minLength"] = 1;
        }

        schema["maxLength"] = property?.Length?.Maximum ?? TextLengthAttribute.Usual;
        return schema;
    }

    private static JsonObject NumberSchema(string type, JsonShapeProperty? property)
    {
        var schema = new JsonObject { ["type"] = type };
        if (property?.Limits is { } limits)
        {
            schema[limits.AboveMinimum ? "exclusiveMinimum" : "minimum"] = Whole(limits.Minimum);
            schema["maximum"] = Whole(limits.Maximum);
        }

        return schema;
    }

    /// <summary>Limits that are whole are written without exponent or fraction.</summary>
    private static JsonValue Whole(double value) =>
        value == Math.Truncate(value) && Math.Abs(value) < 1e15 ? JsonValue.Create((long)value) : JsonValue.Create(value);

    private static void Describe(JsonObject schema, string? description)
    {
        if (description is not null)
        {
            schema["description"] = description;
        }
    }
}
