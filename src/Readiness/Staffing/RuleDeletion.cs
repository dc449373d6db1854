namespace Readiness.Staffing;

/// <summary>A part of a problem that may be what makes it infeasible, and the problem without it.</summary>
/// <param name="Rule">The rule that it stands for; null if it stands for a person.</param>
/// <param name="Person">The person whose own rules it stands for; -1 if it stands for a rule.</param>
/// <param name="Drop">The problem without the part.</param>
internal sealed record RuleDeletion(ConflictingRule? Rule, int Person, Func<RosterProblem, RosterProblem> Drop)
{
    private static readonly (string Name, Func<RosterRules, RosterRules> Drop)[] Limits =
    [
        ("minimumRest", static r => r with { MinRestMinutes = 0 }),
        ("maxConsecutiveDays", static r => r with { MaxConsecutiveDays = int.MaxValue }),
        ("minConsecutiveDays", static r => r with { MinConsecutiveDays = 1 }),
        ("minConsecutiveDaysOff", static r => r with { MinConsecutiveDaysOff = 1 }),
        ("maxConsecutiveDaysOff", static r => r with { MaxConsecutiveDaysOff = int.MaxValue }),
        ("closedLoopDays", static r => r with { ClosedLoopDays = int.MaxValue }),
        ("maxWeekends", static r => r with { MaxWeekends = int.MaxValue }),
        ("minMinutesPer7Days", static r => r with { MinMinutesPer7Days = 0 }),
        ("maxMinutesPer7Days", static r => r with { MaxMinutesPer7Days = int.MaxValue }),
        ("minMinutesPerWeek", static r => r with { MinMinutesPerWeek = 0 }),
        ("maxMinutesPerWeek", static r => r with { MaxMinutesPerWeek = int.MaxValue }),
        ("maxProtectiveMinutesPerShift", static r => r with { MaxProtectiveMinutesPerShift = int.MaxValue }),
        ("maxProtectiveMinutesPerWeek", static r => r with { MaxProtectiveMinutesPerWeek = int.MaxValue }),
        ("minTotalMinutes", static r => r with { MinTotalMinutes = 0 }),
        ("maxTotalMinutes", static r => r with { MaxTotalMinutes = int.MaxValue }),
        ("maxShifts", static r => r with { MaxShifts = [] }),
    ];

    /// <summary>The rules of a problem with one person: pins and absences one by one, tasks and limits as a whole.</summary>
    public static IEnumerable<RuleDeletion> OfPerson(RosterProblem alone)
    {
        foreach (RosterAssignment pin in alone.Pins)
        {
            yield return OfRule("pinnedAssignment", pin.Day, p => p with { Pins = p.Pins.Remove(pin) });
        }

        foreach (int day in alone.People[0].UnavailableDays)
        {
            yield return OfRule(
                "unavailableDay", day, p => p with { People = [p.People[0] with { UnavailableDays = p.People[0].UnavailableDays.Remove(day) }] });
        }

        if (!alone.People[0].History.IsEmpty)
        {
            yield return OfRule("history", null, WithoutHistory);
        }

        yield return OfRule("eligibility", null, static p => p with { People = [p.People[0] with { Tasks = [.. Enumerable.Range(0, p.Tasks.Length)] }] });
        foreach (RuleDeletion limit in OfLimits())
        {
            yield return limit;
        }
    }

    /// <summary>The people of a problem, those who have to work, then its kinds of rules.</summary>
    public static IEnumerable<RuleDeletion> OfEverybody(RosterModel model)
    {
        int free = model.Problem.Rules.Length;
        for (int person = 0; person < model.PeopleCount; person++)
        {
            int who = person;
            if (model.MustWork(who))
            {
                yield return new RuleDeletion(null, who, p => p with
                {
                    Rules = p.Rules.Length > free ? p.Rules : p.Rules.Add(new RosterRules()),
                    People = p.People.SetItem(who, p.People[who] with { Rules = free }),
                    Pins = p.Pins.RemoveAll(pin => pin.Person == who),
                });
            }
        }

        foreach (RuleDeletion limit in OfLimits())
        {
            yield return limit;
        }

        yield return OfRule("pinnedAssignment", null, static p => p with { Pins = [] });
        yield return OfRule("unavailableDay", null, static p => p with { People = [.. p.People.Select(x => x with { UnavailableDays = [] })] });
        if (model.Problem.People.Any(x => !x.History.IsEmpty))
        {
            yield return OfRule("history", null, WithoutHistory);
        }

        yield return OfRule("lendingLimit", null, static p => p with { LendingLimits = [] });
        yield return OfRule(
            "surplus", null, static p => p with { Cover = [.. p.Cover.Select(c => double.IsInfinity(c.OverWeight) ? c with { OverWeight = 0 } : c)] });
    }

    /// <summary>Drops one part after the other for good unless the rest is then no longer known to be infeasible.</summary>
    /// <param name="problem">An infeasible problem.</param>
    /// <param name="parts">Its parts.</param>
    /// <param name="isInfeasible">Whether a problem is known to be infeasible.</param>
    /// <returns>What is left: parts that contradict each other, but not without any one of them as far as is known.</returns>
    public static List<RuleDeletion> Filter(RosterProblem problem, IEnumerable<RuleDeletion> parts, Predicate<RosterProblem> isInfeasible)
    {
        var kept = new List<RuleDeletion>();
        foreach (RuleDeletion part in parts)
        {
            RosterProblem without = part.Drop(problem);
            if (isInfeasible(without))
            {
                problem = without;
            }
            else
            {
                kept.Add(part);
            }
        }

        return kept;
    }

    private static IEnumerable<RuleDeletion> OfLimits()
    {
        yield return OfRule(
            "forbiddenSuccessor", null, static p => p with { Shifts = [.. p.Shifts.Select(s => s with { ForbiddenSuccessors = [] })] });
        foreach ((string name, Func<RosterRules, RosterRules> drop) in Limits)
        {
            yield return OfRule(name, null, p => p with { Rules = [.. p.Rules.Select(drop)] });
        }
    }

    private static RosterProblem WithoutHistory(RosterProblem problem) => problem with { People = [.. problem.People.Select(x => x with { History = [] })] };

    private static RuleDeletion OfRule(string name, int? day, Func<RosterProblem, RosterProblem> drop) => new(new ConflictingRule(name, day), -1, drop);
}
