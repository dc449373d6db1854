using System.Collections.Immutable;

namespace Readiness.Benchmarks.Tables;

/// <summary>What Readiness made of an instance.</summary>
/// <param name="Objective">Objective; null without a solution.</param>
/// <param name="Bound">Proven bound; null if none is finite.</param>
/// <param name="Seconds">Wall seconds of the planner's call alone.</param>
/// <param name="Termination">How the planner says it ended.</param>
/// <param name="Faults">What the auditors found; empty if they passed it.</param>
/// <param name="Solution">Lines of the solution file; empty without a solution.</param>
internal sealed record OwnAnswer(
    double? Objective, double? Bound, double Seconds, Termination Termination, ImmutableArray<string> Faults, ImmutableArray<ImmutableArray<string>> Solution);
