using System.Collections.Immutable;
using Readiness.Audit;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Tests.Audit.Mutations;

/// <summary>People with too many weekends or shifts of a type, too long in a closed loop or in protective clothing.</summary>
internal static class OutbreakDutyBreakers
{
    private const int Week = 7;

    public static readonly RuleBreaker[] All =
    [
        new(AuditRules.MaximumWeekends, "the contract allows a weekend less", facts =>
            from place in facts.Sample(
                from person in facts.TurnsByPerson()
                let weekends = Weekends(person)
                from weekend in Enumerable.Range(0, weekends.Length)
                select (person.Key, weekends[weekend].Day, Most: weekend))
            select new BrokenPlan(place.Key, facts.DayOf(place.Day), facts.Plan.WithContract(contract => contract with { MaxWeekends = place.Most }))),
        new(AuditRules.MaximumWeekends, "works on every day off", facts =>
            from place in facts.Sample(
                from person in facts.TurnsByPerson()
                let turns = WithDaysOff(facts, person, person.First())
                let weekends = Weekends(turns)
                let most = facts.ContractOf(person.Key).MaxWeekends
                where weekends.Length > most
                select (person.Key, weekends[most.Value].Day, turns))
            select new BrokenPlan(place.Key, facts.DayOf(place.Day), WithTurns(facts, place.Key, place.turns))),

        new(AuditRules.MaximumShifts, "the contract allows a shift less", facts =>
            from place in facts.Sample(
                from person in facts.TurnsByPerson()
                from type in person.GroupBy(turn => turn.Shift)
                from turns in Enumerable.Range(1, type.Count())
                select (person.Key, Last: type.ElementAt(turns - 1), Most: turns - 1))
            select new BrokenPlan(place.Key, facts.DayOf(place.Last.Day), facts.Plan.WithContract(
                contract => contract with { MaxShifts = [new ShiftLimit(place.Last.Shift, place.Most)] }))),
        new(AuditRules.MaximumShifts, "works the limited shift on every day off", facts =>
            from place in facts.Sample(
                from person in facts.TurnsByPerson()
                from limit in facts.ContractOf(person.Key).MaxShifts
                let turns = WithDaysOff(facts, person, limit.Shift)
                let type = turns.Where(turn => turn.Shift == limit.Shift).ToArray()
                where type.Length > limit.Most
                select (person.Key, Day: facts.DayOf(type[limit.Most].Day), turns))
            select new BrokenPlan(place.Key, place.Day, WithTurns(facts, place.Key, place.turns))),

        new(AuditRules.ClosedLoop, "the contract allows shorter stays", facts =>
            from place in facts.Sample(
                from person in facts.TurnsByPerson()
                from isolation in new[] { 1, 2, 4 }
                from most in new[] { 1, 2, 3, 5 }
                let day = FirstLongStay(facts, person.Key, person, most, isolation)
                where day is not null
                select (person.Key, most, isolation, day))
            select new BrokenPlan(place.Key, place.day, facts.Plan.WithContract(
                contract => contract with { ClosedLoopDays = place.most, IsolationDays = place.isolation }))),
        new(AuditRules.ClosedLoop, "works through the isolation", facts =>
            from place in facts.Sample(
                from person in facts.TurnsByPerson()
                let contract = facts.ContractOf(person.Key)
                where contract.ClosedLoopDays < facts.Days
                let turns = WithDaysOff(facts, person, person.First().Shift)
                let day = FirstLongStay(facts, person.Key, turns, contract.ClosedLoopDays!.Value, contract.IsolationDays!.Value)
                select (person.Key, day, turns))
            select new BrokenPlan(place.Key, place.day, WithTurns(facts, place.Key, place.turns))),
        new(AuditRules.ClosedLoop, "has been inside before the horizon", facts =>
            from place in facts.Sample(
                from person in facts.TurnsByPerson()
                let contract = facts.ContractOf(person.Key)
                let first = person.First()
                where contract.IsolationDays > facts.DayOf(first.Day)
                from longer in new[] { 0, 4 }
                select (first, Days: contract.ClosedLoopDays!.Value + longer))
            select new BrokenPlan(
                place.first.Staff, facts.DayOf(place.first.Day),
                facts.WithPast(place.first.Staff, place.first.Shift, Enumerable.Range(-place.Days, place.Days)))),

        new(AuditRules.MaximumProtectiveMinutesPerShift, "the contract allows a minute less", facts =>
            from turn in facts.Sample(facts.Decisions.Assignments.Where(turn => Protective(facts, turn) > 0))
            select new BrokenPlan(turn.Staff, facts.DayOf(turn.Day), facts.Plan.WithContract(
                contract => contract with { MaxProtectiveMinutesPerShift = Protective(facts, turn) - 1 }))),
        new(AuditRules.MaximumProtectiveMinutesPerShift, "the whole shift is worked in protective clothing", facts =>
            from turn in facts.Sample(facts.Decisions.Assignments.Where(turn =>
                facts.ContractOf(turn.Staff).MaxProtectiveMinutesPerShift < facts.Shift(turn.Shift).LengthMinutes))
            select new BrokenPlan(turn.Staff, facts.DayOf(turn.Day), facts.Plan.WithLine(
                turn.Duty, turn.Line, line => line with { ProtectiveMinutesPerHour = 60 }, line => line with { ProtectiveMinutesPerHour = 60 }))),

        new(AuditRules.MaximumProtectiveMinutesPerWeek, "the contract allows a minute less", facts =>
            from week in facts.Sample(ProtectiveWeeks(facts, facts.Decisions.Assignments))
            where week.Minutes > 0
            select new BrokenPlan(week.Staff, week.Day, facts.Plan.WithContract(
                contract => contract with { MaxProtectiveMinutesPerWeek = week.Minutes - 1 }))),
        new(AuditRules.MaximumProtectiveMinutesPerWeek, "works in protective clothing on every day off", facts =>
            from place in facts.Sample(
                from person in facts.TurnsByPerson()
                let protective = person.FirstOrDefault(turn => Protective(facts, turn) > 0)
                where protective is not null
                let turns = WithDaysOff(facts, person, protective)
                from week in ProtectiveWeeks(facts, turns)
                where week.Minutes > facts.ContractOf(person.Key).MaxProtectiveMinutesPerWeek
                select (person.Key, week.Day, turns))
            select new BrokenPlan(place.Key, place.Day, WithTurns(facts, place.Key, place.turns))),
    ];

    /// <summary>The first turn of each weekend.</summary>
    private static Assignment[] Weekends(IEnumerable<Assignment> turns) =>
    [
        .. turns.Where(turn => turn.Day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            .GroupBy(turn => turn.Day.DayNumber / Week).Select(weekend => weekend.First()),
    ];

    private static int Protective(PlanFacts facts, Assignment turn)
    {
        int perHour = facts.District.Duties.Where(duty => duty.Id == turn.Duty).SelectMany(duty => duty.Lines)
            .Where(line => line.Id == turn.Line).Select(line => line.ProtectiveMinutesPerHour)
            .Concat(facts.District.CandidateSites.Where(site => site.Id == turn.Duty).SelectMany(site => site.Lines)
                .Where(line => line.Id == turn.Line).Select(line => line.ProtectiveMinutesPerHour))
            .Single();
        return facts.Shift(turn.Shift).LengthMinutes * perHour / 60;
    }

    private static IEnumerable<(string Staff, int Day, int Minutes)> ProtectiveWeeks(PlanFacts facts, IEnumerable<Assignment> turns) =>
        from turn in turns
        group Protective(facts, turn) by (turn.Staff, facts.DayOf(turn.Day) / Week * Week) into week
        select (week.Key.Staff, week.Key.Item2, week.Sum());

    /// <summary>The first day worked on which a stay lasts longer than it may; null if none does.</summary>
    private static int? FirstLongStay(PlanFacts facts, string person, IEnumerable<Assignment> turns, int most, int isolation)
    {
        int[] worked = [.. facts.Past(person).Select(past => past.Day).Concat(turns.Select(turn => facts.DayOf(turn.Day))).Order()];
        return worked.Where(day => day >= 0 && worked.Any(first =>
                day - first >= most && worked.Where(between => between >= first && between < day)
                    .All(between => worked.Any(next => next > between && next <= between + isolation))))
            .Select(day => (int?)day).FirstOrDefault();
    }

    private static ImmutableArray<Assignment> WithDaysOff(PlanFacts facts, IEnumerable<Assignment> person, string shift) =>
        WithDaysOff(facts, person, person.First() with { Shift = shift });

    /// <summary>A person's turns, with the same one more on every day without one.</summary>
    private static ImmutableArray<Assignment> WithDaysOff(PlanFacts facts, IEnumerable<Assignment> person, Assignment more) =>
    [
        .. person
            .Concat(Enumerable.Range(0, facts.Days).Select(facts.Date).Where(date => person.All(turn => turn.Day != date)).Select(date => more with { Day = date }))
            .OrderBy(turn => turn.Day),
    ];

    private static DraftPlan WithTurns(PlanFacts facts, string person, ImmutableArray<Assignment> turns) => facts.Plan.Deciding(decisions =>
        decisions with { Assignments = [.. decisions.Assignments.Where(turn => turn.Staff != person), .. turns] });
}
