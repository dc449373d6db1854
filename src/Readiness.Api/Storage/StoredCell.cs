using Readiness.Api.Scenarios;
using Readiness.Assessment;

namespace Readiness.Api.Storage;

/// <summary>What a sweep's table shows of a cell.</summary>
/// <param name="Cell">Number of the cell, from 0.</param>
/// <param name="Scenario">Id of the scenario.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Plan">Levels and indicators of its plan, once there is one.</param>
/// <param name="Comparison">Its plan beside the baseline's, once there are both.</param>
/// <param name="Failure">Why it failed, if it did.</param>
internal sealed record StoredCell(
    int Cell, string Scenario, ScenarioState State, ScenarioEvent? Plan, PlanComparison? Comparison, ScenarioFailure? Failure);
