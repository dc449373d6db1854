using System.Collections.Immutable;

namespace Readiness.Staffing;

/// <summary>A shift of the day.</summary>
/// <param name="Name">Name.</param>
/// <param name="StartMinute">Minutes after midnight of the day it belongs to; 0 to 1,439.</param>
/// <param name="LengthMinutes">Length in minutes; 1 to 1,440.</param>
/// <param name="ForbiddenSuccessors">Shifts that may not follow on the next day, on top of the minimum rest.</param>
public sealed record RosterShift(
    string Name, int StartMinute, int LengthMinutes, ImmutableArray<int> ForbiddenSuccessors = default)
{
    /// <summary>Shifts that may not follow on the next day, on top of the minimum rest.</summary>
    public ImmutableArray<int> ForbiddenSuccessors { get; init; } = ForbiddenSuccessors.IsDefault ? [] : ForbiddenSuccessors;
}
