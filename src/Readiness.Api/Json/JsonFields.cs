using System.Text.Json;
using Readiness.Api.Problems;

namespace Readiness.Api.Json;

/// <summary>Takes the fields of a raw JSON object one by one and notes every fault instead of giving up at the first.</summary>
internal sealed class JsonFields
{
    private readonly JsonElement fields;
    private readonly string pointer;

    /// <summary>Starts reading; notes a fault if the value is not an object.</summary>
    /// <param name="value">The value.</param>
    /// <param name="pointer">JSON pointer of the value.</param>
    /// <param name="errors">Receives the faults.</param>
    public JsonFields(JsonElement value, string pointer, List<FieldError> errors)
    {
        fields = value;
        this.pointer = pointer;
        Errors = errors;
        if (!IsObject)
        {
            errors.Add(new FieldError(pointer, JsonValues.Shown(value), "Must be a JSON object."));
        }
    }

    /// <summary>The faults so far.</summary>
    public List<FieldError> Errors { get; }

    /// <summary>Whether there are fields at all.</summary>
    public bool IsObject => fields.ValueKind == JsonValueKind.Object;

    /// <summary>JSON pointer (RFC 6901) of a member.</summary>
    /// <param name="parent">Pointer of the object.</param>
    /// <param name="name">Name of the member.</param>
    public static string PointerTo(string parent, string name) =>
        $"{parent}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    /// <summary>Notes every field that is not known.</summary>
    /// <param name="known">The known names.</param>
    public void RefuseUnknown(params ReadOnlySpan<string> known)
    {
        foreach (JsonProperty property in fields.EnumerateObject())
        {
            if (!known.Contains(property.Name))
            {
                Errors.Add(new FieldError(
                    PointerTo(pointer, property.Name),
                    JsonValues.Shown(property.Value),
                    $"This field is not known; known are {string.Join(", ", known!)}."));
            }
        }
    }

    /// <summary>Notes a fault of a field.</summary>
    /// <param name="name">Name of the field.</param>
    /// <param name="message">The rule that it breaks.</param>
    public void Refuse(string name, string message) => Errors.Add(new FieldError(
        PointerTo(pointer, name), Optional(name) is { } value ? JsonValues.Shown(value) : JsonValues.Null, message));

    /// <summary>The raw value of a field that may be missing.</summary>
    /// <param name="name">Name of the field.</param>
    public JsonElement? Optional(string name) => fields.TryGetProperty(name, out JsonElement value) ? value : null;

    /// <summary>A text that must be there; null if it is not, which is noted.</summary>
    /// <param name="name">Name of the field.</param>
    /// <param name="longest">Characters that it may have.</param>
    public string? RequiredText(string name, int longest)
    {
        if (Optional(name) is not { } value)
        {
            Refuse(name, "This field is required.");
            return null;
        }

        string? text = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        if (text is null || string.IsNullOrWhiteSpace(text) || text.Length > longest)
        {
            Refuse(name, longest == int.MaxValue
                ? "Must be a text that is not blank."
                : $"Must be a text that is not blank, of at most {longest} characters.");
            return null;
        }

        return text;
    }

    /// <summary>A number that may be missing; the default if it is missing or faulty, which is noted.</summary>
    /// <param name="name">Name of the field.</param>
    /// <param name="least">Least allowed value.</param>
    /// <param name="most">Greatest allowed value.</param>
    /// <param name="standard">The default.</param>
    public double Number(string name, double least, double most, double standard)
    {
        if (Optional(name) is not { } value)
        {
            return standard;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) && number >= least && number <= most)
        {
            return number;
        }

        Refuse(name, FormattableString.Invariant($"Must be a number from {least} to {most}."));
        return standard;
    }

    /// <summary>A whole number that may be missing; the default if it is missing or faulty, which is noted.</summary>
    /// <param name="name">Name of the field.</param>
    /// <param name="least">Least allowed value.</param>
    /// <param name="most">Greatest allowed value.</param>
    /// <param name="standard">The default.</param>
    public int Integer(string name, int least, int most, int standard)
    {
        if (Optional(name) is not { } value)
        {
            return standard;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) && number >= least && number <= most)
        {
            return number;
        }

        Refuse(name, FormattableString.Invariant($"Must be a whole number from {least} to {most}."));
        return standard;
    }
}
