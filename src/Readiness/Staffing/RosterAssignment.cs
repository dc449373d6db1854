namespace Readiness.Staffing;

/// <summary>A person works a task in a shift on a day.</summary>
/// <param name="Person">Person index.</param>
/// <param name="Day">Day.</param>
/// <param name="Shift">Shift index.</param>
/// <param name="Task">Task index.</param>
public sealed record RosterAssignment(int Person, int Day, int Shift, int Task);
