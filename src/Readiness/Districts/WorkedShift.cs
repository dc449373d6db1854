using Readiness.Districts.Shapes;

namespace Readiness.Districts;

/// <summary>A shift that a person worked before the horizon.</summary>
/// <param name="Date">Date on which it started; one of the 366 days before the horizon.</param>
/// <param name="Shift">Id of the shift type.</param>
public sealed record WorkedShift(DateOnly Date, [RefersTo(nameof(District.ShiftTypes))] string Shift);
