namespace Readiness.Staffing;

/// <summary>A day of leave that may be cancelled at a price, unlike the person's unavailable days.</summary>
/// <param name="Person">Person index.</param>
/// <param name="Day">Day.</param>
/// <param name="Weight">Cost if the person works on it; 0 or more.</param>
/// <param name="Level">Objective level.</param>
public sealed record CancellableLeave(int Person, int Day, double Weight, int Level);
