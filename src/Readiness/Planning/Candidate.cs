using System.Collections.Immutable;
using Readiness.Plans;
using Readiness.Staffing;
using Readiness.Supplies;

namespace Readiness.Planning;

/// <summary>An audited plan of one round, with what the next round learns from it.</summary>
/// <param name="Decisions">The decisions.</param>
/// <param name="Audit">Their audit.</param>
/// <param name="Sites">Its site decisions, without the closed ones.</param>
/// <param name="Heads">Its heads.</param>
/// <param name="Roster">Its roster, before kits; none for the empty plan.</param>
/// <param name="ClosedSites">Sites that were opened but could not be staffed or supplied.</param>
/// <param name="Supplies">Its supplies; none for the empty plan.</param>
/// <param name="SharesByPolicy">Whether scarce items were shared by the policy's rule, not first come, first served.</param>
/// <param name="Keep">What was kept of a published plan.</param>
internal sealed record Candidate(
    PlanDecisions Decisions, PlanAudit Audit, SiteDecisions Sites, RoundHeads Heads, Roster? Roster,
    ImmutableArray<int> ClosedSites, SupplyPlan? Supplies, bool SharesByPolicy, Keep Keep)
{
    private const int LeastUrgentClass = 2;

    /// <summary>Guest-days that are not housed.</summary>
    public double GuestDaysAtHome(PlanningContext context)
    {
        string name = ObjectiveLevels.Guests(context.District.Policy.Quarantine.GuestClass);
        return Audit.Levels.Single(level => level.Level == name).Value;
    }

    /// <summary>
    /// Whether the sites took nothing from urgent duties: none had to close, and no head of class 1 or 2 for whom there were people lacked its kit.
    /// Unlike the plan's levels this hardly depends on how long the roster was searched.
    /// </summary>
    public bool SitesFit(PlanningContext context) =>
        ClosedSites.IsEmpty
        && Enumerable.Range(0, context.Tasks.Length).All(task => context.Tasks[task].PriorityClass > LeastUrgentClass
            || Heads.Filled.Total(task) == Heads.Equipped.Total(task));
}
