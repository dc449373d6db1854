namespace Readiness.Supplies;

/// <summary>A quantity that becomes available at a place on the morning of a day.</summary>
/// <param name="Place">Place index.</param>
/// <param name="Item">Item index.</param>
/// <param name="Quantity">Units; 0 or more.</param>
/// <param name="AvailableDay">First day; 0 for stock on hand.</param>
/// <param name="LastUsableDay">Last day on which it may be used; <see cref="int.MaxValue"/> if it keeps.</param>
public sealed record SupplyLot(int Place, int Item, long Quantity, int AvailableDay = 0, int LastUsableDay = int.MaxValue);
