using System.Collections.Immutable;

namespace Readiness.Benchmarks.Tables.Sites;

/// <summary>What Readiness made of an instance.</summary>
/// <param name="Objective">Objective; null without a solution that serves everyone.</param>
/// <param name="Bound">Proven bound; null if none is finite.</param>
/// <param name="Seconds">Wall seconds of the planner's call alone.</param>
/// <param name="Termination">How the planner says it ended.</param>
/// <param name="Faults">What the auditors found; empty if they passed it.</param>
/// <param name="Shares">The solution, by facility and customer; empty without an objective.</param>
internal sealed record SiteAnswer(
    double? Objective, double? Bound, double Seconds, Termination Termination, ImmutableArray<string> Faults, ImmutableArray<SiteShare> Shares);
