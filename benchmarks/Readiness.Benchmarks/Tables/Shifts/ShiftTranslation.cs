using System.Collections.Immutable;
using Readiness.Staffing;

namespace Readiness.Benchmarks.Tables.Shifts;

/// <summary>Turns a file into a problem of the library: one task, one level, people and shifts at the same positions.</summary>
internal static class ShiftTranslation
{
    /// <summary>The problem.</summary>
    public static RosterProblem Problem(ShiftInstance instance)
    {
        // People who differ in nothing but their wishes share their rules, as the planner takes advantage of it.
        var rules = new List<RosterRules>();
        var known = new Dictionary<string, int>();
        var people = ImmutableArray.CreateBuilder<RosterPerson>();
        foreach (ShiftWorker worker in instance.Staff)
        {
            string key = string.Join('/', RulesOf(worker) with { MaxShifts = [] }, string.Join(',', worker.MostShifts));
            if (known.TryAdd(key, rules.Count))
            {
                rules.Add(RulesOf(worker));
            }

            people.Add(new RosterPerson(worker.Id, known[key], [0], UnavailableDays: worker.DaysOff));
        }

        return new RosterProblem
        {
            Days = instance.Days,
            Shifts = [.. instance.Types.Select(static t => new RosterShift(t.Id, 0, t.Minutes, t.MayNotPrecede))],
            Tasks = [new RosterTask("work")],
            Rules = [.. rules],
            People = people.ToImmutable(),
            Levels = ["cost"],
            Cover = CoverOf(instance),
            Requests = [.. instance.Requests.Select(static w => new ShiftRequest(w.Worker, w.Day, w.Type, w.On, w.Weight, 0))],
        };
    }

    /// <summary>A roster as lines of a solution.</summary>
    public static ImmutableArray<ShiftAssignment> Lines(ShiftInstance instance, IEnumerable<RosterAssignment> roster) =>
        [.. roster.Select(a => new ShiftAssignment(instance.Staff[a.Person].Id, a.Day, instance.Types[a.Shift].Id))];

    private static RosterRules RulesOf(ShiftWorker worker) => new()
    {
        MaxConsecutiveDays = worker.LongestRun,
        MinConsecutiveDays = worker.ShortestRun,
        MinConsecutiveDaysOff = worker.ShortestBreak,
        MaxWeekends = worker.MostWeekends,
        MinTotalMinutes = worker.LeastMinutes,
        MaxTotalMinutes = worker.MostMinutes,
        MaxShifts = worker.MostShifts,
    };

    // A shift without a requirement may be worked at no cost in a file, but not at all in a roster problem.
    private static ImmutableArray<CoverRequirement> CoverOf(ShiftInstance instance)
    {
        var stated = instance.Cover.Select(static c => (c.Day, c.Type)).ToHashSet();
        return
        [
            .. instance.Cover.Select(static c => new CoverRequirement(c.Day, c.Type, 0, c.Heads, 0, c.UnderWeight, c.OverWeight)),
            .. from day in Enumerable.Range(0, instance.Days)
               from type in Enumerable.Range(0, instance.Types.Length)
               where !stated.Contains((day, type))
               select new CoverRequirement(day, type, 0, 0, 0, 0, 0),
        ];
    }
}
