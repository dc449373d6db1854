namespace Readiness.Scenarios.StressTests;

/// <summary>How likely something is missing, on any day of the horizon.</summary>
/// <param name="Probability">Share of the futures.</param>
/// <param name="StandardError">Its standard error, sqrt(p (1 - p) / futures).</param>
/// <param name="MeanMissing">Mean amount missing, over all futures.</param>
/// <param name="PlannedMissing">What the plan itself leaves missing.</param>
public sealed record StressRisk(double Probability, double StandardError, double MeanMissing, double PlannedMissing);
