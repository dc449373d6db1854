using Readiness.Districts.Shapes;

namespace Readiness.Districts;

/// <summary>What is believed about a quantity before any counts are seen.</summary>
/// <param name="Centre">Its median or mean; the range is that of the quantity.</param>
/// <param name="Deviation">
/// For quantities with a median the standard deviation of the natural logarithm, for those with a mean the standard deviation; 0 (the centre is certain) to 100.
/// </param>
public sealed record Belief(double Centre, [Limits(0, 100)] double Deviation);
