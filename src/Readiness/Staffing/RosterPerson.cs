using System.Collections.Immutable;

namespace Readiness.Staffing;

/// <summary>A person of a <see cref="RosterProblem"/>.</summary>
/// <param name="Name">Name or id.</param>
/// <param name="Rules">Index of the rule set.</param>
/// <param name="Tasks">Indices of the tasks the person may do, ascending.</param>
/// <param name="Unit">Unit the person belongs to; -1 if none.</param>
/// <param name="UnavailableDays">Days without assignment, ascending.</param>
/// <param name="History">Shifts worked before the first day: see <see cref="History"/>.</param>
public sealed record RosterPerson(
    string Name, int Rules, ImmutableArray<int> Tasks, int Unit = -1, ImmutableArray<int> UnavailableDays = default,
    ImmutableArray<PastShift> History = default)
{
    /// <summary>Days without assignment, ascending.</summary>
    public ImmutableArray<int> UnavailableDays { get; init; } = UnavailableDays.IsDefault ? [] : UnavailableDays;

    /// <summary>Shifts worked before the first day, by ascending day, at most one a day; empty if nothing is known.</summary>
    /// <remarks>
    /// The record begins on the day of its first shift; days after that without a shift were off, and nothing is known of days before. It binds what
    /// the days from 0 on may hold: rest and forbidden successors after the last past shift, runs of days on and off, most minutes of seven days and
    /// stays in a closed loop count the days of the record in. Least consecutive days are waived only for a run of work that begins with the
    /// first recorded shift, and at the last day as ever. What the record itself breaks is no violation, but then nothing may be added to it:
    /// a run, seven days or a stay beyond its limit allow no more work, or no further day off, until they are over. Weeks, weekends, totals,
    /// numbers of shifts, overtime and least minutes of seven days are counted from day 0.
    /// </remarks>
    public ImmutableArray<PastShift> History { get; init; } = History.IsDefault ? [] : History;
}
