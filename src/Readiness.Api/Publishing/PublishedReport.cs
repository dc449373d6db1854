using Readiness.Api.Scenarios;

namespace Readiness.Api.Publishing;

/// <summary>A published plan.</summary>
/// <param name="Summary">What it is.</param>
/// <param name="Plan">What it decides.</param>
public sealed record PublishedReport(PublishedSummary Summary, PlanReport Plan);
