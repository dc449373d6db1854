using Readiness.Assessment;
using Readiness.Plans;

namespace Readiness.Api.Storage;

/// <summary>What is kept of a plan. The district follows from the baseline and the changes.</summary>
/// <param name="Decisions">What to do.</param>
/// <param name="Audit">The independent audit with the indicators.</param>
/// <param name="Proof">What is proven.</param>
/// <param name="Risk">What is at risk because of uncertain shipments.</param>
/// <param name="Changes">What it changes of the published plan on top of which it was made.</param>
internal sealed record PlanOutcome(PlanDecisions Decisions, PlanAudit Audit, PlanProof Proof, PlanRisk? Risk = null, PlanChanges? Changes = null)
{
    /// <summary>Takes what is kept from a plan.</summary>
    /// <param name="plan">The plan.</param>
    public static PlanOutcome Of(ReadinessPlan plan) => new(plan.Decisions, plan.Audit, plan.Proof, plan.Risk, plan.Published is null ? null : PlanChanges.Of(plan));
}
