using System.Collections.Immutable;

namespace Readiness.Scenarios.StressTests;

/// <summary>Missing heads of a duty or site.</summary>
/// <param name="Duty">Id of the duty or site.</param>
/// <param name="PriorityClass">Class of the lines, 1 (life-critical) to 4 (routine).</param>
/// <param name="Overall">On any day; amounts are heads, over lines, shifts and days.</param>
/// <param name="Days">By day; days without a missing head in any future are left out.</param>
public sealed record DutyStress(string Duty, int PriorityClass, StressRisk Overall, ImmutableArray<DayRisk> Days);
