namespace Readiness.Plans;

/// <summary>A transfer of an item between two places on a lane.</summary>
/// <param name="Item">Id of the item.</param>
/// <param name="From">Id of the place that dispatches.</param>
/// <param name="To">Id of the place that receives.</param>
/// <param name="Day">Day of dispatch.</param>
/// <param name="Arrives">Day on which it is available: dispatch plus the lane's lead time (may lie beyond the horizon).</param>
/// <param name="Quantity">Units; whole packs, more than 0.</param>
public sealed record PlannedShipment(string Item, string From, string To, DateOnly Day, DateOnly Arrives, long Quantity);
