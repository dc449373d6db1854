namespace Readiness.Api.Comparisons;

/// <summary>Plans of scenarios side by side. The first scenario is what the others are compared with; every list of one value per scenario is in the order of <paramref name="Scenarios"/>.</summary>
/// <param name="Scenarios">The scenarios, in the order of the request.</param>
/// <param name="Indicators">Figures of the plans.</param>
/// <param name="Levels">Objective levels, the most important first, with what the proofs say about the differences.</param>
/// <param name="Decisions">What is decided in another way than in the first plan: one entry per scenario from the second on.</param>
public sealed record ComparisonReport(
    IReadOnlyList<ComparedScenario> Scenarios,
    IReadOnlyList<ComparedIndicator> Indicators,
    IReadOnlyList<ComparedLevel> Levels,
    IReadOnlyList<ComparedDecisions> Decisions);
