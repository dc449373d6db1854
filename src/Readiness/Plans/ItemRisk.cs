namespace Readiness.Plans;

/// <summary>Units of an item that may be missing for a class, in kits and for needs that are not bound to a shift.</summary>
/// <param name="Item">Id of the item.</param>
/// <param name="PriorityClass">1 (life-critical) to 4 (routine).</param>
/// <param name="ExpectedMissing">Mean number of the units that the plan gives the class and that are not there; more than 0. A unit stands for the item in whose place a substitute serves.</param>
/// <param name="StandardError">Standard error of the mean, at most; 0 where it is exact.</param>
public sealed record ItemRisk(string Item, int PriorityClass, double ExpectedMissing, double StandardError);
