using System.Collections.Immutable;
using Readiness.Audit;
using Readiness.Plans;

namespace Readiness.Tests.Audit.Mutations;

/// <summary>Turns on days on which the work does not run, and in shifts that the work or the contract does not know.</summary>
internal static class ShiftBreakers
{
    public static readonly RuleBreaker[] All =
    [
        new(AuditRules.DutyNotRunning, "a turn on a day on which the duty does not run", facts => NotRunning(facts, site: false)),
        new(AuditRules.DutyNotRunning, "a turn at a site that is not open", facts => NotRunning(facts, site: true)),
        new(AuditRules.DutyNotRunning, "the duty starts a day later", facts =>
            from turn in facts.Sample(OfDuties(facts))
            select Named(facts, turn, facts.Plan.WithDuty(turn.Duty, duty => duty with { From = turn.Day.AddDays(1) }))),
        new(AuditRules.DutyNotRunning, "the duty ends a day earlier", facts =>
            from turn in facts.Sample(OfDuties(facts))
            select Named(facts, turn, facts.Plan.WithDuty(turn.Duty, duty => duty with { To = turn.Day.AddDays(-1) }))),
        new(AuditRules.DutyNotRunning, "the duty pauses on the weekday", facts =>
            from turn in facts.Sample(OfDuties(facts))
            select Named(facts, turn, facts.Plan.WithDuty(turn.Duty, duty =>
                duty with { Weekdays = [.. Enum.GetValues<DayOfWeek>().Where(day => day != turn.Day.DayOfWeek)] }))),
        new(AuditRules.DutyNotRunning, "the site opens a day later", facts =>
            from turn in facts.Sample(OfSites(facts))
            select Named(facts, turn, facts.Plan.WithOpening(opening => opening with { OpenFrom = turn.Day.AddDays(1) }, turn.Duty))),
        new(AuditRules.DutyNotRunning, "the site closes a day earlier", facts =>
            from turn in facts.Sample(OfSites(facts))
            select Named(facts, turn, facts.Plan.WithOpening(opening => opening with { OpenTo = turn.Day.AddDays(-1) }, turn.Duty))),
        new(AuditRules.DutyNotRunning, "the site never opens", facts =>
            from turn in facts.Sample(OfSites(facts))
            select Named(facts, turn, facts.Plan.Without(facts.OpeningOf(turn.Duty)!))),

        new(AuditRules.ShiftNotOfDuty, "another shift", facts =>
            from turn in facts.Sample(facts.Decisions.Assignments)
            from shift in facts.District.ShiftTypes
            where !facts.LineOf(turn).Shifts.Contains(shift.Id)
            let other = turn with { Shift = shift.Id }
            select Named(facts, other, facts.Replacing(turn, other))),
        new(AuditRules.ShiftNotOfDuty, "the duty no longer runs in the shift", facts =>
            from turn in facts.Sample(facts.Decisions.Assignments)
            let others = Others(facts, turn.Shift)
            select Named(facts, turn, facts.Plan
                .WithDuty(turn.Duty, duty => duty with { Shifts = others })
                .WithSite(site => site with { Shifts = others }, turn.Duty))),
        new(AuditRules.ShiftNotInContract, "a shift that the contract leaves out", facts =>
            from turn in facts.Sample(facts.Decisions.Assignments.Where(turn => facts.ContractOf(turn.Staff).ShiftTypes.Length > 0))
            from shift in facts.District.ShiftTypes
            where !facts.ContractOf(turn.Staff).ShiftTypes.Contains(shift.Id)
            let other = turn with { Shift = shift.Id }
            select Named(facts, other, facts.Replacing(turn, other))),
        new(AuditRules.ShiftNotInContract, "the contract leaves the shift out", facts =>
            from turn in facts.Sample(facts.Decisions.Assignments)
            select Named(facts, turn, facts.Plan.WithContract(contract =>
                contract.Id == facts.ContractOf(turn.Staff).Id ? contract with { ShiftTypes = Others(facts, turn.Shift) } : contract))),
    ];

    private static BrokenPlan Named(PlanFacts facts, Assignment turn, DraftPlan plan) => new(PlanFacts.Subject(turn), facts.DayOf(turn.Day), plan);

    private static IEnumerable<Assignment> OfDuties(PlanFacts facts) => facts.Decisions.Assignments.Where(turn => facts.Index.Duties.ContainsKey(turn.Duty));

    private static IEnumerable<Assignment> OfSites(PlanFacts facts) => facts.Decisions.Assignments.Where(turn => facts.Index.Sites.ContainsKey(turn.Duty));

    private static ImmutableArray<string> Others(PlanFacts facts, string shift) =>
        [.. facts.District.ShiftTypes.Select(type => type.Id).Where(id => id != shift)];

    private static IEnumerable<BrokenPlan> NotRunning(PlanFacts facts, bool site) =>
        from slot in facts.Sample(facts.Slots.Where(slot => facts.Index.Sites.ContainsKey(slot.Of.Work) == site && !facts.Runs(slot.Of.Work, slot.Day)))
        let turn = facts.Turn(facts.District.Staff[slot.Day].Id, slot)
        select Named(facts, turn, facts.Plan.Plus(turn));
}
