using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Readiness.Districts.Shapes;

namespace Readiness.Scenarios.Sweeps;

/// <summary>The place in a sweep's changes at which an axis varies them.</summary>
/// <param name="Steps">Position of the change, then names and positions in it.</param>
internal sealed record SweepTarget(ImmutableArray<string> Steps)
{
    /// <summary>The first step of every target.</summary>
    public const string Root = "changes";

    /// <summary>The JSON pointer in its shortest form, with which those of faults can be compared.</summary>
    public string Pointer => Steps.Aggregate(JsonPath.Root.Property(Root), (path, step) => path.Property(step)).ToString();

    /// <summary>Reads a JSON pointer; none if it leads to no change.</summary>
    /// <param name="pointer">The pointer.</param>
    public static SweepTarget? Parse(string pointer)
    {
        string[] steps = pointer.Split('/');
        return steps is ["", Root, _, ..] && steps.All(IsEscaped)
            ? new SweepTarget([.. steps[2..].Select(step => step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))])
            : null;
    }

    /// <summary>Whether changes have the place: everything that leads to it is there, and it is an entry or may be a property.</summary>
    /// <param name="changes">The raw changes, an array.</param>
    public bool IsIn(JsonElement changes)
    {
        JsonElement at = changes;
        for (int step = 0; step < Steps.Length; step++)
        {
            bool last = step == Steps.Length - 1;
            JsonElement? next = at.ValueKind == JsonValueKind.Array ? Entry(at, Steps[step]) : JsonText.Property(at, Steps[step]);
            if (next is null)
            {
                return last && at.ValueKind == JsonValueKind.Object;
            }

            at = next.Value;
        }

        return true;
    }

    /// <summary>Whether one of two places lies in the other, or they are the same.</summary>
    /// <param name="other">The other place.</param>
    public bool Overlaps(SweepTarget other)
    {
        int shared = Math.Min(Steps.Length, other.Steps.Length);
        return Steps.AsSpan(0, shared).SequenceEqual(other.Steps.AsSpan(0, shared));
    }

    private static JsonElement? Entry(JsonElement array, string step) =>
        int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out int position)
        && position < array.GetArrayLength()
        && step == position.ToString(CultureInfo.InvariantCulture)
            ? array[position]
            : null;

    /// <summary>A tilde of a pointer stands for itself or for a slash.</summary>
    private static bool IsEscaped(string step)
    {
        for (int at = step.IndexOf('~', StringComparison.Ordinal); at >= 0; at = step.IndexOf('~', at + 1))
        {
            if (at + 1 == step.Length || step[at + 1] is not ('0' or '1'))
            {
                return false;
            }
        }

        return true;
    }
}
