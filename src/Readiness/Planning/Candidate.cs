using System.Collections.Immutable;
using Readiness.Plans;
using Readiness.Staffing;

namespace Readiness.Planning;

/// <summary>An audited plan of one round, with what the next round learns from it.</summary>
/// <param name="Decisions">The decisions.</param>
/// <param name="Audit">Their audit.</param>
/// <param name="Sites">Its site decisions, without the closed ones.</param>
/// <param name="Heads">Its heads.</param>
/// <param name="Roster">Its roster, before kits; none for the empty plan.</param>
/// <param name="ClosedSites">Sites that were opened but could not be staffed or supplied.</param>
internal sealed record Candidate(
    PlanDecisions Decisions, PlanAudit Audit, SiteDecisions Sites, RoundHeads Heads, Roster? Roster,
    ImmutableArray<int> ClosedSites);
