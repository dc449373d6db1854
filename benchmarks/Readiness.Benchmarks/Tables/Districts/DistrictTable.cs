using System.Collections.Immutable;
using Readiness.Districts;

namespace Readiness.Benchmarks.Tables.Districts;

/// <summary>A table of one part of the plans of districts, level by level.</summary>
/// <param name="Name">Its name, which is that of the command and of the file.</param>
/// <param name="Description">What it shows.</param>
/// <param name="SizeColumn">What is counted as the size of a problem.</param>
/// <param name="Limit">Time for a district if none is stated.</param>
/// <param name="Solve">Plans and audits that part.</param>
internal sealed record DistrictTable(
    string Name, string Description, string SizeColumn, TimeSpan Limit, Func<District, SolveOptions, CancellationToken, PartOfPlan> Solve);
