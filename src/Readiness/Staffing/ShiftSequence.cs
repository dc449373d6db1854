namespace Readiness.Staffing;

/// <summary>Which shift may come how many days after which.</summary>
internal static class ShiftSequence
{
    /// <summary>Whether the later shift may not start <paramref name="days"/> days after the day of the earlier one.</summary>
    public static bool Forbids(RosterProblem problem, RosterRules rules, int earlier, int later, int days)
    {
        RosterShift first = problem.Shifts[earlier];
        long free = ((long)days * 1440) + problem.Shifts[later].StartMinute - first.StartMinute - first.LengthMinutes;
        return free < rules.MinRestMinutes || (days == 1 && first.ForbiddenSuccessors.Contains(later));
    }

    /// <summary>Largest number of days over which a shift can forbid another; at least 1 and at most <paramref name="most"/>.</summary>
    public static int Reach(RosterProblem problem, RosterRules rules, int most)
    {
        int reach = 1;
        foreach (RosterShift shift in problem.Shifts)
        {
            long blocked = (long)shift.StartMinute + shift.LengthMinutes + rules.MinRestMinutes;
            reach = (int)Math.Max(reach, Math.Min(most, (blocked + 1439) / 1440));
        }

        return reach;
    }
}
