using Readiness.Api.Storage;

namespace Readiness.Api.Sweeps;

/// <summary>A sweep in a list.</summary>
/// <param name="Id">Id.</param>
/// <param name="Baseline">Id of the district that its cells change.</param>
/// <param name="BaselineVersion">Version of the district.</param>
/// <param name="Name">Name.</param>
/// <param name="Cells">Number of cells.</param>
/// <param name="States">How many of them are in each state.</param>
/// <param name="Created">When it was posted.</param>
/// <param name="Finished">When its last cell ended; null as long as one has not.</param>
public sealed record SweepSummary(
    string Id, string Baseline, long BaselineVersion, string Name, int Cells, SweepStates States, DateTimeOffset Created, DateTimeOffset? Finished)
{
    /// <summary>Tells what is stored.</summary>
    /// <param name="sweep">The stored sweep.</param>
    internal static SweepSummary Of(StoredSweep sweep) => new(
        sweep.Id, sweep.Baseline, sweep.BaselineVersion, sweep.Name, sweep.Cells, SweepStates.Of(sweep.States), sweep.Created, sweep.Finished);
}
