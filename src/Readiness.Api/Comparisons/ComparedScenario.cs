using Readiness.Api.Scenarios;

namespace Readiness.Api.Comparisons;

/// <summary>A scenario whose plan is compared. Differences between plans that were made with different options, or of different baselines, are not those of the changes alone.</summary>
/// <param name="Id">Id.</param>
/// <param name="Name">Name.</param>
/// <param name="Baseline">Id of the district that it changes.</param>
/// <param name="BaselineVersion">Version of the district.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Options">How it was solved.</param>
/// <param name="Termination">How the solve ended.</param>
public sealed record ComparedScenario(
    string Id, string Name, string Baseline, long BaselineVersion, ScenarioState State, SolveSettings Options, Termination Termination);
