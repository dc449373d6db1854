using System.Collections.Immutable;

namespace Readiness.Benchmarks.Tables.Shifts;

/// <summary>What <see cref="ShiftEvaluator"/> says about a solution.</summary>
/// <param name="Objective">Its cost, whether or not it keeps the rules.</param>
/// <param name="Faults">The rules it breaks.</param>
internal sealed record ShiftVerdict(long Objective, ImmutableArray<string> Faults);
