using Readiness.Audit;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Tests.Audit.Mutations;

/// <summary>People who may not do what they are assigned to: unknown, absent, without the skill, of another organisation.</summary>
internal static class TurnBreakers
{
    public static readonly RuleBreaker[] All =
    [
        Turns(AuditRules.UnknownAssignment, "a person who does not exist", (_, turn) => [turn with { Staff = "ghost" }, turn with { Staff = null! }], dated: false),
        Turns(AuditRules.UnknownAssignment, "a duty that does not exist", (_, turn) => [turn with { Duty = "opera" }, turn with { Duty = null! }], dated: false),
        Turns(AuditRules.UnknownAssignment, "a shift that does not exist", (_, turn) => [turn with { Shift = "dusk" }, turn with { Shift = null! }], dated: false),
        Turns(AuditRules.UnknownAssignment, "a line of another duty", (facts, turn) =>
            from line in facts.Lines
            where facts.Lines.All(own => (own.Work, own.Line) != (turn.Duty, line.Line))
            select turn with { Line = line.Line }, dated: false),

        new(AuditRules.DoubleAssignment, "the same turn again", facts =>
            from turn in facts.Sample(facts.Decisions.Assignments)
            select new BrokenPlan(turn.Staff, facts.DayOf(turn.Day), facts.Plan.Plus(turn))),
        new(AuditRules.DoubleAssignment, "another turn on the same day", facts =>
            from turn in facts.Sample(facts.Decisions.Assignments)
            from slot in facts.Sample(facts.Slots.Where(slot => slot.Day == facts.DayOf(turn.Day)))
            select new BrokenPlan(turn.Staff, slot.Day, facts.Plan.Plus(facts.Turn(turn.Staff, slot)))),

        Facts(AuditRules.Absent, "the person falls absent on the day", (facts, turn) =>
            from kind in Enum.GetValues<AbsenceKind>() select Absent(facts, new Absence(turn.Staff, turn.Day, turn.Day, kind))),
        Facts(AuditRules.Absent, "the last day of an absence", (facts, turn) =>
            [Absent(facts, new Absence(turn.Staff, turn.Day.AddDays(-30), turn.Day, AbsenceKind.Leave))]),
        Facts(AuditRules.Absent, "the first day of an absence", (facts, turn) =>
            [Absent(facts, new Absence(turn.Staff, turn.Day, turn.Day.AddDays(30), AbsenceKind.Sick))]),
        new(AuditRules.Absent, "works on a day of absence", facts =>
            from away in facts.Sample(from person in facts.District.Staff from day in Enumerable.Range(0, facts.Days) where facts.IsAbsent(person.Id, day) select (person.Id, Day: day))
            from slot in facts.Sample(facts.Slots.Where(slot => slot.Day == away.Day)).Take(3)
            select Added(facts, facts.Turn(away.Id, slot))),

        Turns(AuditRules.Skill, "someone without the skill", (facts, turn) =>
            from person in facts.District.Staff where !person.Skills.Contains(facts.LineOf(turn).Skill) select turn with { Staff = person.Id }),
        Facts(AuditRules.Skill, "the line asks for another skill", (facts, turn) =>
            from skill in facts.District.Skills
            where !facts.Person(turn.Staff).Skills.Contains(skill.Id)
            select facts.Plan.WithLine(turn.Duty, turn.Line, line => line with { Skill = skill.Id }, line => line with { Skill = skill.Id })),
        Facts(AuditRules.Skill, "the person has another skill", (facts, turn) =>
            from skill in facts.District.Skills
            where skill.Id != facts.LineOf(turn).Skill
            select facts.Plan.WithPerson(turn.Staff, person => person with { Skills = [skill.Id] })),
        Turns(AuditRules.Organisation, "someone of another organisation", (facts, turn) =>
            from person in facts.District.Staff
            where facts.LineOf(turn).Organisation is { } organisation && facts.Index.StaffOrganisation(person.Id) != organisation
            select turn with { Staff = person.Id }),
        Facts(AuditRules.Organisation, "the line asks for another organisation", (facts, turn) =>
            from organisation in facts.District.Organisations
            where organisation.Id != facts.Index.StaffOrganisation(turn.Staff)
            select facts.Plan.WithLine(turn.Duty, turn.Line, line => line with { Organisation = organisation.Id }, line => line with { Organisation = organisation.Id })),
        Facts(AuditRules.Organisation, "the home belongs to another organisation", (facts, turn) =>
            from organisation in facts.District.Organisations
            where facts.LineOf(turn).Organisation is { } asked && asked != organisation.Id
            select facts.Plan.WithFacility(facts.Person(turn.Staff).Home, home => home with { Organisation = organisation.Id })),

        Facts(AuditRules.NotLendable, "someone away may not be lent", (facts, turn) =>
            facts.IsAway(turn) ? [facts.Plan.WithPerson(turn.Staff, person => person with { Lendable = false })] : []),
        new(AuditRules.NotLendable, "someone who may not be lent is sent away", facts =>
            from person in facts.District.Staff.Where(person => !person.Lendable)
            from slot in facts.Sample(facts.Slots.Where(slot => slot.Of.Place != person.Home))
            select Added(facts, facts.Turn(person.Id, slot))),
        Facts(AuditRules.TravelLimit, "the limit is just below the distance", (facts, turn) =>
            facts.IsAway(turn) ? [facts.Plan.WithPolicy(policy => policy with { TravelLimitKm = facts.Index.DistanceKm(facts.Person(turn.Staff).Home, facts.LineOf(turn).Place) - 1e-6 })] : []),
        Facts(AuditRules.TravelLimit, "the home is far away", (facts, turn) =>
            facts.IsAway(turn) ? [facts.Plan.WithFacility(facts.Person(turn.Staff).Home, home => home with { Location = PlanFacts.FarFrom(home.Location) })] : []),
        Facts(AuditRules.TravelLimit, "the place is far away", (facts, turn) =>
            !facts.IsAway(turn) ? [] :
            [
                facts.Plan
                    .WithFacility(facts.LineOf(turn).Place, place => place with { Location = PlanFacts.FarFrom(place.Location) })
                    .WithSite(site => site with { Location = PlanFacts.FarFrom(site.Location) }, facts.LineOf(turn).Place),
            ]),
    ];

    private static DraftPlan Absent(PlanFacts facts, Absence absence) =>
        facts.Plan.With(district => district with { Absences = district.Absences.Add(absence) });

    private static BrokenPlan Added(PlanFacts facts, Assignment turn) =>
        new(PlanFacts.Subject(turn), facts.DayOf(turn.Day), facts.Plan.Plus(turn));

    /// <summary>Each turn gives way to others, which are named.</summary>
    private static RuleBreaker Turns(string rule, string way, Func<PlanFacts, Assignment, IEnumerable<Assignment>> others, bool dated = true) => new(rule, way, facts =>
        from place in facts.Sample(from turn in facts.Decisions.Assignments from other in others(facts, turn) select (turn, other))
        select new BrokenPlan(PlanFacts.Subject(place.other), dated ? facts.DayOf(place.other.Day) : null, facts.Replacing(place.turn, place.other)));

    /// <summary>The facts change under each turn, which is named.</summary>
    private static RuleBreaker Facts(string rule, string way, Func<PlanFacts, Assignment, IEnumerable<DraftPlan>> change) => new(rule, way, facts =>
        from place in facts.Sample(from turn in facts.Decisions.Assignments from plan in change(facts, turn) select (turn, plan))
        select new BrokenPlan(PlanFacts.Subject(place.turn), facts.DayOf(place.turn.Day), place.plan));
}
