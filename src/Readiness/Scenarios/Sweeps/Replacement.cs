using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Readiness.Districts.Shapes;

namespace Readiness.Scenarios.Sweeps;

/// <summary>Copies raw JSON with other values at some places. What stays is copied byte by byte and never decoded, so that a broken document stays just as broken.</summary>
internal sealed class Replacement
{
    private readonly Dictionary<string, Replacement> parts = new(StringComparer.Ordinal);
    private JsonElement? value;

    /// <summary>Puts a value at a place; no place lies in another.</summary>
    /// <param name="steps">Names and positions that lead to the place.</param>
    /// <param name="replacement">The value.</param>
    public void Put(ReadOnlySpan<string> steps, JsonElement replacement)
    {
        if (steps.IsEmpty)
        {
            value = replacement;
            return;
        }

        if (!parts.TryGetValue(steps[0], out Replacement? part))
        {
            parts.Add(steps[0], part = new Replacement());
        }

        part.Put(steps[1..], replacement);
    }

    /// <summary>Writes a value with what is put into it.</summary>
    /// <param name="original">The value.</param>
    /// <param name="output">Where to.</param>
    public void Write(JsonElement original, IBufferWriter<byte> output)
    {
        if (value is { } other)
        {
            output.Write(JsonMarshal.GetRawUtf8Value(other));
        }
        else if (parts.Count > 0 && original.ValueKind == JsonValueKind.Array)
        {
            WriteArray(original, output);
        }
        else if (parts.Count > 0 && original.ValueKind == JsonValueKind.Object)
        {
            WriteObject(original, output);
        }
        else
        {
            output.Write(JsonMarshal.GetRawUtf8Value(original));
        }
    }

    private void WriteArray(JsonElement original, IBufferWriter<byte> output)
    {
        int position = 0;
        output.Write("["u8);
        foreach (JsonElement entry in original.EnumerateArray())
        {
            output.Write(position > 0 ? ","u8 : ""u8);
            WritePart(position++.ToString(CultureInfo.InvariantCulture), entry, output);
        }

        output.Write("]"u8);
    }

    private void WriteObject(JsonElement original, IBufferWriter<byte> output)
    {
        HashSet<string> missing = new(parts.Keys, StringComparer.Ordinal);
        bool first = true;
        output.Write("{"u8);
        foreach (JsonProperty property in original.EnumerateObject())
        {
            string? name = JsonText.NameOf(property);
            WriteName(JsonMarshal.GetRawUtf8PropertyName(property), ref first, output);
            WritePart(name, property.Value, output);
            missing.Remove(name ?? "");
        }

        foreach (string name in missing)
        {
            WriteName(JsonEncodedText.Encode(name).EncodedUtf8Bytes, ref first, output);
            parts[name].Write(default, output);
        }

        output.Write("}"u8);
    }

    private void WritePart(string? name, JsonElement original, IBufferWriter<byte> output)
    {
        if (name is not null && parts.TryGetValue(name, out Replacement? part))
        {
            part.Write(original, output);
        }
        else
        {
            output.Write(JsonMarshal.GetRawUtf8Value(original));
        }
    }

    private static void WriteName(ReadOnlySpan<byte> name, ref bool first, IBufferWriter<byte> output)
    {
        output.Write(first ? "\""u8 : ",\""u8);
        output.Write(name);
        output.Write("\":"u8);
        first = false;
    }
}
