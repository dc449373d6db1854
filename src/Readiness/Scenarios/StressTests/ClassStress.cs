using System.Collections.Immutable;

namespace Readiness.Scenarios.StressTests;

/// <summary>Missing heads of a priority class, at any duty or site.</summary>
/// <param name="PriorityClass">1 (life-critical) to 4 (routine).</param>
/// <param name="Overall">On any day; amounts are heads, over duties, shifts and days.</param>
/// <param name="Days">By day; days without a missing head in any future are left out.</param>
public sealed record ClassStress(int PriorityClass, StressRisk Overall, ImmutableArray<DayRisk> Days);
