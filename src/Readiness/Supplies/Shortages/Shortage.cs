using System.Collections.Immutable;

namespace Readiness.Supplies.Shortages;

/// <summary>What a plan leaves unserved, over all days, of the demands of a place that have one level and use up the same items.</summary>
/// <param name="Place">Place index.</param>
/// <param name="Level">Index of the level.</param>
/// <param name="Needs">Items per unit of demand.</param>
/// <param name="Unserved">Units unserved; more than 0.</param>
/// <param name="Causes">Shares in the order of <see cref="ShortageCause"/>, each cause at most once; they add up to <paramref name="Unserved"/>.</param>
/// <param name="Demands">The demands, by day, then index.</param>
/// <param name="Remedies">What would help, most units first; empty unless asked for.</param>
public sealed record Shortage(
    int Place,
    int Level,
    ImmutableArray<ItemNeed> Needs,
    long Unserved,
    ImmutableArray<CauseShare> Causes,
    ImmutableArray<DemandShortage> Demands,
    ImmutableArray<Remedy> Remedies);
