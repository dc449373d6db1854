using System.Collections.Immutable;

namespace Readiness.Staffing;

/// <summary>The rules of one person, checked one after the other on the plain list of assignments and of past shifts.</summary>
/// <remarks>Only what the days from 0 on add to is reported: at the first of them if it began before.</remarks>
/// <param name="problem">The problem.</param>
/// <param name="person">The person.</param>
/// <param name="work">The person's assignments by day.</param>
/// <param name="found">Receives the violations.</param>
internal sealed class PersonAudit(
    RosterProblem problem, RosterPerson person, ImmutableArray<RosterAssignment> work, List<RuleViolation> found)
{
    private readonly RosterRules rules = problem.Rules[person.Rules];
    private readonly (int Day, int Shift)[] turns = [.. person.History.Select(s => (s.Day, s.Shift)), .. work.Select(a => (a.Day, a.Shift))];
    private readonly int firstKnown = person.History.Select(s => s.Day).FirstOrDefault();

    /// <summary>Checks every rule.</summary>
    public void Run()
    {
        CheckDays();
        CheckSequence();
        CheckRuns();
        CheckStays();
        CheckTotals();
        CheckSevenDays();
        CheckWeeks();
        CheckProtection();
    }

    private int Minutes(RosterAssignment assignment) => problem.Shifts[assignment.Shift].LengthMinutes;

    private void Report(string rule, int? day, string message) =>
        found.Add(new RuleViolation(rule, person.Name, day < 0 ? 0 : day, message));

    private void CheckDays()
    {
        foreach (RosterAssignment a in work)
        {
            if (person.UnavailableDays.Contains(a.Day))
            {
                Report("unavailableDay", a.Day, "The person is not available on this day.");
            }

            if (!person.Tasks.Contains(a.Task))
            {
                Report("eligibility", a.Day, $"The person may not do '{problem.Tasks[a.Task].Name}'.");
            }
        }

        foreach (var day in work.GroupBy(a => a.Day).Where(g => g.Count() > 1))
        {
            Report("oneAssignmentPerDay", day.Key, $"There are {day.Count()} assignments on one day.");
        }
    }

    private void CheckSequence()
    {
        for (int i = 1; i < turns.Length; i++)
        {
            (int Day, int Shift) before = turns[i - 1];
            (int Day, int Shift) after = turns[i];
            if (before.Day == after.Day || after.Day < 0)
            {
                continue;
            }

            RosterShift first = problem.Shifts[before.Shift];
            long end = (before.Day * 1440L) + first.StartMinute + first.LengthMinutes;
            long rest = (after.Day * 1440L) + problem.Shifts[after.Shift].StartMinute - end;
            if (rest < rules.MinRestMinutes)
            {
                Report("minimumRest", after.Day, $"There are {rest} minutes between the shifts; {rules.MinRestMinutes} are required.");
            }

            if (after.Day == before.Day + 1 && first.ForbiddenSuccessors.Contains(after.Shift))
            {
                Report("forbiddenSuccessor", after.Day, $"'{problem.Shifts[after.Shift].Name}' may not follow '{first.Name}'.");
            }
        }
    }

    private void CheckRuns()
    {
        HashSet<int> worked = [.. turns.Select(t => t.Day)];
        int start = firstKnown;
        while (start < problem.Days)
        {
            int end = start;
            while (end + 1 < problem.Days && worked.Contains(end + 1) == worked.Contains(start))
            {
                end++;
            }

            CheckRun(start, end, worked.Contains(start));
            start = end + 1;
        }
    }

    // Day 0 may end the run of the day before too soon; what was too long before day 0 is past.
    private void CheckRun(int start, int end, bool works)
    {
        int length = end - start + 1;
        bool mayBeLonger = start == firstKnown || end == problem.Days - 1;
        bool mayBeTooShort = end >= -1 && !mayBeLonger;
        if (works && length > rules.MaxConsecutiveDays && end >= 0)
        {
            Report("maxConsecutiveDays", start, $"{length} days in a row are worked; at most {rules.MaxConsecutiveDays} are allowed.");
        }

        if (works && length < rules.MinConsecutiveDays && mayBeTooShort)
        {
            Report("minConsecutiveDays", start, $"{length} days in a row are worked; at least {rules.MinConsecutiveDays} are required.");
        }

        if (!works && length > rules.MaxConsecutiveDaysOff && end >= 0)
        {
            Report("maxConsecutiveDaysOff", start, $"{length} days in a row are free; at most {rules.MaxConsecutiveDaysOff} are allowed.");
        }

        if (!works && length < rules.MinConsecutiveDaysOff && mayBeTooShort)
        {
            Report("minConsecutiveDaysOff", start, $"{length} days in a row are free; at least {rules.MinConsecutiveDaysOff} are required.");
        }
    }

    private void CheckStays()
    {
        int first = 0;
        for (int i = 0; i < turns.Length; i++)
        {
            bool isLast = i + 1 == turns.Length || turns[i + 1].Day - turns[i].Day > rules.IsolationDays;
            int length = turns[i].Day - turns[first].Day + 1;
            if (isLast && length > rules.ClosedLoopDays && turns[i].Day >= 0)
            {
                Report("closedLoopDays", turns[first].Day, $"The stay in the closed loop lasts {length} days; at most {rules.ClosedLoopDays} are allowed.");
            }

            first = isLast ? i + 1 : first;
        }
    }

    private void CheckTotals()
    {
        long total = work.Sum(a => (long)Minutes(a));
        if (total < rules.MinTotalMinutes)
        {
            Report("minTotalMinutes", null, $"{total} minutes are worked; at least {rules.MinTotalMinutes} are required.");
        }

        if (total > rules.MaxTotalMinutes)
        {
            Report("maxTotalMinutes", null, $"{total} minutes are worked; at most {rules.MaxTotalMinutes} are allowed.");
        }

        int weekends = work.Select(a => a.Day + problem.FirstWeekday).Where(d => d % 7 is 5 or 6).Select(d => d / 7).Distinct().Count();
        if (weekends > rules.MaxWeekends)
        {
            Report("maxWeekends", null, $"{weekends} weekends are worked; at most {rules.MaxWeekends} are allowed.");
        }

        foreach (var type in work.GroupBy(a => a.Shift).OrderBy(g => g.Key))
        {
            if (!rules.MaxShifts.IsDefaultOrEmpty && type.Count() > rules.MaxShifts[type.Key])
            {
                Report("maxShifts", null, $"'{problem.Shifts[type.Key].Name}' is worked {type.Count()} times; at most {rules.MaxShifts[type.Key]} are allowed.");
            }
        }
    }

    private void CheckSevenDays()
    {
        for (int day = firstKnown; day < problem.Days; day++)
        {
            (int Day, int Shift)[] window = [.. turns.Where(t => t.Day >= day && t.Day < day + 7)];
            long rolling = window.Sum(t => (long)problem.Shifts[t.Shift].LengthMinutes);
            if (rolling > rules.MaxMinutesPer7Days && window.Any(t => t.Day >= 0))
            {
                Report("maxMinutesPer7Days", day, $"{rolling} minutes are worked in seven days; at most {rules.MaxMinutesPer7Days} are allowed.");
            }

            bool isWaived = day < 0 || day + 7 > problem.Days || person.UnavailableDays.Any(away => away >= day && away < day + 7);
            if (rolling < rules.MinMinutesPer7Days && !isWaived)
            {
                Report("minMinutesPer7Days", day, $"{rolling} minutes are worked in seven days; at least {rules.MinMinutesPer7Days} are required.");
            }
        }
    }

    private void CheckWeeks()
    {
        for (int start = 0; start < problem.Days; start += 7)
        {
            long minutes = work.Where(a => a.Day >= start && a.Day < start + 7).Sum(a => (long)Minutes(a));
            if (minutes > rules.MaxMinutesPerWeek)
            {
                Report("maxMinutesPerWeek", start, $"{minutes} minutes are worked in the week; at most {rules.MaxMinutesPerWeek} are allowed.");
            }

            if (minutes < rules.MinMinutesPerWeek && start + 7 <= problem.Days)
            {
                Report("minMinutesPerWeek", start, $"{minutes} minutes are worked in the week; at least {rules.MinMinutesPerWeek} are required.");
            }
        }
    }

    private int Protective(RosterAssignment assignment) => Minutes(assignment) * problem.Tasks[assignment.Task].ProtectiveMinutesPerHour / 60;

    private void CheckProtection()
    {
        foreach (RosterAssignment a in work.Where(a => Protective(a) > rules.MaxProtectiveMinutesPerShift))
        {
            Report(
                "maxProtectiveMinutesPerShift", a.Day,
                $"{Protective(a)} minutes of the shift are worked in protective clothing; at most {rules.MaxProtectiveMinutesPerShift} are allowed.");
        }

        foreach (var week in work.GroupBy(a => a.Day / 7).OrderBy(g => g.Key))
        {
            int minutes = week.Sum(Protective);
            if (minutes > rules.MaxProtectiveMinutesPerWeek)
            {
                Report(
                    "maxProtectiveMinutesPerWeek", 7 * week.Key,
                    $"{minutes} minutes are worked in protective clothing in the week; at most {rules.MaxProtectiveMinutesPerWeek} are allowed.");
            }
        }
    }
}
