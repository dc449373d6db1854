using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Readiness.Districts.Shapes;

namespace Readiness.Scenarios.Sweeps;

/// <summary>
/// One dimension of a sweep: either <c>target</c> with <c>values</c>, which take turns at one place of the sweep's changes, or <c>alternatives</c>.
/// </summary>
/// <param name="Name">Name, which no other axis has; not empty, at most 200 characters.</param>
/// <param name="Target">
/// JSON pointer (RFC 6901) of the place, such as <c>/changes/0/days</c>: a change, a parameter of one (which need not be given there), or a part of it. It lies in
/// no other axis's target.
/// </param>
/// <param name="Values">What stands there, each once; at least one.</param>
/// <param name="Alternatives">Lists of changes that follow the sweep's own; at least one, each with a label of its own.</param>
public sealed record SweepAxis(
    string Name,
    [TextLength(SweepAxis.LongestTarget)] string? Target = null,
    [NotEmpty] ImmutableArray<JsonElement>? Values = null,
    [NotEmpty, UniqueBy(nameof(SweepAlternative.Label))] ImmutableArray<SweepAlternative>? Alternatives = null)
{
    /// <summary>Longest target, in characters.</summary>
    internal const int LongestTarget = 1000;

    /// <summary>Number of its values or alternatives.</summary>
    [JsonIgnore]
    public int Length => Values?.Length ?? Alternatives?.Length ?? 0;

    /// <summary>What says in a table where a cell stands on this axis: the value, or the label of the alternative.</summary>
    /// <param name="position">Which, from 0.</param>
    public JsonElement Coordinate(int position) =>
        Values is { } values ? values[position] : JsonSerializer.SerializeToElement(Alternatives!.Value[position].Label);
}
