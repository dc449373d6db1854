using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Readiness.Districts.Shapes;

/// <summary>Checks the values that have no parts: texts, numbers, words of a choice, dates.</summary>
internal sealed partial class JsonScalarCheck(ErrorList errors, KnownIds known)
{
    /// <summary>Format of dates in a document.</summary>
    public const string DateFormat = "yyyy-MM-dd";

    /// <summary>Format of times of day in a document.</summary>
    public const string TimeFormat = "HH:mm";

    /// <summary>Checks a value that has no parts.</summary>
    public void Check(JsonElement value, JsonShape shape, JsonPath path, JsonShapeProperty? property)
    {
        string? message = shape.Kind switch
        {
            JsonShapeKind.Text => Text(value, property),
            JsonShapeKind.Choice => Choice(value, shape),
            JsonShapeKind.Integer => Integer(value, shape, property?.Limits),
            JsonShapeKind.Number => Number(value, property?.Limits),
            JsonShapeKind.Boolean => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? null : "must be true or false",
            JsonShapeKind.Date => Date(value) is null ? "must be a date of the form yyyy-MM-dd" : null,
            JsonShapeKind.Time => Time(value) is null ? "must be a time of day of the form HH:mm, from 00:00 to 23:59" : null,
            JsonShapeKind.Any => null,
            _ => throw new InvalidOperationException($"{shape.Kind} is no scalar."),
        };
        if (message is not null)
        {
            errors.Add(path, value, message);
        }
    }

    /// <summary>The date that a value holds, if it holds one.</summary>
    public static DateOnly? Date(JsonElement value) =>
        DateOnly.TryParseExact(JsonText.Of(value), DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) ? date : null;

    /// <summary>The time of day that a value holds, if it holds one.</summary>
    public static TimeOnly? Time(JsonElement value) =>
        TimeOnly.TryParseExact(JsonText.Of(value), TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly time) ? time : null;

    private string? Text(JsonElement value, JsonShapeProperty? property)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return "must be a text";
        }

        if (JsonText.Of(value) is not { } text)
        {
            return "is not valid Unicode";
        }

        if (property?.RefersTo is { } reference)
        {
            return known.Contains(reference.Collections, text) || !errors.HasRoom ? null : Unknown(text, reference);
        }

        if (property is { IsIdentifier: true })
        {
            return Identifier().IsMatch(text) ? null : IdentifierAttribute.Rule;
        }

        int longest = property?.Length?.Maximum ?? TextLengthAttribute.Usual;
        if (string.IsNullOrWhiteSpace(text) && !(text.Length == 0 && property?.Length is { MayBeEmpty: true }))
        {
            return "must not be empty";
        }

        if (text.Length > longest && text.EnumerateRunes().Count() > longest)
        {
            return $"must have at most {ErrorText.Number(longest)} characters";
        }

        return text.Any(letter => char.IsControl(letter) && !(longest > TextLengthAttribute.Usual && letter is '\n' or '\t'))
            ? "must not contain control characters"
            : null;
    }

    private string Unknown(string text, RefersToAttribute reference)
    {
        string names = string.Join(" or ", reference.Collections.Select(JsonNamingPolicy.CamelCase.ConvertName));
        return ErrorText.WithGuess($"is not an id of {names}", text, known.Of(reference.Collections) ?? []);
    }

    private static string? Choice(JsonElement value, JsonShape shape)
    {
        string? text = JsonText.Of(value);
        if (text is not null && shape.Choices.Contains(text))
        {
            return null;
        }

        string message = $"must be one of {string.Join(", ", shape.Choices)}";
        return text is null ? message : ErrorText.WithGuess(message, text, shape.Choices);
    }

    private static string? Integer(JsonElement value, JsonShape shape, LimitsAttribute? limits)
    {
        (double minimum, double maximum) = Bounds(shape, limits);
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long number) && number >= minimum && number <= maximum
            ? null
            : minimum == maximum
                ? $"must be {ErrorText.Number(minimum)}"
                : $"must be a whole number from {ErrorText.Number(minimum)} to {ErrorText.Number(maximum)}, written without fraction or exponent";
    }

    private static (double Minimum, double Maximum) Bounds(JsonShape shape, LimitsAttribute? limits) =>
        limits is not null ? (limits.Minimum, limits.Maximum)
        : shape.Type == typeof(int) ? (int.MinValue, int.MaxValue)
        : (-9007199254740991, 9007199254740991);

    private static string? Number(JsonElement value, LimitsAttribute? limits)
    {
        bool readable = value.ValueKind == JsonValueKind.Number;
        double number = readable && value.TryGetDouble(out double given) ? given : double.NaN;
        if (limits is null)
        {
            return double.IsFinite(number) ? null : "must be a number";
        }

        bool inside = number <= limits.Maximum && (limits.AboveMinimum ? number > limits.Minimum : number >= limits.Minimum);
        string from = limits.AboveMinimum ? $"more than {ErrorText.Number(limits.Minimum)} and at most" : $"from {ErrorText.Number(limits.Minimum)} to";
        return inside ? null : $"must be a number {from} {ErrorText.Number(limits.Maximum)}";
    }

    [GeneratedRegex(IdentifierAttribute.NetPattern, RegexOptions.CultureInvariant)]
    private static partial Regex Identifier();
}
