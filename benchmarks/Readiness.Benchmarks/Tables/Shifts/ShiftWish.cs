namespace Readiness.Benchmarks.Tables.Shifts;

/// <summary>A wish of a person for or against a shift.</summary>
/// <param name="Worker">Position of the person.</param>
/// <param name="Day">Day.</param>
/// <param name="Type">Position of the shift type.</param>
/// <param name="Weight">Cost if it is not granted.</param>
/// <param name="On">True for a wish to work the shift, false for one not to.</param>
internal sealed record ShiftWish(int Worker, int Day, int Type, int Weight, bool On);
