namespace Readiness.Quarantine;

/// <summary>What a <see cref="SitePlan"/> is worth, re-derived from its openings and placements.</summary>
/// <param name="Unserved">Level <c>unserved</c>: unserved unit-days; 0 or more.</param>
/// <param name="Cost">Level <c>cost</c>: opening costs, costs per open day and assignment costs; 0 or more.</param>
public sealed record SiteEvaluation(double Unserved, double Cost);
