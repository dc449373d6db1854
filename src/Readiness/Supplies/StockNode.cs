namespace Readiness.Supplies;

/// <summary>Stock of an item at a place that has one last usable day.</summary>
/// <param name="Place">Place index.</param>
/// <param name="Item">Item index.</param>
/// <param name="Class">Last usable day, or the number of days if it outlasts the horizon.</param>
/// <param name="Last">Last day of the node inside the horizon.</param>
/// <param name="Expires">Whether what is left after <paramref name="Last"/> expires.</param>
/// <param name="Earliest">First day on which there can be stock.</param>
/// <param name="Latest">Last day on which the stock can be of use; -1 if never.</param>
internal readonly record struct StockNode(int Place, int Item, int Class, int Last, bool Expires, int Earliest, int Latest);
