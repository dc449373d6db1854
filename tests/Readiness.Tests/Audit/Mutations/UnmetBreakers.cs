using Readiness.Audit;
using Readiness.Plans;

namespace Readiness.Tests.Audit.Mutations;

/// <summary>Unmet needs that are booked twice, wrongly or not at all.</summary>
internal static class UnmetBreakers
{
    private static readonly UnmetKind[] Kinds = Enum.GetValues<UnmetKind>();

    public static readonly RuleBreaker[] All =
    [
        .. Kinds.SelectMany(kind => new RuleBreaker[]
        {
            new(AuditRules.UnmetNotBooked, $"{Name(kind)}: not booked", facts =>
                from need in facts.Sample(Booked(facts, kind).GroupBy(PlanFacts.Slot))
                select Named(facts, need.First(), need.Aggregate(facts.Plan, (plan, unmet) => plan.Without(unmet)))),
            Replaced(AuditRules.UnmetWrongAmount, $"{Name(kind)}: one more", kind, unmet => [unmet with { Amount = unmet.Amount + 1 }]),
            Replaced(AuditRules.UnmetWrongAmount, $"{Name(kind)}: one fewer", kind, unmet => unmet.Amount > 1 ? [unmet with { Amount = unmet.Amount - 1 }] : []),
            new(AuditRules.UnmetWrongAmount, $"{Name(kind)}: booked where nothing is missing", facts =>
                from met in facts.Sample(Met(facts, kind))
                select Named(facts, met, facts.Plan.Plus(met))),
            new(AuditRules.UnmetBookedTwice, $"{Name(kind)}: the same again", facts =>
                from unmet in facts.Sample(Booked(facts, kind))
                select Named(facts, unmet, facts.Plan.Plus(unmet))),
            new(AuditRules.UnmetBookedTwice, $"{Name(kind)}: in two parts", facts =>
                from unmet in facts.Sample(Booked(facts, kind).Where(unmet => unmet.Amount > 1))
                select Named(facts, unmet, facts.Replacing(unmet, unmet with { Amount = 1 }).Plus(unmet with { Amount = unmet.Amount - 1 }))),
            Replaced(AuditRules.UnmetWrongClass, $"{Name(kind)}: another class", kind, unmet =>
                from priorityClass in Enumerable.Range(0, 6) where priorityClass != unmet.PriorityClass select unmet with { PriorityClass = priorityClass }),
            Replaced(AuditRules.UnmetWrongCause, $"{Name(kind)}: a cause of another kind", kind, unmet =>
                from cause in Enum.GetValues<UnmetCause>().Except(CausesOf(kind)) select unmet with { Cause = cause }),
            Replaced(AuditRules.UnmetUnknown, $"{Name(kind)}: of nothing that exists", kind, unmet => [unmet with { Subject = "moon" }]),
            Replaced(AuditRules.UnmetUnknown, $"{Name(kind)}: for a cause that does not exist", kind, unmet => [unmet with { Cause = (UnmetCause)99 }, unmet with { Cause = (UnmetCause)(-1) }]),
        }),
        Replaced(AuditRules.UnmetUnknown, "heads: of another line or shift", UnmetKind.Cover, unmet =>
            [unmet with { Line = "cure" }, unmet with { Shift = "dusk" }]),
        Replaced(AuditRules.UnmetUnknown, "items: of another item", UnmetKind.Items, unmet => [unmet with { Item = "rope" }]),
        new(AuditRules.UnmetUnknown, "of a kind that does not exist", facts =>
            from unmet in facts.Sample(Booked(facts, UnmetKind.Guests))
            select Named(facts, unmet, facts.Replacing(unmet, unmet with { Kind = (UnmetKind)3 }))),

        new(AuditRules.UnmetNotBooked, "heads: a turn is dropped", facts =>
            from slot in facts.Sample(facts.Slots.Where(slot => !slot.Of.Together && facts.Heads(slot) > 0 && facts.Heads(slot) == facts.Required(slot)))
            let turn = facts.Decisions.Assignments.First(turn => facts.SlotOf(turn) == slot)
            select new BrokenPlan(slot.Subject, slot.Day, facts.Plan.Without(turn))),
        new(AuditRules.UnmetNotBooked, "guests: an admission is dropped", facts =>
            from entry in facts.Sample(facts.Admissions)
            let day = facts.DayOf(entry.Admission.Day)
            where facts.Admitted(entry.Admission.Zone, day) == facts.Contacts(entry.Admission.Zone, day)
            select new BrokenPlan(entry.Admission.Zone, day, facts.Plan.WithOpening(
                opening => opening with { Admissions = opening.Admissions.Remove(entry.Admission) }, entry.Site))),
        new(AuditRules.UnmetNotBooked, "items: an issue is dropped", facts =>
            from issue in facts.Sample(facts.Decisions.Issues)
            let day = facts.DayOf(issue.Day)
            where issue.Quantity == facts.Units(issue.Need, issue.Item, day)
            select new BrokenPlan(PlanFacts.Subject(issue), day, facts.Plan.Without(issue))),
        new(AuditRules.UnmetWrongAmount, "heads: a turn is dropped where one is missing", facts =>
            from slot in facts.Sample(facts.Slots.Where(slot => !slot.Of.Together && facts.Heads(slot) > 0 && facts.Heads(slot) < facts.Required(slot)))
            let turn = facts.Decisions.Assignments.First(turn => facts.SlotOf(turn) == slot)
            select new BrokenPlan(slot.Subject, slot.Day, facts.Plan.Without(turn))),
    ];

    private static string Name(UnmetKind kind) => kind switch { UnmetKind.Cover => "heads", UnmetKind.Guests => "guests", _ => "items" };

    private static UnmetCause[] CausesOf(UnmetKind kind) => kind switch
    {
        UnmetKind.Cover => [UnmetCause.Staff, UnmetCause.Kit],
        UnmetKind.Guests => [UnmetCause.Room],
        _ => [.. Enum.GetValues<UnmetCause>().Except([UnmetCause.Staff, UnmetCause.Kit, UnmetCause.Room])],
    };

    private static IEnumerable<UnmetNeed> Booked(PlanFacts facts, UnmetKind kind) => facts.Decisions.Unmet.Where(unmet => unmet.Kind == kind);

    private static BrokenPlan Named(PlanFacts facts, UnmetNeed unmet, DraftPlan plan) => new(PlanFacts.Subject(unmet), facts.DayOf(unmet.Day), plan);

    private static RuleBreaker Replaced(string rule, string way, UnmetKind kind, Func<UnmetNeed, IEnumerable<UnmetNeed>> others) => new(rule, way, facts =>
        from place in facts.Sample(from unmet in Booked(facts, kind) from other in others(unmet) select (unmet, other))
        select Named(facts, place.other, facts.Replacing(place.unmet, place.other)));

    /// <summary>Needs that are met in full, booked as if one head, guest or unit were missing.</summary>
    private static IEnumerable<UnmetNeed> Met(PlanFacts facts, UnmetKind kind) => kind switch
    {
        UnmetKind.Cover =>
            from slot in facts.Slots
            where facts.Heads(slot) == facts.Required(slot)
            select new UnmetNeed(kind, slot.Of.PriorityClass, facts.Date(slot.Day), slot.Of.Work, slot.Of.Line, slot.Shift, null, 1, UnmetCause.Staff),
        UnmetKind.Guests =>
            from zone in facts.District.Zones
            from day in Enumerable.Range(0, facts.Days)
            where facts.Admitted(zone.Id, day) == facts.Contacts(zone.Id, day)
            select new UnmetNeed(kind, facts.District.Policy.Quarantine.GuestClass, facts.Date(day), zone.Id, null, null, null, 1, UnmetCause.Room),
        _ =>
            from issue in facts.Decisions.Issues
            where issue.Quantity == facts.Units(issue.Need, issue.Item, facts.DayOf(issue.Day))
            select new UnmetNeed(kind, 1, issue.Day, issue.Need, null, null, issue.Item, 1, UnmetCause.Stock),
    };
}
