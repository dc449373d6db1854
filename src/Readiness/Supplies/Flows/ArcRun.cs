namespace Readiness.Supplies.Flows;

/// <summary>Arcs that follow each other: each end stays or moves on by one node per arc.</summary>
/// <param name="First">First arc.</param>
/// <param name="Count">Number of arcs.</param>
/// <param name="Source">Source of the first.</param>
/// <param name="Target">Target of the first.</param>
/// <param name="SourceStep">0 or 1.</param>
/// <param name="TargetStep">0 or 1.</param>
internal readonly record struct ArcRun(int First, int Count, int Source, int Target, int SourceStep, int TargetStep);
