using System.Collections.Immutable;

namespace Readiness.Staffing;

/// <summary>The rules of one person, checked one after the other on the plain list of assignments.</summary>
/// <param name="problem">The problem.</param>
/// <param name="person">The person.</param>
/// <param name="work">The person's assignments by day.</param>
/// <param name="found">Receives the violations.</param>
internal sealed class PersonAudit(
    RosterProblem problem, RosterPerson person, ImmutableArray<RosterAssignment> work, List<RuleViolation> found)
{
    private readonly RosterRules rules = problem.Rules[person.Rules];

    /// <summary>Checks every rule.</summary>
    public void Run()
    {
        CheckDays();
        CheckSequence();
        CheckRuns();
        CheckStays();
        CheckTotals();
        CheckWeeks();
        CheckProtection();
    }

    private int Minutes(RosterAssignment assignment) => problem.Shifts[assignment.Shift].LengthMinutes;

    private void Report(string rule, int? day, string message) => found.Add(new RuleViolation(rule, person.Name, day, message));

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
        for (int i = 1; i < work.Length; i++)
        {
            RosterAssignment before = work[i - 1];
            RosterAssignment after = work[i];
            if (before.Day == after.Day)
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
        bool[] works = new bool[problem.Days];
        foreach (RosterAssignment a in work)
        {
            works[a.Day] = true;
        }

        int start = 0;
        while (start < problem.Days)
        {
            int end = start;
            while (end + 1 < problem.Days && works[end + 1] == works[start])
            {
                end++;
            }

            int length = end - start + 1;
            bool touchesEdge = start == 0 || end == problem.Days - 1;
            if (works[start] && length > rules.MaxConsecutiveDays)
            {
                Report("maxConsecutiveDays", start, $"{length} days in a row are worked; at most {rules.MaxConsecutiveDays} are allowed.");
            }

            if (works[start] && length < rules.MinConsecutiveDays && !touchesEdge)
            {
                Report("minConsecutiveDays", start, $"{length} days in a row are worked; at least {rules.MinConsecutiveDays} are required.");
            }

            if (!works[start] && length > rules.MaxConsecutiveDaysOff)
            {
                Report("maxConsecutiveDaysOff", start, $"{length} days in a row are free; at most {rules.MaxConsecutiveDaysOff} are allowed.");
            }

            if (!works[start] && length < rules.MinConsecutiveDaysOff && !touchesEdge)
            {
                Report("minConsecutiveDaysOff", start, $"{length} days in a row are free; at least {rules.MinConsecutiveDaysOff} are required.");
            }

            start = end + 1;
        }
    }

    private void CheckStays()
    {
        int first = 0;
        for (int i = 0; i < work.Length; i++)
        {
            bool isLast = i + 1 == work.Length || work[i + 1].Day - work[i].Day > rules.IsolationDays;
            int length = work[i].Day - work[first].Day + 1;
            if (isLast && length > rules.ClosedLoopDays)
            {
                Report("closedLoopDays", work[first].Day, $"The stay in the closed loop lasts {length} days; at most {rules.ClosedLoopDays} are allowed.");
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

        int weekends = work.Where(a => a.Day % 7 is 5 or 6).Select(a => a.Day / 7).Distinct().Count();
        if (weekends > rules.MaxWeekends)
        {
            Report("maxWeekends", null, $"{weekends} weekends are worked; at most {rules.MaxWeekends} are allowed.");
        }

        for (int day = 0; day < problem.Days; day++)
        {
            long rolling = work.Where(a => a.Day >= day && a.Day < day + 7).Sum(a => (long)Minutes(a));
            if (rolling > rules.MaxMinutesPer7Days)
            {
                Report("maxMinutesPer7Days", day, $"{rolling} minutes are worked in seven days; at most {rules.MaxMinutesPer7Days} are allowed.");
            }
        }

        foreach (var type in work.GroupBy(a => a.Shift).OrderBy(g => g.Key))
        {
            if (!rules.MaxShifts.IsDefaultOrEmpty && type.Count() > rules.MaxShifts[type.Key])
            {
                Report("maxShifts", null, $"'{problem.Shifts[type.Key].Name}' is worked {type.Count()} times; at most {rules.MaxShifts[type.Key]} are allowed.");
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
