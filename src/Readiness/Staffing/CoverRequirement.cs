namespace Readiness.Staffing;

/// <summary>Heads wanted for a task in a shift on a day.</summary>
/// <param name="Day">Day.</param>
/// <param name="Shift">Shift index.</param>
/// <param name="Task">Task index.</param>
/// <param name="Heads">Heads wanted; 0 or more.</param>
/// <param name="Level">Objective level at which missing and surplus heads count.</param>
/// <param name="UnderWeight">Weight of a missing head; 0 or more.</param>
/// <param name="OverWeight">Weight of a surplus head; 0 or more. <see cref="double.PositiveInfinity"/> forbids surplus.</param>
public sealed record CoverRequirement(
    int Day, int Shift, int Task, int Heads, int Level = 0, double UnderWeight = 1, double OverWeight = double.PositiveInfinity);
