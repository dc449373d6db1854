using System.Collections.Immutable;

namespace Readiness.Staffing;

/// <summary>Tells a well-formed <see cref="RosterProblem"/> from one that contradicts its own documentation.</summary>
internal static class RosterProblemCheck
{
    private const int LongestHistory = 366;

    /// <summary>Throws where an index, a range or a joint team is not as documented.</summary>
    /// <exception cref="ArgumentException">Something is; the message says what.</exception>
    public static void Throw(RosterProblem problem)
    {
        Require(problem.Days >= 1, "There must be at least one day.");
        Require(problem.FirstWeekday is >= 0 and <= 6, "The weekday of the first day must be 0 (Monday) to 6 (Sunday).");
        Require(problem.OvertimeLevel >= -1 && problem.OvertimeLevel < problem.Levels.Length, "The overtime level does not exist.");
        foreach (RosterShift shift in problem.Shifts)
        {
            Require(shift.StartMinute is >= 0 and < 1440, $"Shift '{shift.Name}' starts outside the day.");
            Require(shift.LengthMinutes is >= 1 and <= 1440, $"Shift '{shift.Name}' must last 1 to 1,440 minutes.");
            Require(Within(shift.ForbiddenSuccessors, problem.Shifts.Length), $"Shift '{shift.Name}' forbids a shift that does not exist.");
        }

        foreach (RosterTask task in problem.Tasks)
        {
            Require(task.ProtectiveMinutesPerHour is >= 0 and <= 60, $"Task '{task.Name}' must be done 0 to 60 minutes of an hour in protective clothing.");
        }

        foreach (RosterRules rules in problem.Rules)
        {
            CheckRules(rules, problem.Shifts.Length);
        }

        foreach (RosterPerson person in problem.People)
        {
            Require((uint)person.Rules < (uint)problem.Rules.Length, $"The rules of '{person.Name}' do not exist.");
            Require(Within(person.Tasks, problem.Tasks.Length) && Ascending(person.Tasks), $"The tasks of '{person.Name}' must exist and ascend.");
            Require(
                Within(person.UnavailableDays, problem.Days) && Ascending(person.UnavailableDays),
                $"The unavailable days of '{person.Name}' must be days of the problem and ascend.");
            Require(
                Within([.. person.History.Select(past => past.Shift)], problem.Shifts.Length)
                && Within([.. person.History.Select(past => past.Day + LongestHistory)], LongestHistory) && Ascending([.. person.History.Select(past => past.Day)]),
                $"The history of '{person.Name}' must name shifts of the problem on days from -{LongestHistory} to -1 that ascend.");
        }

        CheckCover(problem);
        foreach (ShiftRequest request in problem.Requests)
        {
            Require(
                (uint)request.Person < (uint)problem.People.Length && (uint)request.Day < (uint)problem.Days
                && (uint)request.Shift < (uint)problem.Shifts.Length && (uint)request.Level < (uint)problem.Levels.Length,
                "A request names a person, day, shift or level that does not exist.");
            Require(request.Weight >= 0 && double.IsFinite(request.Weight), "The weight of a request must be finite and not negative.");
        }

        CheckStability(problem);
        CheckFairness(problem);
        var lenders = new HashSet<int>();
        foreach (LendingLimit limit in problem.LendingLimits)
        {
            Require(limit.MaxMinutesPerWeek >= 0, "A lending limit must not be negative.");
            Require(lenders.Add(limit.Unit), "A unit must have at most one lending limit.");
        }
    }

    private static void CheckFairness(RosterProblem problem)
    {
        Require(!problem.Fairness.IsDefault, "There must be a list of fairness measures.");
        bool Exists(int level) => level >= -1 && level < problem.Levels.Length;
        foreach (FairnessMeasure measure in problem.Fairness)
        {
            Require(Exists(measure.WorstLevel) && Exists(measure.SpreadLevel), $"A level of fairness measure '{measure.Name}' does not exist.");
            Require(WithinIfAny(measure.Shifts, problem.Shifts.Length), $"Fairness measure '{measure.Name}' counts a shift that does not exist.");
            Require(WithinIfAny(measure.Tasks, problem.Tasks.Length), $"Fairness measure '{measure.Name}' counts a task that does not exist.");
            Require(
                WithinIfAny(measure.People, problem.People.Length) && (measure.People.IsDefaultOrEmpty || measure.People.Distinct().Count() == measure.People.Length),
                $"The people of fairness measure '{measure.Name}' must exist, each named once.");
        }
    }

    private static bool WithinIfAny(ImmutableArray<int> values, int count) => values.IsDefaultOrEmpty || Within(values, count);

    private static void CheckStability(RosterProblem problem)
    {
        foreach (CancellableLeave leave in problem.CancellableLeave)
        {
            Require(
                (uint)leave.Person < (uint)problem.People.Length && (uint)leave.Day < (uint)problem.Days && (uint)leave.Level < (uint)problem.Levels.Length,
                "Leave that may be cancelled names a person, day or level that does not exist.");
            Require(leave.Weight >= 0 && double.IsFinite(leave.Weight), "The weight of cancelled leave must be finite and not negative.");
        }

        CheckAssignments(problem, problem.Pins, "A pin");
        var wanted = problem.Cover.Select(c => (c.Day, c.Shift, c.Task)).ToHashSet();
        foreach (RosterAssignment pin in problem.Pins)
        {
            Require(
                wanted.Contains((pin.Day, pin.Shift, pin.Task)), $"A pin of '{problem.People[pin.Person].Name}' is where no cover requirement is.");
        }

        if (problem.Published is { } published)
        {
            Require(!published.Assignments.IsDefault, "A published roster must have a list of assignments.");
            CheckAssignments(problem, published.Assignments, "A published assignment");
            Require((uint)published.Level < (uint)problem.Levels.Length, "The level of the published roster does not exist.");
            Require(published.Weight >= 0 && double.IsFinite(published.Weight), "The weight of a changed assignment must be finite and not negative.");
        }
    }

    private static void CheckAssignments(RosterProblem problem, ImmutableArray<RosterAssignment> assignments, string what)
    {
        var days = new HashSet<(int Person, int Day)>();
        foreach (RosterAssignment a in assignments)
        {
            Require(
                (uint)a.Person < (uint)problem.People.Length && (uint)a.Day < (uint)problem.Days
                && (uint)a.Shift < (uint)problem.Shifts.Length && (uint)a.Task < (uint)problem.Tasks.Length,
                $"{what} names a person, day, shift or task that does not exist.");
            Require(days.Add((a.Person, a.Day)), $"{what} must be the only one of its person and day.");
        }
    }

    private static void CheckRules(RosterRules rules, int shifts)
    {
        Require(rules.MinRestMinutes >= 0, $"Rules '{rules.Name}': the rest must not be negative.");
        Require(rules.MaxConsecutiveDays >= 1 && rules.MinConsecutiveDays <= rules.MaxConsecutiveDays, $"Rules '{rules.Name}': the limits on consecutive days contradict each other.");
        Require(rules.MaxConsecutiveDaysOff >= 1 && rules.MinConsecutiveDaysOff <= rules.MaxConsecutiveDaysOff, $"Rules '{rules.Name}': the limits on consecutive days off contradict each other.");
        Require(rules.ClosedLoopDays >= 1 && rules.IsolationDays >= 0, $"Rules '{rules.Name}': a closed loop must last a day, and isolation must not be negative.");
        Require(rules.ClosedLoopDays == int.MaxValue || rules.IsolationDays >= 1, $"Rules '{rules.Name}': a closed loop needs days of isolation.");
        Require(rules.MaxWeekends >= 0 && rules.MaxMinutesPer7Days >= 0, $"Rules '{rules.Name}': a limit is negative.");
        Require(
            rules.MinMinutesPer7Days >= 0 && rules.MinMinutesPer7Days <= rules.MaxMinutesPer7Days,
            $"Rules '{rules.Name}': the limits on minutes of seven days contradict each other.");
        Require(rules.MinTotalMinutes >= 0 && rules.MinTotalMinutes <= rules.MaxTotalMinutes, $"Rules '{rules.Name}': the limits on total minutes contradict each other.");
        Require(rules.MinMinutesPerWeek >= 0 && rules.MinMinutesPerWeek <= rules.MaxMinutesPerWeek, $"Rules '{rules.Name}': the limits on minutes of a week contradict each other.");
        Require(
            rules.MaxProtectiveMinutesPerShift >= 0 && rules.MaxProtectiveMinutesPerWeek >= 0,
            $"Rules '{rules.Name}': the limits on minutes in protective clothing must not be negative.");
        Require(rules.NormalMinutesPerWeek >= 0, $"Rules '{rules.Name}': the normal minutes must not be negative.");
        Require(rules.MaxShifts.IsDefaultOrEmpty || rules.MaxShifts.Length == shifts, $"Rules '{rules.Name}': there must be one limit per shift.");
        Require(rules.MaxShifts.IsDefaultOrEmpty || rules.MaxShifts.All(static m => m >= 0), $"Rules '{rules.Name}': a limit on shifts is negative.");
    }

    private static void CheckCover(RosterProblem problem)
    {
        var heads = new Dictionary<(int Day, int Shift, int Task), int>();
        foreach (CoverRequirement cover in problem.Cover)
        {
            Require(
                (uint)cover.Day < (uint)problem.Days && (uint)cover.Shift < (uint)problem.Shifts.Length
                && (uint)cover.Task < (uint)problem.Tasks.Length && (uint)cover.Level < (uint)problem.Levels.Length,
                "A cover requirement names a day, shift, task or level that does not exist.");
            Require(cover.Heads >= 0, "Heads must not be negative.");
            Require(cover.UnderWeight >= 0 && double.IsFinite(cover.UnderWeight), "The weight of a missing head must be finite and not negative.");
            Require(cover.OverWeight >= 0, "The weight of a surplus head must not be negative.");
            Require(heads.TryAdd((cover.Day, cover.Shift, cover.Task), cover.Heads), "There must be at most one cover requirement per day, shift and task.");
        }

        var members = new HashSet<int>();
        foreach (JointTeam team in problem.Teams)
        {
            Require(!team.Lines.IsDefaultOrEmpty, "A joint team must have lines.");
            Require(team.Lines.All(line => line.HeadsPerTeam >= 1 && (uint)line.Task < (uint)problem.Tasks.Length), "A line of a joint team is out of range.");
            Require(team.Lines.All(line => members.Add(line.Task)), "A task must be in at most one joint team.");
            foreach (CoverRequirement cover in problem.Cover.Where(c => c.Task == team.Lines[0].Task))
            {
                int teams = cover.Heads / team.Lines[0].HeadsPerTeam;
                Require(
                    team.Lines.All(l => heads.TryGetValue((cover.Day, cover.Shift, l.Task), out int wanted) && wanted == teams * l.HeadsPerTeam),
                    "The lines of a joint team must ask for the same number of complete teams.");
            }

            int expected = problem.Cover.Count(c => c.Task == team.Lines[0].Task);
            Require(
                team.Lines.All(l => problem.Cover.Count(c => c.Task == l.Task) == expected),
                "The lines of a joint team must be wanted on the same days and shifts.");
        }
    }

    private static bool Within(ImmutableArray<int> values, int count)
    {
        foreach (int value in values)
        {
            if ((uint)value >= (uint)count)
            {
                return false;
            }
        }

        return true;
    }

    private static bool Ascending(ImmutableArray<int> values)
    {
        for (int i = 1; i < values.Length; i++)
        {
            if (values[i] <= values[i - 1])
            {
                return false;
            }
        }

        return true;
    }

    private static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw new ArgumentException(message);
        }
    }
}
