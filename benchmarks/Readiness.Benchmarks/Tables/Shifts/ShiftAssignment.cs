namespace Readiness.Benchmarks.Tables.Shifts;

/// <summary>A line of a solution: a person works a shift type on a day, by the ids of the file.</summary>
/// <param name="Staff">Id of the person.</param>
/// <param name="Day">Day from 0.</param>
/// <param name="Shift">Id of the shift type.</param>
internal sealed record ShiftAssignment(string Staff, int Day, string Shift);
