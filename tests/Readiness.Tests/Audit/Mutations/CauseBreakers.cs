using Readiness.Audit;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Tests.Audit.Mutations;

/// <summary>Heads said to lack a kit that the place could give them.</summary>
internal static class CauseBreakers
{
    public static readonly RuleBreaker[] All =
    [
        new(AuditRules.UnmetCauseUnsupported, "the place has plenty of the short item", facts =>
            from unmet in facts.Sample(Booked(facts, UnmetCause.Kit))
            select Named(facts, unmet, Plenty(facts.Plan, facts.LineOf(unmet).Place, unmet.ShortItem!))),
        new(AuditRules.UnmetCauseUnsupported, "staff is short, the kit is not", facts =>
            from unmet in facts.Sample(OfOneCause(facts, UnmetCause.Staff))
            from part in facts.KitOf(facts.LineOf(unmet))
            select Named(facts, unmet, Plenty(
                facts.Replacing(unmet, unmet with { Cause = UnmetCause.Kit, ShortItem = part.Item }), facts.LineOf(unmet).Place, part.Item))),
        new(AuditRules.UnmetCauseUnsupported, "the short item is not part of the kit", facts =>
            from unmet in facts.Sample(OfOneCause(facts, UnmetCause.Kit))
            from item in facts.District.Items
            where facts.Lines.Where(line => line.Work == unmet.Subject && (line.Line == unmet.Line || line.Together))
                .All(line => facts.KitOf(line).All(part => part.Item != item.Id))
            select Named(facts, unmet, facts.Replacing(unmet, unmet with { ShortItem = item.Id }))),
        new(AuditRules.UnmetCauseUnsupported, "there is no short item", facts =>
            from unmet in facts.Sample(Booked(facts, UnmetCause.Kit))
            from item in new[] { null, "", "rope" }
            select Named(facts, unmet, facts.Replacing(unmet, unmet with { ShortItem = item }))),
        new(AuditRules.UnmetCauseUnsupported, "the line wears no kit", facts =>
            from unmet in facts.Sample(Booked(facts, UnmetCause.Kit).Where(unmet => !facts.LineOf(unmet).Together))
            select Named(facts, unmet, facts.Plan.WithLine(unmet.Subject, unmet.Line!, line => line with { Kit = null }, line => line with { Kit = null }))),
    ];

    private static IEnumerable<UnmetNeed> Booked(PlanFacts facts, UnmetCause cause) =>
        facts.Decisions.Unmet.Where(unmet => unmet.Kind == UnmetKind.Cover && unmet.Cause == cause);

    private static IEnumerable<UnmetNeed> OfOneCause(PlanFacts facts, UnmetCause cause) =>
        Booked(facts, cause).Where(unmet => facts.Decisions.Unmet.Count(other => PlanFacts.Slot(other) == PlanFacts.Slot(unmet)) == 1);

    private static BrokenPlan Named(PlanFacts facts, UnmetNeed unmet, DraftPlan plan) => new(PlanFacts.Subject(unmet), facts.DayOf(unmet.Day), plan);

    private static DraftPlan Plenty(DraftPlan plan, string place, string item) => plan.WithLot(new StockLot(place, item, 1_000_000));
}
