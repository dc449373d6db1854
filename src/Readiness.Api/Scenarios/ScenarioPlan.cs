using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Api.Scenarios;

/// <summary>The plan of a scenario with the district that it was made for.</summary>
/// <param name="Baseline">Id of the baseline.</param>
/// <param name="Name">Name of the scenario.</param>
/// <param name="District">The district after the scenario's changes.</param>
/// <param name="Decisions">What to do.</param>
internal sealed record ScenarioPlan(string Baseline, string Name, District District, PlanDecisions Decisions);
