using System.Collections.Immutable;

namespace Readiness.Supplies.Online;

/// <summary>The answer to a day's arrivals.</summary>
/// <param name="Dispatches">What leaves today.</param>
/// <param name="State">What is left for the next day.</param>
public sealed record DayMatch(ImmutableArray<Dispatch> Dispatches, MatchingState State);
