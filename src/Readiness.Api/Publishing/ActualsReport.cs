using Readiness.Api.Baselines;
using Readiness.Mornings;

namespace Readiness.Api.Publishing;

/// <summary>A baseline after a morning's report.</summary>
/// <param name="Version">The new version of the baseline.</param>
/// <param name="Published">Number of the published plan that was carried out up to the morning; null if none was in force.</param>
/// <param name="Baseline">The new version in short.</param>
/// <param name="Derived">What it says that nobody reported.</param>
public sealed record ActualsReport(long Version, long? Published, BaselineSummary Baseline, IReadOnlyList<DerivedFact> Derived);
