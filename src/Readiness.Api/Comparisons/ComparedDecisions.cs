using Readiness.Assessment;

namespace Readiness.Api.Comparisons;

/// <summary>What a scenario's plan decides in another way than the first.</summary>
/// <param name="Scenario">Id of the scenario.</param>
/// <param name="Differences">The differences.</param>
public sealed record ComparedDecisions(string Scenario, DecisionDifferences Differences);
