using System.Collections.Immutable;

namespace Readiness.Supplies;

/// <summary>What a plan reaches on one level, re-derived from its decisions.</summary>
/// <param name="Name">Name of the level.</param>
/// <param name="Fair">Whether fill rates are balanced on this level.</param>
/// <param name="WorstShortfall">1 - lowest fill rate over the pairs (place, item) with demand on this level; 0 without demand.</param>
/// <param name="Unserved">Weighted unserved units.</param>
/// <param name="Rates">Fill rate of every pair (place, item) with demand on this level, ordered by place, then item.</param>
public sealed record SupplyLevelValue(
    string Name, bool Fair, double WorstShortfall, double Unserved, ImmutableArray<PairFillRate> Rates)
{
    /// <summary>The fill rates in ascending order: the vector that leximin maximises.</summary>
    public ImmutableArray<double> AscendingRates() => [.. Rates.Select(rate => rate.Rate).Order()];
}
