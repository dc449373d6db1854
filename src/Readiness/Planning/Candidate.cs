using System.Collections.Immutable;
using Readiness.Plans;

namespace Readiness.Planning;

/// <summary>An audited plan of one round, with what the next round learns from it.</summary>
/// <param name="Decisions">The decisions.</param>
/// <param name="Audit">Their audit.</param>
/// <param name="Filled">Heads that the roster filled before kits were known.</param>
/// <param name="Equipped">Heads that are filled and equipped.</param>
/// <param name="ClosedSites">Sites that were opened but could not be staffed or supplied.</param>
internal sealed record Candidate(
    PlanDecisions Decisions, PlanAudit Audit, HeadCount Filled, HeadCount Equipped, ImmutableArray<int> ClosedSites);
