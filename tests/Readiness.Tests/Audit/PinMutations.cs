using Readiness.Audit;
using Readiness.Plans;

namespace Readiness.Tests.Audit;

/// <summary>The good plan on top of itself, with a decision of the window changed.</summary>
internal static class PinMutations
{
    public static readonly PlanMutation[] All =
    [
        new(AuditRules.PinnedDecisionChanged, Subject(First), Day(First.Day), plan => OnItself(plan).Without(First)),
        new(AuditRules.PinnedDecisionChanged, Subject(Sent), Day(Sent.Day), plan => OnItself(plan).Without(Sent)),
        new(AuditRules.PinnedDecisionChanged, "hotel", 1, plan => OnItself(plan).WithOpening(opening => opening with { OpenFrom = opening.OpenFrom.AddDays(1) })),
    ];

    private static Assignment First => TinyPlan.Good.Decisions.Assignments[0];

    private static PlannedShipment Sent => TinyPlan.Good.Decisions.Shipments[0];

    private static string Subject(Assignment work) => $"{work.Staff}/{work.Duty}/{work.Line}/{work.Shift}";

    private static string Subject(PlannedShipment sent) => $"{sent.Item}/{sent.From}/{sent.To}";

    private static int Day(DateOnly date) => TinyPlan.Good.District.Horizon.DayOf(date);

    private static DraftPlan OnItself(DraftPlan plan) => plan with
    {
        Published = new PublishedPlan(plan.Decisions, new PlanWindow(plan.District.Horizon.Start, plan.District.Horizon.End)),
    };
}
