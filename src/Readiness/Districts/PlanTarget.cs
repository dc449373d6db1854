using Readiness.Districts.Shapes;

namespace Readiness.Districts;

/// <summary>The course of an ensemble that a plan is made for.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Level">For <see cref="PlanTargetKind.Quantile"/>: the probability that a need of the district on a day is met; 0.01 to 0.99.</param>
/// <param name="Count">For <see cref="PlanTargetKind.Trajectories"/>: how many courses the plan has to suffice for at once; 1 to 10,000, at most as many as there are.</param>
public sealed record PlanTarget(
    PlanTargetKind Kind, [Limits(0.01, 0.99)] double? Level = null, [Limits(1, 10_000)] int? Count = null);
