namespace Readiness.Supplies;

/// <summary>Lots that may be bought: each comes in at a place on the morning of a day, if it is paid for.</summary>
/// <param name="Place">Place index.</param>
/// <param name="Item">Item index.</param>
/// <param name="UnitsPerLot">Units per lot; at least 1. Lots are whole.</param>
/// <param name="MostLots">Lots on offer; 0 or more, and at most 1e12 units in all.</param>
/// <param name="PricePerLot">Price of a lot, in the unit of the budgets; 0 or more and finite.</param>
/// <param name="AvailableDay">First day on which a lot can be used, order time included; 0 or more.</param>
/// <param name="LastUsableDay">Last day on which it may be used, not before the first; <see cref="int.MaxValue"/> if it keeps.</param>
/// <param name="PayDay">Day whose budgets pay for it; 0 or more.</param>
public sealed record SupplyOffer(
    int Place, int Item, long UnitsPerLot, long MostLots, double PricePerLot, int AvailableDay = 0, int LastUsableDay = int.MaxValue, int PayDay = 0);
