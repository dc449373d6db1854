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
}
