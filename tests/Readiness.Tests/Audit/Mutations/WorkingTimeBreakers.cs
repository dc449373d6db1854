using Readiness.Audit;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Tests.Audit.Mutations;

/// <summary>People who work too much in a week or too many days in a row, and units that lend too much.</summary>
internal static class WorkingTimeBreakers
{
    private const int Week = 7;

    public static readonly RuleBreaker[] All =
    [
        new(AuditRules.MaximumWeeklyMinutes, "the contract allows a minute less", facts =>
            from person in facts.Sample(facts.TurnsByPerson())
            let limit = Weeks(facts, person.Key, person).Max(week => week.Minutes) - 1
            select new BrokenPlan(person.Key, FirstHeavyWeek(facts, person.Key, person, limit), facts.Plan.WithContract(
                contract => contract with { MaxMinutesPerWeek = (int)limit }))),
        new(AuditRules.MaximumWeeklyMinutes, "works on every day of a week", facts =>
            from place in facts.Sample(from person in facts.TurnsByPerson() from first in Enumerable.Range(0, Math.Max(1, facts.Days - Week + 1)) select (person, first))
            let added = FreeDays(facts, place.person, place.first, Math.Min(facts.Days, place.first + Week)).ToArray()
            let turns = place.person.Concat(added).ToArray()
            let limit = facts.ContractOf(place.person.Key).MaxMinutesPerWeek
            where Weeks(facts, place.person.Key, turns).Any(week => week.First == place.first && week.Minutes > limit)
            select new BrokenPlan(place.person.Key, FirstHeavyWeek(facts, place.person.Key, turns, limit), facts.Plan.Plus(added))),
        new(AuditRules.MaximumWeeklyMinutes, "has worked through the days before the horizon", facts =>
            from person in facts.Sample(facts.TurnsByPerson().Where(turns => facts.DayOf(turns.First().Day) == 0))
            select new BrokenPlan(person.Key, 0, facts.WithPast(person.Key, Longest(facts), Enumerable.Range(1 - Week, Week - 1)))),

        new(AuditRules.MaximumConsecutiveDays, "the contract allows a day less", facts =>
            from place in facts.Sample(
                from person in facts.TurnsByPerson()
                from days in Enumerable.Range(1, facts.Days - 1)
                where FirstLongRun(facts, person.Key, person, days) is not null
                select (person, days))
            select new BrokenPlan(place.person.Key, FirstLongRun(facts, place.person.Key, place.person, place.days), facts.Plan.WithContract(
                contract => contract with { MaxConsecutiveDays = place.days }))),
        new(AuditRules.MaximumConsecutiveDays, "works through the days off", facts =>
            from place in facts.Sample(
                from person in facts.TurnsByPerson()
                let most = facts.ContractOf(person.Key).MaxConsecutiveDays
                from first in Enumerable.Range(0, Math.Max(0, facts.Days - most))
                select (person, most, first))
            let added = FreeDays(facts, place.person, place.first, place.first + place.most + 1).ToArray()
            select new BrokenPlan(place.person.Key, FirstLongRun(facts, place.person.Key, [.. place.person, .. added], place.most), facts.Plan.Plus(added))),
        new(AuditRules.MaximumConsecutiveDays, "has worked through the days before the horizon", facts =>
            from place in facts.Sample(
                from person in facts.TurnsByPerson()
                where facts.DayOf(person.First().Day) == 0
                let most = facts.ContractOf(person.Key).MaxConsecutiveDays
                from longer in new[] { 0, 3 }
                select (person.Key, Days: most + longer))
            select new BrokenPlan(place.Key, 0, facts.WithPast(place.Key, Longest(facts), Enumerable.Range(-place.Days, place.Days)))),

        new(AuditRules.LendingLimit, "the share is a minute below what is lent", facts =>
            from block in facts.Sample(Lent(facts))
            select new BrokenPlan(block.Unit, block.Day, facts.Plan.WithPolicy(
                policy => policy with { LendingShare = (block.Minutes - 1) / (double)NormalMinutes(facts, block.Unit) }))),
        new(AuditRules.LendingLimit, "the contracts have fewer hours", facts =>
            from block in facts.Sample(Lent(facts))
            select new BrokenPlan(block.Unit, block.Day, facts.Plan.WithContract(contract => contract with { NormalMinutesPerWeek = 0 }))),
        new(AuditRules.LendingLimit, "one turn away too many", facts =>
            from place in facts.Sample(
                from unit in facts.District.Facilities
                from block in Enumerable.Range(0, (facts.Days + Week - 1) / Week)
                select (unit.Id, Day: block * Week))
            let added = BeyondTheLimit(facts, place.Id, place.Day)
            where added.Length > 0
            select new BrokenPlan(place.Id, place.Day, facts.Plan.Plus(added))),
    ];

    private static string Longest(PlanFacts facts) => facts.District.ShiftTypes.MaxBy(shift => shift.LengthMinutes)!.Id;

    /// <summary>Minutes of every seven days in which a person has a turn, those before the horizon included.</summary>
    private static IEnumerable<(int First, long Minutes)> Weeks(PlanFacts facts, string person, IEnumerable<Assignment> turns)
    {
        (int Day, int Minutes)[] planned = [.. turns.Select(turn => (facts.DayOf(turn.Day), facts.Shift(turn.Shift).LengthMinutes))];
        (int Day, int Minutes)[] all = [.. facts.Past(person), .. planned];
        return from first in Enumerable.Range(1 - Week, facts.Days + Week - 1)
               where planned.Any(turn => turn.Day >= first && turn.Day < first + Week)
               select (first, all.Where(turn => turn.Day >= first && turn.Day < first + Week).Sum(turn => (long)turn.Minutes));
    }

    private static int FirstHeavyWeek(PlanFacts facts, string person, IEnumerable<Assignment> turns, long limit) =>
        Math.Max(0, Weeks(facts, person, turns).First(week => week.Minutes > limit).First);

    /// <summary>The day on which a person works longer on end than the days given, the first time; null if never.</summary>
    private static int? FirstLongRun(PlanFacts facts, string person, IEnumerable<Assignment> turns, int days)
    {
        HashSet<int> worked = [.. turns.Select(turn => facts.DayOf(turn.Day)), .. facts.Past(person).Select(past => past.Day)];
        return Enumerable.Range(0, facts.Days).Select(day => (int?)day)
            .FirstOrDefault(day => Enumerable.Range(day!.Value - days, days + 1).All(worked.Contains));
    }

    /// <summary>The person's first turn again, in the longest shift, on the free days of a period.</summary>
    private static IEnumerable<Assignment> FreeDays(PlanFacts facts, IGrouping<string, Assignment> person, int first, int end) =>
        from day in Enumerable.Range(first, end - first)
        where person.All(turn => facts.DayOf(turn.Day) != day)
        select person.First() with { Day = facts.Date(day), Shift = Longest(facts) };

    private static long NormalMinutes(PlanFacts facts, string unit) => facts.District.Staff
        .Where(person => person.Home == unit).Sum(person => (long)facts.ContractOf(person.Id).NormalMinutesPerWeek);

    private static IEnumerable<(string Unit, int Day, long Minutes)> Lent(PlanFacts facts) =>
        from turn in facts.Decisions.Assignments.Where(facts.IsAway)
        group (long)facts.Shift(turn.Shift).LengthMinutes by (facts.Person(turn.Staff).Home, facts.DayOf(turn.Day) / Week * Week) into block
        select (block.Key.Item1, block.Key.Item2, block.Sum());

    /// <summary>Turns away from home for the people of a unit on their free days, until it lends more than it may; none if it cannot.</summary>
    private static Assignment[] BeyondTheLimit(PlanFacts facts, string unit, int first)
    {
        long lent = Lent(facts).Where(block => (block.Unit, block.Day) == (unit, first)).Sum(block => block.Minutes);
        double limit = facts.District.Policy.LendingShare * NormalMinutes(facts, unit);
        var added = new List<Assignment>();
        IEnumerable<Assignment> free =
            from person in facts.District.Staff.Where(person => person.Home == unit)
            from slot in facts.Slots.Where(slot => slot.Of.Place != unit && slot.Day >= first && slot.Day < first + Week).DistinctBy(slot => slot.Day)
            where facts.Decisions.Assignments.All(turn => (turn.Staff, turn.Day) != (person.Id, facts.Date(slot.Day)))
            select facts.Turn(person.Id, slot);
        using IEnumerator<Assignment> next = free.GetEnumerator();
        while (lent <= limit && next.MoveNext())
        {
            added.Add(next.Current);
            lent += facts.Shift(next.Current.Shift).LengthMinutes;
        }

        return lent > limit ? [.. added] : [];
    }
}
