using System.Collections.Immutable;
using System.Text.Json;

namespace Readiness.Scenarios.Sweeps;

/// <summary>One combination of a sweep.</summary>
/// <param name="Number">Its number, from 0.</param>
/// <param name="Positions">Where it stands on each axis, from 0, in the order of the axes.</param>
/// <param name="Changes">Its changes, a raw array as in a scenario.</param>
public sealed record SweepCell(int Number, ImmutableArray<int> Positions, JsonElement Changes);
