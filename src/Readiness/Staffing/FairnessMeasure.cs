using System.Collections.Immutable;

namespace Readiness.Staffing;

/// <summary>A burden that is to be shared evenly: nights, weekends, or work where people are exposed.</summary>
/// <remarks>
/// The measure counts for each of its people the shifts worked that are among <see cref="Shifts"/> and at one of <see cref="Tasks"/>. The worst is the
/// largest of these counts. The spread is the sum of their squares: as long as the burden as a whole stays the same, it is smallest where the counts differ
/// least (over n people with total s it is s² ÷ n plus n times their variance), and it never rewards giving people more. With the worst at a level above
/// the spread nobody does more than the burden asks for, and among such rosters the most even is chosen. Work before the first day does not count.
/// </remarks>
/// <param name="Name">Name.</param>
public sealed record FairnessMeasure(string Name)
{
    /// <summary>Shifts that count; empty if all do.</summary>
    public ImmutableArray<int> Shifts { get; init; } = [];

    /// <summary>Tasks that count; empty if all do.</summary>
    public ImmutableArray<int> Tasks { get; init; } = [];

    /// <summary>Whether not shifts are counted, but weekends (by <see cref="RosterProblem.FirstWeekday"/>) with at least one such shift.</summary>
    public bool Weekends { get; init; }

    /// <summary>People whose counts are compared; empty if all are.</summary>
    public ImmutableArray<int> People { get; init; } = [];

    /// <summary>Level to which the largest count of any person is added; -1 if it does not count.</summary>
    public int WorstLevel { get; init; } = -1;

    /// <summary>Level to which the sum of the squared counts is added; -1 if it does not count.</summary>
    public int SpreadLevel { get; init; } = -1;
}
