using System.Text.Json;
using Readiness.Districts;
using Readiness.Districts.Shapes;

namespace Readiness.Scenarios.Sweeps;

/// <summary>Reads the axes of a sweep one after the other and finds what is wrong with them beside their shape.</summary>
/// <param name="changes">The sweep's raw changes, an array.</param>
/// <param name="errors">Receives the faults; those of the shape are on it already.</param>
internal sealed class SweepAxisCheck(JsonElement changes, ErrorList errors)
{
    private static readonly JsonShape Shape = JsonShape.Of(typeof(SweepAxis), DistrictJson.Options);

    private readonly List<SweepTarget> targets = [];
    private readonly List<string> heldOut = [];

    /// <summary>Targets of axes that are faulty: what stands there is not what was meant.</summary>
    public IReadOnlyCollection<string> HeldOut => heldOut;

    /// <summary>Reads an axis.</summary>
    /// <param name="axis">The raw axis.</param>
    /// <param name="path">Where it stands.</param>
    /// <returns>The axis; none if it is faulty.</returns>
    public SweepAxis? Read(JsonElement axis, JsonPath path)
    {
        var shapeFaults = new ErrorList();
        new JsonShapeCheck(shapeFaults, KnownIds.None).Check(axis, Shape, path);
        if (axis.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var own = new ErrorList();
        JsonElement? target = Given(axis, "target");
        JsonElement? values = Given(axis, "values");
        JsonElement? alternatives = Given(axis, "alternatives");
        if (alternatives is null ? target is null || values is null : target is not null || values is not null)
        {
            own.Add(path, axis, "must have either target and values, or alternatives");
        }

        if (IsDeeper(axis, DistrictJson.MaxDepth))
        {
            own.Add(path, axis, $"must not be nested deeper than {DistrictJson.MaxDepth} levels");
        }

        SweepTarget? place = target is { } pointer && JsonText.Of(pointer) is { } text ? Place(pointer, text, path.Property("target"), own) : null;
        CheckDistinct(values, path.Property("values"), own);
        errors.Add(own);
        if (own.IsEmpty && shapeFaults.IsEmpty)
        {
            return axis.Deserialize<SweepAxis>(DistrictJson.Options);
        }

        if (place is not null)
        {
            heldOut.Add(place.Pointer);
        }

        return null;
    }

    private static bool IsDeeper(JsonElement value, int levels) => value.ValueKind switch
    {
        JsonValueKind.Object => levels == 0 || value.EnumerateObject().Any(member => IsDeeper(member.Value, levels - 1)),
        JsonValueKind.Array => levels == 0 || value.EnumerateArray().Any(entry => IsDeeper(entry, levels - 1)),
        _ => false,
    };

    private SweepTarget? Place(JsonElement pointer, string text, JsonPath path, ErrorList own)
    {
        SweepTarget? place = SweepTarget.Parse(text);
        if (place is null)
        {
            own.Add(path, pointer, "must be a JSON pointer to a change or into one, such as /changes/0/days");
        }
        else if (!place.IsIn(changes))
        {
            own.Add(path, pointer, "leads to nothing: all but the last step must be there, and the last unless it names a property");
        }
        else if (targets.Find(place.Overlaps) is { } other)
        {
            own.Add(path, pointer, $"is, holds or lies in the target {other.Pointer} of another axis");
        }
        else
        {
            targets.Add(place);
            return place;
        }

        return null;
    }

    private static void CheckDistinct(JsonElement? values, JsonPath path, ErrorList own)
    {
        if (values is not { ValueKind: JsonValueKind.Array } array)
        {
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        int position = 0;
        foreach (JsonElement value in array.EnumerateArray())
        {
            if (!seen.Add(value.GetRawText()))
            {
                own.Add(path.Entry(position), value, "stands in the list twice");
            }

            position++;
        }
    }

    private static JsonElement? Given(JsonElement axis, string name) =>
        JsonText.Property(axis, name) is { ValueKind: not JsonValueKind.Null } value ? value : null;
}
