namespace Readiness.Supplies;

/// <summary>A directed link between two places.</summary>
/// <param name="From">Place index that dispatches.</param>
/// <param name="To">Place index that receives.</param>
/// <param name="LeadTimeDays">Days from dispatch to availability; 0 or more.</param>
/// <param name="CapacityPerDay">Volume over all items that can be dispatched per day; <see cref="double.PositiveInfinity"/> if unlimited.</param>
/// <param name="CostPerUnit">Transport cost of a unit, such as km; 0 or more.</param>
public sealed record TransportLane(
    int From, int To, int LeadTimeDays = 0, double CapacityPerDay = double.PositiveInfinity, double CostPerUnit = 0)
{
    /// <summary>
    /// Fewest units of an item that are worth a dispatch: on a day nothing of the item is dispatched, or at least so many units, in whole packs.
    /// 0 to 1e12; 0 or 1 means any.
    /// </summary>
    public long MinimumUnits { get; init; }
}
