using Readiness.Api.Storage;

namespace Readiness.Api.Scenarios;

/// <summary>A scenario in a list.</summary>
/// <param name="Id">Id.</param>
/// <param name="Baseline">Id of the district that it changes.</param>
/// <param name="Name">Name.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Created">When it was posted.</param>
/// <param name="Finished">When its solve ended.</param>
public sealed record ScenarioSummary(
    string Id, string Baseline, string Name, ScenarioState State, DateTimeOffset Created, DateTimeOffset? Finished)
{
    /// <summary>Tells what is stored, in short.</summary>
    /// <param name="scenario">The stored scenario.</param>
    internal static ScenarioSummary Of(StoredScenario scenario) =>
        new(scenario.Id, scenario.Baseline, scenario.Name, scenario.State, scenario.Created, scenario.Finished);
}
