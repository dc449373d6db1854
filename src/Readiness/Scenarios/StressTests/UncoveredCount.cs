namespace Readiness.Scenarios.StressTests;

/// <summary>Futures of a batch in which heads are missing.</summary>
/// <param name="Duty">Id of the duty or site; null counts futures with any.</param>
/// <param name="PriorityClass">Class of the lines, 1 (life-critical) to 4 (routine).</param>
/// <param name="Day">The day; null counts futures with any.</param>
/// <param name="Futures">Number of futures; more than 0.</param>
/// <param name="Heads">Heads missing, over shifts, in all of them together.</param>
public sealed record UncoveredCount(string? Duty, int PriorityClass, DateOnly? Day, int Futures, long Heads);
