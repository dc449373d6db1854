namespace Readiness.Staffing;

/// <summary>A wish to work, or not to work, a shift on a day.</summary>
/// <param name="Person">Person index.</param>
/// <param name="Day">Day.</param>
/// <param name="Shift">Shift index.</param>
/// <param name="On">True for a wish to work it, false for a wish not to.</param>
/// <param name="Weight">Cost if it is not granted; 0 or more.</param>
/// <param name="Level">Objective level.</param>
public sealed record ShiftRequest(int Person, int Day, int Shift, bool On, double Weight, int Level);
