using System.Collections.Immutable;

namespace Readiness.Staffing;

/// <summary>Working-time rules. Minutes and days of a shift count on the day on which it starts.</summary>
public sealed record RosterRules
{
    /// <summary>Name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Least minutes between the end of a shift and the start of the next; 0 or more.</summary>
    public int MinRestMinutes { get; init; }

    /// <summary>Most consecutive days with a shift; 1 or more.</summary>
    public int MaxConsecutiveDays { get; init; } = int.MaxValue;

    /// <summary>Least consecutive days with a shift; waived where the run touches the first or last day.</summary>
    public int MinConsecutiveDays { get; init; } = 1;

    /// <summary>Least consecutive days off; waived where the run touches the first or last day.</summary>
    public int MinConsecutiveDaysOff { get; init; } = 1;

    /// <summary>Most consecutive days without a shift, whether off or unavailable; 1 or more.</summary>
    public int MaxConsecutiveDaysOff { get; init; } = int.MaxValue;

    /// <summary>
    /// Most days of a stay in a closed loop, from its first to its last worked day, days off in it included; 1 or more. Worked days with fewer
    /// than <see cref="IsolationDays"/> days without a shift between them belong to one stay.
    /// </summary>
    public int ClosedLoopDays { get; init; } = int.MaxValue;

    /// <summary>
    /// Least days without a shift, whether off or unavailable, between two stays in a closed loop; 1 or more where <see cref="ClosedLoopDays"/>
    /// is given, without effect where it is not. Isolation after the last stay may run beyond the last day.
    /// </summary>
    public int IsolationDays { get; init; }

    /// <summary>Most weekends worked.</summary>
    public int MaxWeekends { get; init; } = int.MaxValue;

    /// <summary>
    /// Least minutes in any seven consecutive days from the first to the last day; 0 or more. Waived for seven days that hold a day of absence
    /// (<see cref="RosterPerson.UnavailableDays"/>) and for those that begin before the first day or end after the last. Leave that may be
    /// cancelled is no absence, as the person can be planned on it.
    /// </summary>
    public int MinMinutesPer7Days { get; init; }

    /// <summary>Most minutes in any seven consecutive days.</summary>
    public int MaxMinutesPer7Days { get; init; } = int.MaxValue;

    /// <summary>Least minutes in each week; waived for a last week of fewer than seven days.</summary>
    public int MinMinutesPerWeek { get; init; }

    /// <summary>Most minutes in each week.</summary>
    public int MaxMinutesPerWeek { get; init; } = int.MaxValue;

    /// <summary>Most minutes in protective clothing in a shift; 0 or more. See <see cref="RosterTask.ProtectiveMinutesPerHour"/>.</summary>
    public int MaxProtectiveMinutesPerShift { get; init; } = int.MaxValue;

    /// <summary>Most minutes in protective clothing in each week; 0 or more.</summary>
    public int MaxProtectiveMinutesPerWeek { get; init; } = int.MaxValue;

    /// <summary>Least minutes over all days.</summary>
    public int MinTotalMinutes { get; init; }

    /// <summary>Most minutes over all days.</summary>
    public int MaxTotalMinutes { get; init; } = int.MaxValue;

    /// <summary>Minutes per week beyond which work is overtime.</summary>
    public int NormalMinutesPerWeek { get; init; } = int.MaxValue;

    /// <summary>Most shifts of each type over all days, by shift index; empty means no limits, 0 forbids the shift.</summary>
    public ImmutableArray<int> MaxShifts { get; init; } = [];
}
