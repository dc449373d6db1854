namespace Readiness.Scenarios.StressTests;

/// <summary>A report from a running stress test.</summary>
/// <param name="Done">Futures that are done.</param>
/// <param name="Futures">Futures that were asked for.</param>
/// <param name="Elapsed">Time since the start.</param>
public sealed record StressTestProgress(int Done, int Futures, TimeSpan Elapsed);
