namespace Readiness.Scenarios.StressTests;

/// <summary>How likely something is missing on a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Probability">Share of the futures; more than 0.</param>
/// <param name="StandardError">Its standard error, sqrt(p (1 - p) / futures).</param>
/// <param name="MeanMissing">Mean amount missing, over all futures.</param>
/// <param name="PlannedMissing">What the plan itself leaves missing.</param>
public sealed record DayRisk(DateOnly Day, double Probability, double StandardError, double MeanMissing, double PlannedMissing);
