using System.Collections.Immutable;

namespace Readiness.Supplies.Shortages;

/// <summary>What a plan leaves unserved of one demand, and why.</summary>
/// <param name="Demand">Demand index.</param>
/// <param name="Unserved">Units unserved; more than 0.</param>
/// <param name="Causes">Shares in the order of <see cref="ShortageCause"/>, each cause at most once; they add up to <paramref name="Unserved"/>.</param>
public sealed record DemandShortage(int Demand, long Unserved, ImmutableArray<CauseShare> Causes);
