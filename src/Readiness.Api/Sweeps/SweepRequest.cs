using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Readiness.Api.Scenarios;
using Readiness.Scenarios.Sweeps;

namespace Readiness.Api.Sweeps;

/// <summary>A grid of what-ifs to be planned: one scenario for every combination of the axes' values.</summary>
/// <param name="Baseline">Id of the district that they change.</param>
/// <param name="Name">Name; not blank, at most 190 characters. A cell has it with its number.</param>
/// <param name="Axes">What varies.</param>
/// <param name="Changes">Changes as in a scenario; a place that is an axis's target may hold anything or nothing.</param>
/// <param name="Options">How every cell is solved.</param>
public sealed record SweepRequest(
    string Baseline,
    [property: StringLength(SweepRequest.LongestName, MinimumLength = 1)] string Name,
    IReadOnlyList<SweepAxis> Axes,
    IReadOnlyList<JsonElement>? Changes = null,
    SolveSettings? Options = null)
{
    /// <summary>Characters that a name may have, so that a cell's number has room behind it.</summary>
    internal const int LongestName = ScenarioRequest.LongestName - 10;
}
