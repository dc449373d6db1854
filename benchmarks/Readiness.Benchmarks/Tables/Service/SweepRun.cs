using System.Collections.Immutable;

namespace Readiness.Benchmarks.Tables.Service;

/// <summary>A sweep that has been solved.</summary>
/// <param name="Seconds">From its post to the end of its last cell.</param>
/// <param name="Completed">Cells that were completed.</param>
/// <param name="Levels">Objective levels of the plan of each cell, as text, in the order of the cells.</param>
internal sealed record SweepRun(double Seconds, int Completed, ImmutableArray<string> Levels);
