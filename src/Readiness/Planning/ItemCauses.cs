using System.Collections.Immutable;
using Readiness.Audit;
using Readiness.Plans;
using Readiness.Supplies;
using Readiness.Supplies.Shortages;

namespace Readiness.Planning;

/// <summary>Books the units of items that a finished plan leaves unmet under what stands in their way.</summary>
internal static class ItemCauses
{
    /// <summary>The same plan with its missing units by cause. It is done once, for the plan that is returned: rounds do not need it.</summary>
    public static Candidate Explain(PlanningContext context, Candidate candidate)
    {
        if (!candidate.Audit.Passed || !candidate.Decisions.Unmet.Any(unmet => unmet.Kind == UnmetKind.Items))
        {
            return candidate;
        }

        var translation = new SupplyTranslation(context, candidate.Heads.Filled, candidate.Sites, context.AtHome(candidate.Sites), candidate.Keep);
        SupplyPlan plan = candidate.Supplies
            ?? new SupplyPlan([], [.. new long[translation.Problem.Demands.Length]], new PlanProof(Termination.Finished, []));
        Dictionary<(string, string, DateOnly), DemandShortage> causes = translation.ByNeed(
            new SupplyExplainer().Explain(translation.Problem, plan, new ExplainOptions { MostRemedies = 0, Levels = SupplyTranslation.ItemLevels }));
        PlanDecisions decisions = candidate.Decisions with
        {
            Unmet = [.. candidate.Decisions.Unmet.SelectMany(unmet => Split(unmet, causes))],
        };

        // A plan is worth more than its explanation: should a cause not stand up to the audit, the units stay booked as missing stock.
        PlanAudit audit = PlanAuditor.Audit(context.District, context.Forecast, decisions, context.Pins);
        return audit.Passed ? candidate with { Decisions = decisions, Audit = audit } : candidate;
    }

    private static ImmutableArray<UnmetNeed> Split(UnmetNeed unmet, Dictionary<(string, string, DateOnly), DemandShortage> causes) =>
        unmet.Kind == UnmetKind.Items && causes.TryGetValue((unmet.Subject, unmet.Item!, unmet.Day), out DemandShortage? shortage)
            ? [.. shortage.Causes.Select(share => unmet with { Amount = share.Units, Cause = Of(share.Cause) })]
            : [unmet];

    private static UnmetCause Of(ShortageCause cause) => cause switch
    {
        ShortageCause.Plan => UnmetCause.Plan,
        ShortageCause.MinimumDispatch => UnmetCause.MinimumDispatch,
        ShortageCause.PackSize => UnmetCause.PackSize,
        ShortageCause.Lorry => UnmetCause.Lorry,
        ShortageCause.Storage => UnmetCause.Storage,
        ShortageCause.Reserve => UnmetCause.Reserve,
        ShortageCause.Budget => UnmetCause.Budget,
        ShortageCause.Expiry => UnmetCause.Expiry,
        ShortageCause.LeadTime => UnmetCause.LeadTime,
        ShortageCause.Delivery => UnmetCause.Delivery,
        ShortageCause.Priority => UnmetCause.Priority,
        ShortageCause.Fairness => UnmetCause.Fairness,
        _ => UnmetCause.Stock,
    };
}
