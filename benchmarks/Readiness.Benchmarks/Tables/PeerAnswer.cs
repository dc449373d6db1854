using System.Collections.Immutable;

namespace Readiness.Benchmarks.Tables;

/// <summary>What another solver made of an instance.</summary>
/// <param name="Objective">Objective, confirmed by the set's own evaluator; null without a solution or if it was not confirmed.</param>
/// <param name="Bound">The bound that it claims; null if none is finite.</param>
/// <param name="Seconds">Wall seconds of its call; null if it cannot take the instance.</param>
/// <param name="Faults">Why its solution was not confirmed, or why it cannot take the instance; empty if all is well.</param>
internal sealed record PeerAnswer(double? Objective, double? Bound, double? Seconds, ImmutableArray<string> Faults)
{
    /// <summary>The answer of a solver that does not get the instance.</summary>
    public static PeerAnswer NotAsked { get; } = new(null, null, null, []);
}
