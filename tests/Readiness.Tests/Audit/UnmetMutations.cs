using Readiness.Audit;
using Readiness.Districts;
using Readiness.Plans;
using static Readiness.Tests.Audit.TinyPlan;

namespace Readiness.Tests.Audit;

internal static class UnmetMutations
{
    public static readonly PlanMutation[] All =
    [
        new(AuditRules.UnmetUnknown, "opera/care/day", 2, plan => plan.Plus(Cover("opera", "care", 2))),
        new(AuditRules.UnmetUnknown, "ward/cure/day", 2, plan => plan.Plus(Cover("ward", "cure", 2))),
        new(AuditRules.UnmetUnknown, "moon", 1, plan => plan.WithUnmet(UnmetKind.Guests, unmet => unmet with { Subject = "moon" })),
        new(AuditRules.UnmetUnknown, "patients/gown", 7, plan => plan.WithUnmet(UnmetKind.Items, unmet => unmet with { Item = "gown" })),
        new(AuditRules.UnmetUnknown, "north", 1, plan => plan.WithUnmet(UnmetKind.Guests, unmet => unmet with { Kind = (UnmetKind)9 })),
        new(AuditRules.UnmetUnknown, "north", 1, plan => plan.WithUnmet(UnmetKind.Guests, unmet => unmet with { Cause = (UnmetCause)99 })),
        new(AuditRules.UnmetNotBooked, "ward/care/day", 2, plan => plan.WithUnmet(UnmetKind.Cover, _ => null)),
        new(AuditRules.UnmetNotBooked, "north", 1, plan => plan.WithUnmet(UnmetKind.Guests, _ => null)),
        new(AuditRules.UnmetNotBooked, "patients/mask", 8, plan => plan.WithUnmet(UnmetKind.Items, _ => null)),
        new(AuditRules.UnmetWrongAmount, "ward/care/day", 2, plan => plan.WithUnmet(UnmetKind.Cover, unmet => unmet with { Amount = 2 })),
        new(AuditRules.UnmetWrongAmount, "ward/care/day", 1, plan => plan.Plus(Cover("ward", "care", 1))),
        new(AuditRules.UnmetWrongAmount, "north", 1, plan => plan.WithUnmet(UnmetKind.Guests, unmet => unmet with { Amount = 2 })),
        new(AuditRules.UnmetWrongAmount, "patients/mask", 7, plan => plan.WithUnmet(UnmetKind.Items, unmet => unmet with { Amount = 1 })),
        new(AuditRules.UnmetBookedTwice, "north", 1, plan => plan.Plus(plan.Decisions.Unmet[1])),
        new(AuditRules.UnmetWrongClass, "north", 1, plan => plan.WithUnmet(UnmetKind.Guests, unmet => unmet with { PriorityClass = 1 })),
        new(AuditRules.UnmetWrongCause, "ward/care/day", 2, plan => plan.WithUnmet(UnmetKind.Cover, unmet => unmet with { Cause = UnmetCause.Room })),
        new(AuditRules.UnmetWrongCause, "north", 1, plan => plan.WithUnmet(UnmetKind.Guests, unmet => unmet with { Cause = UnmetCause.Staff })),
        new(AuditRules.UnmetWrongCause, "patients/mask", 7, plan => plan.WithUnmet(UnmetKind.Items, unmet => unmet with { Cause = UnmetCause.Kit })),

        // A mask more than the patients will need, or one that expires that night, is a mask to spare; a mask of theirs is not.
        new(AuditRules.UnmetCauseUnsupported, "ward/care/day", 2, plan => ShortOfMasks(plan, new StockLot("hospital", "mask", 5))),
        new(AuditRules.UnmetCauseUnsupported, "ward/care/day", 2, plan => ShortOfMasks(plan, new StockLot("hospital", "mask", 5, Date(2)))),
        new(AuditRules.UnmetCauseUnsupported, "ward/care/day", 2, plan => plan.WithUnmet(UnmetKind.Cover, unmet => unmet with { ShortItem = null })),
        new(AuditRules.UnmetCauseUnsupported, "ward/care/day", 2, plan => plan.WithUnmet(UnmetKind.Cover, unmet => unmet with { ShortItem = "rope" })),
        new(AuditRules.OutsideHorizon, "north", -3, plan => plan.WithUnmet(UnmetKind.Guests, unmet => unmet with { Day = Date(-3) })),
        new(AuditRules.InvalidAmount, "north", 1, plan => plan.WithUnmet(UnmetKind.Guests, unmet => unmet with { Amount = 0 })),
    ];

    public static DraftPlan ShortOfMasks(DraftPlan plan, params StockLot[] more) => plan
        .WithUnmet(UnmetKind.Cover, unmet => unmet with { ShortItem = "mask" })
        .With(district => district with { StockLots = district.StockLots.AddRange(more) });

    private static UnmetNeed Cover(string duty, string line, int day) =>
        new(UnmetKind.Cover, 1, Date(day), duty, line, "day", null, 1, UnmetCause.Staff);
}
