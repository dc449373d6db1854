using Readiness.Districts.Shapes;

namespace Readiness.Districts;

/// <summary>A start and a length. A shift that passes midnight belongs to the day on which it starts.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Name">Name.</param>
/// <param name="Start">Time of day at which it starts.</param>
/// <param name="LengthMinutes">Length in minutes; 30 to 1,440.</param>
public sealed record ShiftType(
    [Identifier] string Id, LocalizedName Name, TimeOnly Start, [Limits(30, 1_440)] int LengthMinutes);
