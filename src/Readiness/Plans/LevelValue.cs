namespace Readiness.Plans;

/// <summary>Achieved value of an objective level, to be minimised.</summary>
/// <param name="Level">Name of the level.</param>
/// <param name="Value">Its value.</param>
public sealed record LevelValue(string Level, double Value);
