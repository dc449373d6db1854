using Readiness.Districts;

namespace Readiness.Audit;

/// <summary>Checks what contracts limit in an outbreak: weekends, shifts of a type, stays in a closed loop, time in protective clothing.</summary>
internal sealed class OutbreakDutyAudit(AuditContext context)
{
    private const int Week = 7;

    private readonly int[] worked = new int[context.District.ShiftTypes.Length];

    /// <summary>Checks a person.</summary>
    /// <param name="id">Id of the person.</param>
    /// <param name="contract">The person's contract.</param>
    /// <param name="past">The person's turns before the horizon, by time.</param>
    /// <param name="turns">The person's turns, by time; at least one.</param>
    public void Check(string id, Contract contract, WorkedTurn[] past, List<WorkedTurn> turns)
    {
        if (contract.MaxWeekends is { } weekends)
        {
            CheckWeekends(id, weekends, turns);
        }

        if (!contract.MaxShifts.IsDefaultOrEmpty)
        {
            CheckShifts(id, contract, turns);
        }

        if (contract is { ClosedLoopDays: { } stay, IsolationDays: { } isolation })
        {
            CheckStays(id, stay, isolation, [.. past, .. turns]);
        }

        if (contract.MaxProtectiveMinutesPerShift is { } perShift)
        {
            CheckProtectiveShifts(id, perShift, turns);
        }

        if (contract.MaxProtectiveMinutesPerWeek is { } perWeek)
        {
            CheckProtectiveWeeks(id, perWeek, turns);
        }
    }

    private void CheckWeekends(string id, int most, List<WorkedTurn> turns)
    {
        DateOnly last = DateOnly.MinValue;
        int count = 0;
        foreach (WorkedTurn turn in turns)
        {
            DateOnly date = context.District.Horizon.DateOf(turn.Day);
            DateOnly saturday = date.DayOfWeek == DayOfWeek.Sunday ? date.AddDays(-1) : date;
            if (saturday.DayOfWeek != DayOfWeek.Saturday || saturday == last)
            {
                continue;
            }

            last = saturday;
            if (++count == most + 1)
            {
                context.Report(AuditRules.MaximumWeekends, id, turn.Day, $"Weekend {count} with a shift; {most} are allowed.");
            }
        }
    }

    private void CheckShifts(string id, Contract contract, List<WorkedTurn> turns)
    {
        Array.Clear(worked);
        foreach (WorkedTurn turn in turns)
        {
            string shift = context.District.ShiftTypes[turn.ShiftType].Id;
            int count = ++worked[turn.ShiftType];
            foreach (ShiftLimit limit in contract.MaxShifts)
            {
                if (limit.Shift == shift && count == limit.Most + 1)
                {
                    context.Report(AuditRules.MaximumShifts, id, turn.Day, $"Shift {count} of the type {shift}; {limit.Most} are allowed.");
                }
            }
        }
    }

    private void CheckStays(string id, int most, int isolation, ReadOnlySpan<WorkedTurn> turns)
    {
        int arrival = turns[0].Day;
        int lastDay = arrival;
        bool reported = false;
        foreach (WorkedTurn turn in turns)
        {
            if (turn.Day - lastDay > isolation)
            {
                arrival = turn.Day;
                reported = false;
            }

            lastDay = turn.Day;
            if (lastDay - arrival >= most && lastDay >= 0 && !reported)
            {
                reported = true;
                context.Report(
                    AuditRules.ClosedLoop, id, lastDay,
                    $"Day {lastDay - arrival + 1} in the closed loop without {isolation} days of isolation; {most} are allowed.");
            }
        }
    }

    private void CheckProtectiveShifts(string id, int most, List<WorkedTurn> turns)
    {
        foreach (WorkedTurn turn in turns)
        {
            if (turn.ProtectiveMinutes > most)
            {
                context.Report(
                    AuditRules.MaximumProtectiveMinutesPerShift, id, turn.Day,
                    $"{turn.ProtectiveMinutes} minutes of the shift in protective clothing; {most} are allowed.");
            }
        }
    }

    private void CheckProtectiveWeeks(string id, int most, List<WorkedTurn> turns)
    {
        var minutes = new SortedDictionary<int, long>();
        foreach (WorkedTurn turn in turns)
        {
            minutes[turn.Day / Week] = minutes.GetValueOrDefault(turn.Day / Week) + turn.ProtectiveMinutes;
        }

        foreach ((int block, long sum) in minutes)
        {
            if (sum > most)
            {
                context.Report(
                    AuditRules.MaximumProtectiveMinutesPerWeek, id, block * Week,
                    $"{sum} minutes in protective clothing in seven days; {most} are allowed.");
            }
        }
    }
}
