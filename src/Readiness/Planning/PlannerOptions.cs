namespace Readiness.Planning;

/// <summary>Options of <c>ReadinessPlanner</c>. The work limit counts feedback rounds.</summary>
public sealed record PlannerOptions : SolveOptions;
