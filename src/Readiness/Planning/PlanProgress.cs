using System.Collections.Immutable;
using Readiness.Plans;

namespace Readiness.Planning;

/// <summary>A report from a running joint plan.</summary>
/// <param name="Phase">What it is doing: <c>demand</c>, <c>sites</c>, <c>roster</c>, <c>supplies</c>, <c>audit</c>, <c>proof</c>.</param>
/// <param name="Round">Feedback round, from 1.</param>
/// <param name="Elapsed">Time since the start.</param>
/// <param name="BestLevels">Objective levels of the best audited plan so far; empty until there is one.</param>
public sealed record PlanProgress(string Phase, int Round, TimeSpan Elapsed, ImmutableArray<LevelValue> BestLevels);
