namespace Readiness.Supplies;

/// <summary>An item on a lane: what whole packs are counted for.</summary>
/// <param name="Lane">Lane index.</param>
/// <param name="Item">Item index.</param>
/// <param name="FirstArc">First of its arcs, soonest expiry first.</param>
/// <param name="ArcCount">Number of arcs.</param>
/// <param name="Pack">Units per pack.</param>
/// <param name="Volume">Lane capacity that a pack takes.</param>
/// <param name="LeastPacks">Fewest packs of a dispatch; at least 1.</param>
internal readonly record struct LaneItem(int Lane, int Item, int FirstArc, int ArcCount, long Pack, double Volume, long LeastPacks);
