using System.Collections.Immutable;

namespace Readiness.Benchmarks.Tables.Districts;

/// <summary>One part of a plan, such as its rosters.</summary>
/// <param name="Size">Size of the problem.</param>
/// <param name="Proof">Values and bounds of its levels.</param>
/// <param name="Violations">What the auditor has found.</param>
/// <param name="Seconds">Wall seconds of planning.</param>
internal sealed record PartOfPlan(int Size, PlanProof Proof, ImmutableArray<RuleViolation> Violations, double Seconds);
