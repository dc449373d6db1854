namespace Readiness.Benchmarks.Tables.Shifts;

/// <summary>Heads wanted on a day in a shift type.</summary>
/// <param name="Day">Day.</param>
/// <param name="Type">Position of the shift type.</param>
/// <param name="Heads">Heads wanted.</param>
/// <param name="UnderWeight">Cost of each missing head.</param>
/// <param name="OverWeight">Cost of each surplus head.</param>
internal sealed record ShiftDemand(int Day, int Type, int Heads, int UnderWeight, int OverWeight);
