using Readiness.Scenarios.StressTests;

namespace Readiness.Benchmarks.Tables.Stress;

/// <summary>What the user wants of the table <c>stress</c>.</summary>
/// <param name="District">Id of a sample, or path of a district document.</param>
/// <param name="Futures">Number of futures.</param>
/// <param name="Replan">Wall-clock limit of the new plan of every future; null carries the plan out as it is.</param>
/// <param name="Settings">What is uncertain.</param>
/// <param name="Run">Limit and threads of the plan that is tested, and where results go.</param>
internal sealed record StressRequest(string District, int Futures, TimeSpan? Replan, StressTestSettings Settings, RunRequest Run);
