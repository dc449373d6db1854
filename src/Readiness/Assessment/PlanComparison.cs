using System.Collections.Immutable;

namespace Readiness.Assessment;

/// <summary>Indicators of two plans side by side.</summary>
/// <param name="Indicators">By indicator id; an indicator that only one plan has is left out.</param>
public sealed record PlanComparison(ImmutableSortedDictionary<string, IndicatorDifference> Indicators);
