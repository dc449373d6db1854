namespace Readiness.Supplies.Flows;

/// <summary>Stock of one last usable day that is used up by the demands of a place.</summary>
/// <param name="Place">Place index.</param>
/// <param name="Item">Item index.</param>
/// <param name="Day">Day.</param>
/// <param name="LastUsableDay">Last usable day; the number of days if it outlasts the horizon.</param>
/// <param name="Quantity">Units, more than 0; may be a fraction.</param>
public readonly record struct LotUse(int Place, int Item, int Day, int LastUsableDay, double Quantity);
