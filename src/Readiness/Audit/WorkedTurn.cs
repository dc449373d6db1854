namespace Readiness.Audit;

/// <summary>A shift that a person works, or has worked before the horizon.</summary>
/// <param name="Day">Day on which it starts; negative before the horizon.</param>
/// <param name="ShiftType">Position of the shift type.</param>
/// <param name="Place">Position of the place; -1 before the horizon.</param>
/// <param name="ProtectiveMinutes">Minutes in full protective clothing.</param>
internal readonly record struct WorkedTurn(int Day, int ShiftType, int Place, int ProtectiveMinutes);
