using System.Collections.Immutable;

namespace Readiness.Supplies;

/// <summary>What a plan reaches on one level, re-derived from its decisions.</summary>
/// <param name="Name">Name of the level.</param>
/// <param name="Rule">How items are shared out on this level.</param>
/// <param name="WorstShortfall">1 - lowest fill rate over the pairs (place, item) with demand on this level, times the risk where that counts; 0 without demand.</param>
/// <param name="Unserved">Weighted unserved units.</param>
/// <param name="Rates">Fill rate of every pair (place, item) with demand on this level, ordered by place, then item.</param>
public sealed record SupplyLevelValue(
    string Name, FairnessRule Rule, double WorstShortfall, double Unserved, ImmutableArray<PairFillRate> Rates)
{
    private const int PiecesPerDecade = 10;

    /// <summary>Whether the level compares fill rates.</summary>
    public bool Fair => Rule != FairnessRule.MaximumFill;

    /// <summary>
    /// The sum over pairs of the units demanded times ln(1 ÷ fill rate), what <see cref="FairnessRule.Proportional"/> minimises. The logarithm is interpolated
    /// between the rates 0.01, 0.01 x 10^0.1, 0.01 x 10^0.2, ..., 1, which makes it at most 0.007 larger, and a rate of 0 counts 1 + ln 100.
    /// </summary>
    public double LogShortfall => Rates.Sum(rate => rate.Demanded * Logarithm(rate.Rate));

    /// <summary>The fill rates, weighted by risk where that counts, in ascending order: the vector that leximin maximises.</summary>
    public ImmutableArray<double> AscendingRates() => [.. Rates.Select(rate => rate.WeightedRate).Order()];

    private static double Logarithm(double rate)
    {
        if (rate < 0.01)
        {
            return 1 + Math.Log(100) - (100 * rate);
        }

        int piece = (int)Math.Clamp(Math.Floor(PiecesPerDecade * Math.Log10(100 * rate)), 0, (2 * PiecesPerDecade) - 1);
        double low = 0.01 * Math.Pow(10, (double)piece / PiecesPerDecade);
        double high = 0.01 * Math.Pow(10, (piece + 1.0) / PiecesPerDecade);
        return -Math.Log(low) - ((rate - low) / (high - low) * Math.Log(high / low));
    }
}
