using System.Collections.Immutable;
using Readiness.Plans;

namespace Readiness.Tests.Planning.Exact;

/// <summary>A lexicographically best plan, and what its levels are according to the programme that found it.</summary>
internal sealed record ExactOptimum(ImmutableArray<LevelValue> Levels, PlanDecisions Decisions);
