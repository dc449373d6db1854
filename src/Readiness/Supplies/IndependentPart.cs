namespace Readiness.Supplies;

/// <summary>A part of a problem that shares neither stock, nor demands, nor budgets, nor lane capacity, nor storage with the rest.</summary>
/// <param name="Problem">The part as a problem with the same places, items, levels and lanes, and its own lots and demands.</param>
/// <param name="Demands">Index in the whole problem of every demand of the part.</param>
/// <param name="Offers">Index in the whole problem of every offer of the part.</param>
/// <param name="Steps">Steps of the whole problem's objective.</param>
internal sealed record IndependentPart(AllocationProblem Problem, int[] Demands, int[] Offers, ObjectiveStage[] Steps);
