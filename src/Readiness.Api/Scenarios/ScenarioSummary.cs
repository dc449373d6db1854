namespace Readiness.Api.Scenarios;

/// <summary>A scenario in a list.</summary>
/// <param name="Id">Id.</param>
/// <param name="Baseline">Id of the district that it changes.</param>
/// <param name="BaselineVersion">Version of the district.</param>
/// <param name="Name">Name.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Created">When it was posted.</param>
/// <param name="Finished">When its solve ended.</param>
/// <param name="Sweep">Id of the sweep of which it is a cell; null if it is none.</param>
public sealed record ScenarioSummary(
    string Id, string Baseline, long BaselineVersion, string Name, ScenarioState State, DateTimeOffset Created, DateTimeOffset? Finished, string? Sweep);
