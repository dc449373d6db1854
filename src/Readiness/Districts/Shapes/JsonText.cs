using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Readiness.Districts.Shapes;

/// <summary>Reads texts and names of raw JSON that may hold escaped halves of surrogate pairs, which .NET refuses to decode.</summary>
/// <remarks>It looks before it decodes: a document may hold a million such texts, and as many exceptions would take minutes.</remarks>
internal static class JsonText
{
    private const int EscapeLength = 6;

    /// <summary>The text of a value; null if it is no text or cannot be decoded.</summary>
    public static string? Of(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && CanBeDecoded(JsonMarshal.GetRawUtf8Value(value)) ? value.GetString() : null;

    /// <summary>The name of a property; null if it cannot be decoded.</summary>
    public static string? NameOf(JsonProperty property) => CanBeDecoded(JsonMarshal.GetRawUtf8PropertyName(property)) ? property.Name : null;

    /// <summary>A property of an object, the last one if there are several of the name; null if there is none or the value is no object.</summary>
    /// <param name="value">The object.</param>
    /// <param name="name">The name, in ASCII.</param>
    public static JsonElement? Property(JsonElement value, string name)
    {
        JsonElement? found = null;
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty property in value.EnumerateObject())
            {
                ReadOnlySpan<byte> raw = JsonMarshal.GetRawUtf8PropertyName(property);
                if (Ascii.Equals(raw, name) || (raw.Contains((byte)'\\') && NameOf(property) == name))
                {
                    found = property.Value;
                }
            }
        }

        return found;
    }

    /// <summary>Whether well-formed JSON text, escapes and all, stands for whole characters.</summary>
    private static bool CanBeDecoded(ReadOnlySpan<byte> raw)
    {
        if (!Utf8.IsValid(raw))
        {
            return false;
        }

        for (int at = raw.IndexOf((byte)'\\'); at >= 0; at = raw.IndexOf((byte)'\\'))
        {
            raw = raw[at..];
            int unit = Unit(raw);
            bool isPair = unit is >= 0xD800 and <= 0xDBFF && Unit(raw[EscapeLength..]) is >= 0xDC00 and <= 0xDFFF;
            if (unit is >= 0xD800 and <= 0xDFFF && !isPair)
            {
                return false;
            }

            raw = raw[(isPair ? 2 * EscapeLength : unit >= 0 ? EscapeLength : 2)..];
        }

        return true;
    }

    /// <summary>The UTF-16 code unit that is escaped at the beginning; -1 if none is.</summary>
    private static int Unit(ReadOnlySpan<byte> raw) =>
        raw.StartsWith("\\u"u8) && Utf8Parser.TryParse(raw[2..EscapeLength], out int unit, out _, 'x') ? unit : -1;
}
