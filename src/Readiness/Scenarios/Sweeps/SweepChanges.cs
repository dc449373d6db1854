using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Readiness.Scenarios.Sweeps;

/// <summary>Makes the changes of a cell.</summary>
internal static class SweepChanges
{
    /// <summary>The raw changes of the cell at a place.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="positions">Where the cell stands on each axis.</param>
    public static JsonElement Of(Sweep sweep, ReadOnlySpan<int> positions)
    {
        Dictionary<int, Replacement> replacements = [];
        List<JsonElement> further = [];
        for (int number = 0; number < positions.Length; number++)
        {
            SweepAxis axis = sweep.Axes[number];
            if (axis.Alternatives is { } alternatives)
            {
                further.AddRange(alternatives[positions[number]].Changes);
                continue;
            }

            SweepTarget target = SweepTarget.Parse(axis.Target!)!;
            int change = int.Parse(target.Steps[0], CultureInfo.InvariantCulture);
            if (!replacements.TryGetValue(change, out Replacement? replacement))
            {
                replacements.Add(change, replacement = new Replacement());
            }

            replacement.Put(target.Steps.AsSpan()[1..], axis.Values!.Value[positions[number]]);
        }

        ArrayBufferWriter<byte> text = new();
        text.Write("["u8);
        for (int change = 0; change < sweep.Changes.Length; change++)
        {
            Separate(text);
            replacements.GetValueOrDefault(change, new Replacement()).Write(sweep.Changes[change], text);
        }

        foreach (JsonElement change in further)
        {
            Separate(text);
            text.Write(JsonMarshal.GetRawUtf8Value(change));
        }

        text.Write("]"u8);
        return JsonElement.Parse(text.WrittenSpan);
    }

    private static void Separate(ArrayBufferWriter<byte> text)
    {
        if (text.WrittenCount > 1)
        {
            text.Write(","u8);
        }
    }
}
