using Readiness.Audit;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Tests.Audit.Mutations;

/// <summary>Shifts that follow one another too soon.</summary>
internal static class RestBreakers
{
    private const int MinutesPerDay = 1440;

    public static readonly RuleBreaker[] All =
    [
        new(AuditRules.MinimumRest, "the next shift is too early", facts =>
            Pairs(facts, (first, second) => from shift in facts.District.ShiftTypes
                                            let other = second with { Shift = shift.Id }
                                            where IsTooShort(facts, first, other)
                                            select facts.Replacing(second, other))),
        new(AuditRules.MinimumRest, "the shift before is too late", facts =>
            Pairs(facts, (first, second) => from shift in facts.District.ShiftTypes
                                            let other = first with { Shift = shift.Id }
                                            where IsTooShort(facts, other, second)
                                            select facts.Replacing(first, other))),
        new(AuditRules.MinimumRest, "the contract asks for a minute more", facts =>
            Pairs(facts, (first, second) => from rest in new[] { Rest(facts, first, second) }
                                            where rest <= 2880
                                            select facts.Plan.WithContract(contract => contract with { MinRestMinutes = rest + 1 }))),
        new(AuditRules.MinimumRest, "the shift before grows longer", facts =>
            Pairs(facts, (first, second) => from length in new[] { facts.Shift(first.Shift).LengthMinutes + Rest(facts, first, second) - facts.ContractOf(first.Staff).MinRestMinutes + 1 }
                                            where length <= MinutesPerDay
                                            select WithLength(facts, first.Shift, length))),
        new(AuditRules.MinimumRest, "a shift too early is added on the next day", facts =>
            from added in facts.Sample(
                from turn in facts.Decisions.Assignments
                from shift in facts.District.ShiftTypes
                let next = turn with { Day = turn.Day.AddDays(1), Shift = shift.Id }
                where facts.District.Horizon.Contains(next.Day) && IsTooShort(facts, turn, next)
                where facts.Decisions.Assignments.All(other => (other.Staff, other.Day) != (next.Staff, next.Day))
                select next)
            select new BrokenPlan(added.Staff, facts.DayOf(added.Day), facts.Plan.Plus(added))),
        new(AuditRules.MinimumRest, "a shift before the horizon ends too late", facts =>
            from place in facts.Sample(
                from person in facts.TurnsByPerson()
                let first = person.First()
                from shift in facts.District.ShiftTypes
                from day in new[] { -1, -2 }
                where IsTooShort(facts, first with { Day = facts.Date(day), Shift = shift.Id }, first)
                select (first, shift, day))
            select new BrokenPlan(place.first.Staff, facts.DayOf(place.first.Day), facts.WithPast(place.first.Staff, place.shift.Id, [place.day]))),
    ];

    /// <summary>Every two consecutive turns of a person with every change that breaks the rest between them.</summary>
    private static IEnumerable<BrokenPlan> Pairs(PlanFacts facts, Func<Assignment, Assignment, IEnumerable<DraftPlan>> changes) =>
        from place in facts.Sample(
            from person in facts.TurnsByPerson()
            from pair in person.Zip(person.Skip(1))
            from plan in changes(pair.First, pair.Second)
            select (pair.Second, plan))
        select new BrokenPlan(place.Second.Staff, facts.DayOf(place.Second.Day), place.plan);

    private static int Rest(PlanFacts facts, Assignment first, Assignment second)
    {
        ShiftType before = facts.Shift(first.Shift);
        TimeSpan between = facts.Shift(second.Shift).Start - TimeOnly.MinValue - (before.Start - TimeOnly.MinValue);
        return (second.Day.DayNumber - first.Day.DayNumber) * MinutesPerDay + (int)between.TotalMinutes - before.LengthMinutes;
    }

    private static bool IsTooShort(PlanFacts facts, Assignment first, Assignment second) =>
        Rest(facts, first, second) < facts.ContractOf(first.Staff).MinRestMinutes;

    private static DraftPlan WithLength(PlanFacts facts, string id, int minutes) => facts.Plan.With(district => district with
    {
        ShiftTypes = [.. district.ShiftTypes.Select(shift => shift.Id == id ? shift with { LengthMinutes = minutes } : shift)],
    });
}
