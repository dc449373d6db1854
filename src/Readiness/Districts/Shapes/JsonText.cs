using System.Text.Json;

namespace Readiness.Districts.Shapes;

/// <summary>Reads texts and names of raw JSON that may hold escaped halves of surrogate pairs, which .NET refuses to decode.</summary>
internal static class JsonText
{
    /// <summary>The text of a value; null if it is no text or cannot be decoded.</summary>
    public static string? Of(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The name of a property; null if it cannot be decoded.</summary>
    public static string? NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A property of an object, the last one if there are several of the name; null if there is none or the value is no object.</summary>
    public static JsonElement? Property(JsonElement value, string name)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        try
        {
            return value.TryGetProperty(name, out JsonElement found) ? found : null;
        }
        catch (InvalidOperationException)
        {
            // Another property's name cannot be decoded.
            return value.EnumerateObject().Where(property => NameOf(property) == name)
                .Select(property => (JsonElement?)property.Value).LastOrDefault();
        }
    }
}
