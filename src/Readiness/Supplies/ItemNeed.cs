namespace Readiness.Supplies;

/// <summary>Items that one unit of a demand uses up.</summary>
/// <param name="Item">Item index.</param>
/// <param name="Quantity">Units of the item; at least 1.</param>
public sealed record ItemNeed(int Item, long Quantity);
