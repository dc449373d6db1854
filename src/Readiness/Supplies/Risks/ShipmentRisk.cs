using System.Collections.Immutable;

namespace Readiness.Supplies.Risks;

/// <summary>What may be missing of a fixed plan because shipments come late, in part or never.</summary>
/// <param name="Exact">Whether all ways in which the shipments can turn out were tried, each with its probability; otherwise they were drawn at random.</param>
/// <param name="Outcomes">Number of ways tried.</param>
/// <param name="Items">Expected units, by level, then item; only of items that demands of the level use up.</param>
/// <param name="StockOuts">Places, items and days on which a demand may find less than the plan gives it, by place, item and day.</param>
public sealed record ShipmentRisk(bool Exact, int Outcomes, ImmutableArray<ItemShortfall> Items, ImmutableArray<StockOutChance> StockOuts);
