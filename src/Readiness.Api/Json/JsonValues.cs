using System.Text.Json;

namespace Readiness.Api.Json;

/// <summary>Offending values as they are shown in an error.</summary>
internal static class JsonValues
{
    private const int Longest = 200;

    /// <summary>What stands for a value that is missing.</summary>
    public static JsonElement Null { get; } = JsonElement.Parse("null");

    /// <summary>The value itself, or the beginning of its text where that is long.</summary>
    /// <param name="value">A value of a request.</param>
    public static JsonElement Shown(JsonElement value)
    {
        string text = value.GetRawText();
        return text.Length <= Longest ? value.Clone() : AsString(text[..Longest] + "…");
    }

    /// <summary>The value that a JSON text stands for; a text that is no JSON, because it was shortened, becomes a string.</summary>
    /// <param name="text">JSON text, or none.</param>
    public static JsonElement Parse(string? text)
    {
        if (text is null)
        {
            return Null;
        }

        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return AsString(text);
        }
    }

    /// <summary>A string as a JSON value.</summary>
    /// <param name="text">The string.</param>
    public static JsonElement AsString(string text) => JsonSerializer.SerializeToElement(text);
}
