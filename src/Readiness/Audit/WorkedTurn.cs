namespace Readiness.Audit;

/// <summary>A shift that a person works.</summary>
/// <param name="Day">Day on which it starts.</param>
/// <param name="ShiftType">Position of the shift type.</param>
/// <param name="Place">Position of the place.</param>
/// <param name="ProtectiveMinutes">Minutes in full protective clothing.</param>
internal readonly record struct WorkedTurn(int Day, int ShiftType, int Place, int ProtectiveMinutes);
