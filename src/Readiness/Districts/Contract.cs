using System.Collections.Immutable;
using Readiness.Districts.Shapes;

namespace Readiness.Districts;

/// <summary>Working-time rules of the people who are under it.</summary>
public sealed record Contract
{
    /// <summary>Identifier.</summary>
    [Identifier]
    public required string Id { get; init; }

    /// <summary>Name.</summary>
    public required LocalizedName Name { get; init; }

    /// <summary>Minutes per calendar block of seven days (counted from the first day) beyond which work is overtime; 0 to 10,080.</summary>
    [Limits(0, 10_080)]
    public int NormalMinutesPerWeek { get; init; } = 2400;

    /// <summary>Most minutes of shifts that start in any seven consecutive days; at least <see cref="NormalMinutesPerWeek"/>, at most 10,080.</summary>
    [Limits(0, 10_080)]
    public int MaxMinutesPerWeek { get; init; } = 3600;

    /// <summary>Least minutes between the end of a shift and the start of the next; 0 to 2,880.</summary>
    [Limits(0, 2_880)]
    public int MinRestMinutes { get; init; } = 660;

    /// <summary>Most consecutive days with a shift; 1 to 366.</summary>
    [Limits(1, 366)]
    public int MaxConsecutiveDays { get; init; } = 6;

    /// <summary>Ids of the shift types that may be assigned; empty means all.</summary>
    [RefersTo(nameof(District.ShiftTypes))]
    public ImmutableArray<string> ShiftTypes { get; init; } = [];

    /// <summary>Most weekends with a shift that starts on the Saturday, the Sunday or both; 0 to 54, none means unlimited.</summary>
    [Limits(0, 54)]
    public int? MaxWeekends { get; init; }

    /// <summary>Limits on the number of shifts of a type, such as nights; a type without one is not limited.</summary>
    [UniqueBy(nameof(ShiftLimit.Shift))]
    public ImmutableArray<ShiftLimit> MaxShifts { get; init; } = [];

    /// <summary>
    /// Most days of a stay in a closed loop (from its first to its last day with a shift, days off within it included), such as the staff
    /// of a quarantine site who live on it; 1 to 90, none means that nobody lives in. Needs <see cref="IsolationDays"/>.
    /// </summary>
    [Limits(1, 90)]
    public int? ClosedLoopDays { get; init; }

    /// <summary>
    /// Least days without a shift, absences included, between two stays in a closed loop; 1 to 30. Days with a shift that have fewer days
    /// between them belong to one stay. Isolation after the last stay may run beyond the horizon. Only with <see cref="ClosedLoopDays"/>.
    /// </summary>
    [Limits(1, 30)]
    public int? IsolationDays { get; init; }

    /// <summary>
    /// Most minutes in full protective clothing in a shift; 0 to 1,440, none means unlimited. What a shift takes of them follows from
    /// <see cref="DutyLine.ProtectiveMinutesPerHour"/>.
    /// </summary>
    [Limits(0, 1_440)]
    public int? MaxProtectiveMinutesPerShift { get; init; }

    /// <summary>Most minutes in full protective clothing per calendar block of seven days (counted from the first day); 0 to 10,080, none means unlimited.</summary>
    [Limits(0, 10_080)]
    public int? MaxProtectiveMinutesPerWeek { get; init; }
}
