using Microsoft.AspNetCore.Http.HttpResults;
using Readiness.Api.Problems;
using Readiness.Api.Storage;
using Readiness.Districts;
using Readiness.Scenarios;

namespace Readiness.Api.Scenarios;

/// <summary>Finds the plans of scenarios.</summary>
/// <param name="scenarios">Where scenarios are kept.</param>
/// <param name="baselines">Where baselines are kept.</param>
internal sealed class ScenarioPlans(ScenarioStore scenarios, IBaselineStore baselines)
{
    /// <summary>Finds a scenario that has a plan.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The scenario, or the refusal.</returns>
    public async Task<(StoredScenario? Scenario, ProblemHttpResult? Refusal)> FindAsync(string id, CancellationToken cancellationToken) =>
        await scenarios.FindAsync(id, cancellationToken) is not { } scenario
            ? (null, Problem.NotFound("scenario", id))
            : scenario.Outcome is not null
                ? (scenario, null)
                : (null, Problem.Conflict(scenario.Ended ? $"The scenario '{id}' ended without a plan." : $"The scenario '{id}' has no plan yet."));

    /// <summary>Finds a plan together with its district.</summary>
    /// <param name="id">Id of the scenario.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The plan, or the refusal.</returns>
    public async Task<(ScenarioPlan? Plan, ProblemHttpResult? Refusal)> WithDistrictAsync(string id, CancellationToken cancellationToken)
    {
        (StoredScenario? scenario, ProblemHttpResult? refusal) = await FindAsync(id, cancellationToken);
        if (scenario is null)
        {
            return (null, refusal);
        }

        // The store keeps a version as long as a scenario needs it.
        District baseline = await baselines.FindVersionAsync(scenario.Baseline, scenario.BaselineVersion, cancellationToken)
            ?? throw new InvalidOperationException($"Version {scenario.BaselineVersion} of the baseline {scenario.Baseline} is gone.");
        Scenario changes = new(scenario.Name, ScenarioDocument.Read(scenario.Changes, baseline, "/changes").Changes);
        District district = changes.Changes.IsEmpty ? baseline : ScenarioRunner.Apply(baseline, changes);
        return (new ScenarioPlan(scenario.Baseline, scenario.Name, district, scenario.Outcome!.Decisions), null);
    }
}
