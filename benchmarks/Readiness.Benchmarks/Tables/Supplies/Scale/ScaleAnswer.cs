using System.Collections.Immutable;

namespace Readiness.Benchmarks.Tables.Supplies.Scale;

/// <summary>What Readiness made of an instance.</summary>
/// <param name="Flows">Its decisions.</param>
/// <param name="Objective">Cost, as the evaluator finds it.</param>
/// <param name="Bound">Proven bound.</param>
/// <param name="Termination">How the search ended.</param>
/// <param name="Seconds">Wall seconds of the first solve, from nothing.</param>
/// <param name="ResolveSeconds">Wall seconds of each solve after a hundredth of the demands has changed.</param>
/// <param name="ResolveGap">Largest relative gap of those.</param>
/// <param name="Faults">What the evaluator found; empty if nothing.</param>
internal sealed record ScaleAnswer(
    ScaleFlows Flows,
    double Objective,
    double Bound,
    Termination Termination,
    double Seconds,
    ImmutableArray<double> ResolveSeconds,
    double ResolveGap,
    ImmutableArray<string> Faults)
{
    /// <summary>(objective - bound) ÷ objective.</summary>
    public double Gap => (Objective - Bound) / Math.Max(1e-9, Objective);

    /// <summary>Median of <see cref="ResolveSeconds"/>.</summary>
    public double? Resolve => ResolveSeconds.IsEmpty ? null : ResolveSeconds.Order().ElementAt(ResolveSeconds.Length / 2);
}
