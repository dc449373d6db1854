using Readiness.Districts;
using Readiness.Districts.Shapes;

namespace Readiness.Mornings;

/// <summary>What a person really worked on a day before the morning.</summary>
/// <param name="Staff">Id of the person.</param>
/// <param name="Date">The day; at most 366 days before the morning.</param>
/// <param name="Shift">Id of the shift type; none if the person did not work.</param>
public sealed record TurnWorked(
    [RefersTo(nameof(District.Staff))] string Staff,
    DateOnly Date,
    [RefersTo(nameof(District.ShiftTypes))] string? Shift = null);
