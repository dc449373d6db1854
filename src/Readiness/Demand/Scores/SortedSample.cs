namespace Readiness.Demand.Scores;

/// <summary>Quantiles of an ascending sample.</summary>
internal static class SortedSample
{
    /// <summary>The quantile that interpolates between order statistics, each in the middle of its share (Hyndman and Fan's type 5).</summary>
    public static double Quantile(ReadOnlySpan<double> sorted, double level)
    {
        double position = level * sorted.Length - 0.5;
        int below = (int)Math.Floor(position);
        if (below < 0)
        {
            return sorted[0];
        }

        return below >= sorted.Length - 1
            ? sorted[^1]
            : sorted[below] + (position - below) * (sorted[below + 1] - sorted[below]);
    }
}
