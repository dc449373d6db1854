using System.Text.Json;
using Readiness.Api.Scenarios;

namespace Readiness.Api.Storage;

/// <summary>A sweep as it is kept. Its cells are scenarios of their own.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Baseline">Id of the district that its cells change.</param>
/// <param name="BaselineVersion">Version of the district.</param>
/// <param name="Name">Its name.</param>
/// <param name="Changes">Its changes, a JSON array.</param>
/// <param name="Axes">Its axes, a JSON array.</param>
/// <param name="Settings">How its cells are solved.</param>
/// <param name="Cells">How many cells it was posted with.</param>
/// <param name="Created">When it was posted.</param>
internal sealed record StoredSweep(
    string Id,
    string Baseline,
    long BaselineVersion,
    string Name,
    JsonElement Changes,
    JsonElement Axes,
    SolveSettings Settings,
    int Cells,
    DateTimeOffset Created)
{
    /// <summary>How many of its cells are in each state.</summary>
    public IReadOnlyDictionary<ScenarioState, int> States { get; init; } = new Dictionary<ScenarioState, int>();

    /// <summary>When its last cell ended; none as long as one has not.</summary>
    public DateTimeOffset? Finished { get; init; }
}
