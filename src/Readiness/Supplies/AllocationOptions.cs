namespace Readiness.Supplies;

/// <summary>Options of <see cref="SupplyPlanner"/>.</summary>
public sealed record AllocationOptions : SolveOptions;
