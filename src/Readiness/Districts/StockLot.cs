namespace Readiness.Districts;

/// <summary>A quantity of an item at a place, with its expiry.</summary>
/// <param name="Place">Id of the facility or candidate site.</param>
/// <param name="Item">Id of the item.</param>
/// <param name="Quantity">Units; 0 to 1,000,000,000.</param>
/// <param name="Expires">Last date on which the lot may be used; none if it keeps beyond the horizon.</param>
public sealed record StockLot(string Place, string Item, long Quantity, DateOnly? Expires = null);
