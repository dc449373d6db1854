using Readiness.Api.Scenarios;

namespace Readiness.Api.Sweeps;

/// <summary>How many cells of a sweep are in each state; cells that were deleted are in none.</summary>
/// <param name="Queued">Cells that wait.</param>
/// <param name="Running">Cells that are being solved.</param>
/// <param name="Completed">Cells that have an audited plan.</param>
/// <param name="Stopped">Cells that a client stopped.</param>
/// <param name="Failed">Cells that ended without a plan.</param>
public sealed record SweepStates(int Queued, int Running, int Completed, int Stopped, int Failed)
{
    /// <summary>Whether no cell waits or is being solved.</summary>
    public bool Finished => Queued + Running == 0;

    /// <summary>Counts.</summary>
    /// <param name="counts">Number of cells by state.</param>
    internal static SweepStates Of(IReadOnlyDictionary<ScenarioState, int> counts) => new(
        counts.GetValueOrDefault(ScenarioState.Queued),
        counts.GetValueOrDefault(ScenarioState.Running),
        counts.GetValueOrDefault(ScenarioState.Completed),
        counts.GetValueOrDefault(ScenarioState.Stopped),
        counts.GetValueOrDefault(ScenarioState.Failed));
}
