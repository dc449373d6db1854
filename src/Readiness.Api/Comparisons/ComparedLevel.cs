using Readiness.Api.Scenarios;

namespace Readiness.Api.Comparisons;

/// <summary>An objective level of several plans. Every level is minimised.</summary>
/// <param name="Level">Name of the level.</param>
/// <param name="Values">Objective and bound in each plan; null where a plan does not have the level.</param>
/// <param name="Differences">Against the first plan; null where one of the two does not have the level.</param>
public sealed record ComparedLevel(
    string Level, IReadOnlyList<LevelReport?> Values, IReadOnlyList<LevelDifference?> Differences);
