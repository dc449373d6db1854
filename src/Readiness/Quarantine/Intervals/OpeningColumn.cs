namespace Readiness.Quarantine.Intervals;

/// <summary>One use of a site: when it is open, and how many begin to stay there when.</summary>
/// <param name="Site">The site.</param>
/// <param name="First">First open day.</param>
/// <param name="Last">Last open day.</param>
/// <param name="Cost">What it costs by the level.</param>
/// <param name="Cells">Who begins when, at group × days + day.</param>
/// <param name="Units">How many of each.</param>
internal sealed record OpeningColumn(int Site, int First, int Last, double Cost, int[] Cells, double[] Units);
