namespace Readiness.Assessment;

/// <summary>An indicator in a baseline's and in a scenario's plan.</summary>
/// <param name="Baseline">Value in the baseline's plan.</param>
/// <param name="Scenario">Value in the scenario's plan.</param>
/// <param name="Difference">Scenario minus baseline.</param>
/// <param name="Unit">Unit of all three.</param>
/// <param name="Verdict">Whether the scenario is better.</param>
public sealed record IndicatorDifference(
    double Baseline, double Scenario, double Difference, string Unit, IndicatorVerdict Verdict);
