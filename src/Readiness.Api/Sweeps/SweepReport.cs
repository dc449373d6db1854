using System.Collections.Immutable;
using System.Text.Json;
using Readiness.Api.Scenarios;
using Readiness.Api.Storage;
using Readiness.Districts;
using Readiness.Scenarios.Sweeps;

namespace Readiness.Api.Sweeps;

/// <summary>A sweep with a page of its table.</summary>
/// <param name="Id">Id.</param>
/// <param name="Baseline">Id of the district that its cells change.</param>
/// <param name="BaselineVersion">Version of the district.</param>
/// <param name="Name">Name.</param>
/// <param name="Cells">Number of cells.</param>
/// <param name="States">How many of them are in each state.</param>
/// <param name="Created">When it was posted.</param>
/// <param name="Finished">When its last cell ended; null as long as one has not.</param>
/// <param name="Changes">Changes that the axes vary.</param>
/// <param name="Axes">What varies.</param>
/// <param name="Options">How every cell is solved.</param>
/// <param name="Rows">Cells in the order of their numbers.</param>
public sealed record SweepReport(
    string Id,
    string Baseline,
    long BaselineVersion,
    string Name,
    int Cells,
    SweepStates States,
    DateTimeOffset Created,
    DateTimeOffset? Finished,
    ImmutableArray<JsonElement> Changes,
    ImmutableArray<SweepAxis> Axes,
    SolveSettings Options,
    IReadOnlyList<SweepRow> Rows)
{
    /// <summary>Tells what is stored.</summary>
    /// <param name="sweep">The stored sweep.</param>
    /// <param name="cells">Some of its cells.</param>
    internal static SweepReport Of(StoredSweep sweep, IEnumerable<StoredCell> cells)
    {
        Sweep grid = new(
            [.. sweep.Changes.EnumerateArray()], sweep.Axes.Deserialize<ImmutableArray<SweepAxis>>(DistrictJson.Options));
        return new SweepReport(
            sweep.Id,
            sweep.Baseline,
            sweep.BaselineVersion,
            sweep.Name,
            sweep.Cells,
            SweepStates.Of(sweep.States),
            sweep.Created,
            sweep.Finished,
            grid.Changes,
            grid.Axes,
            sweep.Settings,
            [.. cells.Select(cell => SweepRow.Of(grid, cell))]);
    }
}
