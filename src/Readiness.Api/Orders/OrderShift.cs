using Readiness.Districts;

namespace Readiness.Api.Orders;

/// <summary>People who work a line of a duty in a shift.</summary>
/// <param name="Day">Day on which the shift starts.</param>
/// <param name="Shift">The shift.</param>
/// <param name="Duty">Name of the duty.</param>
/// <param name="Skill">Name of the skill that the line asks for.</param>
/// <param name="Staff">Ids of the people.</param>
public sealed record OrderShift(DateOnly Day, ShiftType Shift, LocalizedName Duty, LocalizedName Skill, IReadOnlyList<string> Staff);
