using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Readiness.Districts.Shapes;

namespace Readiness.Api.Parts;

/// <summary>
/// A column of a part's file: how a cell becomes a value of the document and back. What the document does not allow becomes a value that its check refuses,
/// so that no rule is written twice.
/// </summary>
/// <param name="Name">The header: name of the property.</param>
/// <param name="Shape">What the value has to be.</param>
/// <param name="Standard">The value where the cell is empty, if it is a truth value or a number.</param>
/// <param name="Fields">For a list of records: what an entry consists of.</param>
internal sealed partial record PartColumn(string Name, JsonShape Shape, object? Standard, IReadOnlyList<PartColumn> Fields)
{
    private const char BetweenEntries = ' ';
    private const char BetweenFields = ':';

    /// <summary>Greatest magnitude up to which every whole number is a <see cref="double"/>, which is what a workbook keeps.</summary>
    private const double MostExact = 9007199254740991;

    /// <summary>Makes the columns of an object's properties.</summary>
    /// <param name="shape">Shape of the object.</param>
    /// <param name="omitted">Names of properties that are no column.</param>
    public static IReadOnlyList<PartColumn> Of(JsonShape shape, params IReadOnlyList<string> omitted) =>
        [.. shape.Properties.Where(property => !omitted.Contains(property.Name)).Select(property => List(property.Name, property.Shape, property.DefaultValue, omitted))];

    /// <summary>Makes a column of a property.</summary>
    /// <param name="name">The header.</param>
    /// <param name="shape">Shape of the value.</param>
    /// <param name="standard">The value where the cell is empty.</param>
    /// <param name="omitted">Names of properties that an entry of a list does not show.</param>
    public static PartColumn List(string name, JsonShape shape, object? standard, params IReadOnlyList<string> omitted) =>
        new(name, shape, standard is bool or int or long or double ? standard : null, shape.Element is { Kind: JsonShapeKind.Object } entry ? Of(entry, omitted) : []);

    /// <summary>Reads a cell.</summary>
    /// <param name="cell">What stands in it; not empty.</param>
    /// <returns>The value, or the rule that the cell breaks.</returns>
    public (JsonNode? Value, string? Fault) Read(object cell)
    {
        if (Shape.Kind != JsonShapeKind.Array)
        {
            return (Scalar(Shape.Kind, cell), null);
        }

        if (cell is not string text)
        {
            return (null, Form());
        }

        string[] entries = text.Split(BetweenEntries, StringSplitOptions.RemoveEmptyEntries);
        return Fields.Count == 0
            ? (new JsonArray([.. entries.Select(entry => Scalar(Shape.Element!.Kind, entry))]), null)
            : entries.All(entry => entry.Split(BetweenFields).Length <= Fields.Count)
                ? (new JsonArray([.. entries.Select(Record)]), null)
                : (null, Form());
    }

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value; none where the property is not given.</param>
    /// <returns>What stands in the cell; nothing if it is empty.</returns>
    public object? Write(JsonElement? value) => value switch
    {
        null or { ValueKind: JsonValueKind.Null } => Standard is int whole ? (long)whole : Standard,
        { ValueKind: JsonValueKind.Array } list => string.Join(BetweenEntries, list.EnumerateArray().Select(Entry)),
        { } scalar => Shape.Kind switch
        {
            JsonShapeKind.Integer => scalar.GetInt64(),
            JsonShapeKind.Number => scalar.GetDouble(),
            JsonShapeKind.Boolean => scalar.GetBoolean(),
            JsonShapeKind.Date => DateOnly.ParseExact(scalar.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => scalar.GetString(),
        },
    };

    private string Form() => Fields.Count == 0
        ? "Must be a list of ids with blanks between them."
        : $"Must be a list of {string.Join(BetweenFields, Fields.Select(field => field.Name))} with blanks between the entries.";

    /// <summary>An entry of a list as text; fields at its end that have their default are left out.</summary>
    private string Entry(JsonElement entry)
    {
        if (Fields.Count == 0)
        {
            return entry.GetString()!;
        }

        IEnumerable<string> fields = Fields
            .Where(field => entry.TryGetProperty(field.Name, out _))
            .Select(field => entry.GetProperty(field.Name) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : entry.GetProperty(field.Name).GetRawText());
        return string.Join(BetweenFields, fields);
    }

    private JsonObject Record(string entry) => new(entry.Split(BetweenFields)
        .Zip(Fields, (text, field) => KeyValuePair.Create(field.Name, Scalar(field.Shape.Kind, text))));

    private static JsonNode? Scalar(JsonShapeKind kind, object cell) => cell switch
    {
        string text => kind switch
        {
            JsonShapeKind.Integer or JsonShapeKind.Number when Number().IsMatch(text) => JsonNode.Parse(text),
            JsonShapeKind.Boolean when bool.TryParse(text, out bool truth) => JsonValue.Create(truth),
            _ => JsonValue.Create(text),
        },
        double number => number == Math.Floor(number) && Math.Abs(number) <= MostExact ? JsonValue.Create((long)number) : JsonValue.Create(number),
        bool truth => JsonValue.Create(truth),
        DateTime time when kind == JsonShapeKind.Date => JsonValue.Create(
            time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)),

        // A spreadsheet program makes dates of many texts and numbers; where none belongs, no scalar may be taken for it.
        _ => new JsonObject(),
    };

    /// <summary>A number as JSON writes it: no blank, no grouping, no comma.</summary>
    [GeneratedRegex(@"\A-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?\z")]
    private static partial Regex Number();
}
