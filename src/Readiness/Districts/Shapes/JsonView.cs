using System.Text.Json;

namespace Readiness.Districts.Shapes;

/// <summary>
/// Reads a raw value through its shape: what is not given has its default, what is broken has no value. So rules that compare
/// several values work on a document in which other things are wrong.
/// </summary>
internal readonly struct JsonView
{
    private readonly JsonShape shape;
    private readonly object? standard;

    private JsonView(JsonElement? value, JsonShape shape, JsonPath path, object? standard)
    {
        Value = value;
        this.shape = shape;
        Path = path;
        this.standard = standard;
    }

    /// <summary>The raw value; null if it is not given.</summary>
    public JsonElement? Value { get; }

    /// <summary>Where it stands, or would.</summary>
    public JsonPath Path { get; }

    /// <summary>Whether a value is given, null excepted.</summary>
    public bool IsGiven => Value is { ValueKind: not JsonValueKind.Null };

    /// <summary>The text, or the word of a choice.</summary>
    public string? Text => Value is { } value ? JsonText.Of(value) : standard is Enum word ? JsonNamingPolicy.CamelCase.ConvertName(word.ToString()) : standard as string;

    /// <summary>The whole number, if it fits.</summary>
    public long? Integer => Value is { } value
        ? value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long number) ? number : null
        : standard switch
        {
            int whole => whole,
            long whole => whole,
            _ => null,
        };

    /// <summary>The number.</summary>
    public double? Number => Value is { } value
        ? value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) ? number : null
        : standard as double?;

    /// <summary>The truth value.</summary>
    public bool? Flag => Value is { } value
        ? value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        }
        : standard as bool?;

    /// <summary>The date.</summary>
    public DateOnly? Date => Value is { } value ? JsonScalarCheck.Date(value) : standard as DateOnly?;

    /// <summary>The entries of an array; none if it is no array.</summary>
    public IEnumerable<JsonView> Entries
    {
        get
        {
            if (Value is not { ValueKind: JsonValueKind.Array } array || shape.Element is not { } element)
            {
                return [];
            }

            JsonPath path = Path;
            return array.EnumerateArray().Select((entry, position) => new JsonView(entry, element, path.Entry(position), null));
        }
    }

    /// <summary>A property, by its .NET name.</summary>
    /// <param name="name">The name.</param>
    public JsonView this[string name]
    {
        get
        {
            JsonShapeProperty property = shape.Properties.First(candidate => candidate.Property.Name == name);
            JsonElement? value = Value is { } given ? JsonText.Property(given, property.Name) : null;
            return new JsonView(value, property.Shape, Path.Property(property.Name), value is null ? property.DefaultValue : null);
        }
    }

    /// <summary>A whole document.</summary>
    /// <param name="value">The raw document.</param>
    /// <param name="shape">Its shape.</param>
    public static JsonView Of(JsonElement value, JsonShape shape) => Of(value, shape, JsonPath.Root);

    /// <summary>An object of a known shape within a document.</summary>
    /// <param name="value">The raw object.</param>
    /// <param name="shape">Its shape.</param>
    /// <param name="path">Where it stands.</param>
    public static JsonView Of(JsonElement value, JsonShape shape, JsonPath path) => new(value, shape, path, null);
}
