namespace Readiness.Staffing;

/// <summary>A shift that a person worked before the first day.</summary>
/// <param name="Day">Day, counted back from day 0: -366 to -1, the day before the first.</param>
/// <param name="Shift">Shift index.</param>
public sealed record PastShift(int Day, int Shift);
