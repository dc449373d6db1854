using Readiness.Audit;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Tests.Audit.Mutations;

/// <summary>Too few heads at a site, too many on a line, and teams that are not whole.</summary>
internal static class CoverBreakers
{
    public static readonly RuleBreaker[] All =
    [
        new(AuditRules.SiteUnderstaffed, "nobody comes", facts =>
            from place in facts.Sample(StaffedDays(facts))
            select new BrokenPlan(place.Site, place.Day, facts.Plan.Without(place.Turns))),
        new(AuditRules.SiteUnderstaffed, "one head fewer than the least share", facts =>
            from place in facts.Sample(StaffedDays(facts))
            let kept = (int)Math.Ceiling(facts.District.Policy.Quarantine.MinimumSiteCover * place.Required - 1e-9) - 1
            select new BrokenPlan(place.Site, place.Day, facts.Plan.Without(place.Turns.AsSpan(kept)))),
        new(AuditRules.SiteUnderstaffed, "the least share is above the filled share", facts =>
            from place in facts.Sample(StaffedDays(facts).Where(place => place.Turns.Length < place.Required))
            select new BrokenPlan(place.Site, place.Day, facts.Plan.WithQuarantine(
                quarantine => quarantine with { MinimumSiteCover = (place.Turns.Length + 0.5) / place.Required }))),
        new(AuditRules.SiteUnderstaffed, "the site asks for more heads", facts =>
            from place in facts.Sample(StaffedDays(facts))
            select new BrokenPlan(place.Site, place.Day, facts.Plan.WithSite(
                site => site with { Lines = [site.Lines[0] with { FixedHeads = 1000 }, .. site.Lines[1..]] }, place.Site))),

        new(AuditRules.Overstaffed, "one head more than asked for", facts =>
            from slot in facts.Sample(facts.Slots.Where(slot => facts.Required(slot) > 0 && facts.Heads(slot) == facts.Required(slot)))
            select new BrokenPlan(slot.Subject, slot.Day, facts.Plan.Plus(facts.Turn(facts.District.Staff[0].Id, slot)))),
        new(AuditRules.Overstaffed, "a head where none is asked for", facts =>
            from slot in facts.Sample(facts.Slots.Where(slot => facts.Runs(slot.Of.Work, slot.Day) && facts.Required(slot) == 0))
            select new BrokenPlan(slot.Subject, slot.Day, facts.Plan.Plus(facts.Turn(facts.District.Staff[^1].Id, slot)))),
        new(AuditRules.Overstaffed, "one head fewer is asked for", facts =>
            from slot in facts.Sample(facts.Slots.Where(slot => facts.Heads(slot) > 0 && !slot.Of.Together))
            let fewer = facts.Heads(slot) - 1
            select new BrokenPlan(slot.Subject, slot.Day, facts.Plan.WithLine(
                slot.Of.Work,
                slot.Of.Line,
                line => line with { Heads = fewer, Workload = null },
                line => line with { FixedHeads = fewer, GuestsPerHead = null }))),
        new(AuditRules.Overstaffed, "a team takes nobody of the line", facts =>
            from slot in facts.Sample(facts.Slots.Where(slot => facts.Heads(slot) > 0 && slot.Of.Together))
            select new BrokenPlan(slot.Subject, slot.Day, facts.Plan.WithLine(slot.Of.Work, slot.Of.Line, line => line with { Heads = 0 }, line => line))),

        new(AuditRules.IncompleteTeam, "a member stays away", facts =>
            from turn in facts.Sample(facts.Decisions.Assignments.Where(turn => facts.LineOf(turn).Together))
            from slot in Partners(facts, facts.SlotOf(turn))
            where facts.Heads(slot) > 0
            select new BrokenPlan(slot.Subject, slot.Day, facts.Plan.Without(turn))),
        new(AuditRules.IncompleteTeam, "a member comes alone", facts =>
            from slot in facts.Sample(facts.Slots.Where(slot => slot.Of.Together && facts.Heads(slot) < facts.Required(slot)))
            select new BrokenPlan(slot.Subject, slot.Day, facts.Plan.Plus(facts.Turn(facts.District.Staff[0].Id, slot)))),
        new(AuditRules.IncompleteTeam, "a team takes one head more of a line", facts =>
            from turn in facts.Sample(facts.Decisions.Assignments.Where(turn => facts.LineOf(turn).Together))
            from slot in Partners(facts, facts.SlotOf(turn))
            select new BrokenPlan(slot.Subject, slot.Day, facts.Plan.WithDuty(turn.Duty, duty => duty with
            {
                Lines = [.. duty.Lines.Select(line => line.Id == turn.Line ? line with { Heads = line.Heads + 1 } : line)],
            }))),
    ];

    /// <summary>Open days of sites that may close, with the heads asked for and the turns.</summary>
    private static IEnumerable<(string Site, int Day, int Required, Assignment[] Turns)> StaffedDays(PlanFacts facts) =>
        from opening in facts.Decisions.Sites
        where facts.Site(opening.Site).Status == SiteStatus.Available
        from day in Enumerable.Range(0, facts.Days)
        let required = facts.Slots.Where(slot => slot.Of.Work == opening.Site && slot.Day == day).Sum(facts.Required)
        where required > 0
        select (opening.Site, day, required, facts.Decisions.Assignments.Where(turn => turn.Duty == opening.Site && turn.Day == facts.Date(day)).ToArray());

    /// <summary>The other lines of a joint duty on the same day and shift. In a good plan, the teams there are complete.</summary>
    private static IEnumerable<WorkSlot> Partners(PlanFacts facts, WorkSlot slot) =>
        facts.Slots.Where(other => other.Of.Work == slot.Of.Work && other.Of.Line != slot.Of.Line && (other.Shift, other.Day) == (slot.Shift, slot.Day));
}
