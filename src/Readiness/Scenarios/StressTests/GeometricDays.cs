namespace Readiness.Scenarios.StressTests;

/// <summary>Numbers of days, 1 or more, with a geometric distribution.</summary>
internal static class GeometricDays
{
    // Longer than any horizon.
    private const double Most = 100_000;

    /// <summary>The number that a draw stands for.</summary>
    /// <param name="mean">Mean; 1 or more.</param>
    /// <param name="draw">Evenly distributed, at least 0 and less than 1.</param>
    public static int Of(double mean, double draw) =>
        mean <= 1 ? 1 : 1 + (int)Math.Min(Most, Math.Floor(Math.Log(1 - draw) / Math.Log(1 - 1 / mean)));
}
