using System.Collections.Immutable;

namespace Readiness.Scenarios.StressTests;

/// <summary>The figures of one future.</summary>
/// <param name="Index">Its number.</param>
/// <param name="Levels">Values of the objective levels, in the order of the batch's names.</param>
/// <param name="Indicators">Values of the indicators, in the order of the batch's ids; none where the future has none, such as the fill rate of an item that nobody needs.</param>
public sealed record FutureOutcome(int Index, ImmutableArray<double> Levels, ImmutableArray<double?> Indicators);
