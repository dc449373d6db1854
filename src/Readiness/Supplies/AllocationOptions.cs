namespace Readiness.Supplies;

/// <summary>Options of <c>SupplyPlanner</c>.</summary>
public sealed record AllocationOptions : SolveOptions;
