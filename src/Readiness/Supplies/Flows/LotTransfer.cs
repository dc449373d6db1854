namespace Readiness.Supplies.Flows;

/// <summary>Stock of one last usable day that is dispatched on a lane.</summary>
/// <param name="Lane">Lane index.</param>
/// <param name="Item">Item index.</param>
/// <param name="Day">Day of dispatch.</param>
/// <param name="LastUsableDay">Last usable day; the number of days if it outlasts the horizon.</param>
/// <param name="Quantity">Units, more than 0; may be a fraction.</param>
public readonly record struct LotTransfer(int Lane, int Item, int Day, int LastUsableDay, double Quantity);
