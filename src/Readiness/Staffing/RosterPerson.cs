using System.Collections.Immutable;

namespace Readiness.Staffing;

/// <summary>A person of a <see cref="RosterProblem"/>.</summary>
/// <param name="Name">Name or id.</param>
/// <param name="Rules">Index of the rule set.</param>
/// <param name="Tasks">Indices of the tasks the person may do, ascending.</param>
/// <param name="Unit">Unit the person belongs to; -1 if none.</param>
/// <param name="UnavailableDays">Days without assignment, ascending.</param>
public sealed record RosterPerson(
    string Name, int Rules, ImmutableArray<int> Tasks, int Unit = -1, ImmutableArray<int> UnavailableDays = default)
{
    /// <summary>Days without assignment, ascending.</summary>
    public ImmutableArray<int> UnavailableDays { get; init; } = UnavailableDays.IsDefault ? [] : UnavailableDays;
}
