namespace Readiness;

/// <summary>A report from a running solve.</summary>
/// <param name="Phase">What it is doing, in a word or two.</param>
/// <param name="Elapsed">Time since the start.</param>
/// <param name="Level">Objective level that the figures belong to, if any.</param>
/// <param name="Objective">Best value of that level so far.</param>
/// <param name="Bound">Proven bound of that level so far.</param>
public sealed record SolveProgress(
    string Phase, TimeSpan Elapsed, string? Level = null, double? Objective = null, double? Bound = null);
