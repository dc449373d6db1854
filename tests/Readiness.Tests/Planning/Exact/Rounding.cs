namespace Readiness.Tests.Planning.Exact;

/// <summary>Ratios are rounded up, but not for a rounding error of a relative 1e-9.</summary>
internal static class Rounding
{
    public static long Up(double value) => (long)Math.Ceiling(value - (1e-9 * Math.Max(1, value)));
}
