using System.Collections.Immutable;

namespace Readiness.Plans;

/// <summary>What a plan risks because shipments may come late, in part or never: it is carried out as it is, and cut down where something is not there.</summary>
/// <param name="Exact">Whether all ways in which the shipments can turn out were tried, each with its probability; otherwise they were drawn at random.</param>
/// <param name="Outcomes">Number of ways tried.</param>
/// <param name="Items">Items that may be missing, by class, then in the district's order.</param>
/// <param name="StockOuts">Places, items and days on which kits or needs may find less than planned, by day, then place, then item.</param>
public sealed record PlanRisk(bool Exact, int Outcomes, ImmutableArray<ItemRisk> Items, ImmutableArray<StockOutRisk> StockOuts);
