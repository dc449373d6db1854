namespace Readiness.Supplies;

/// <summary>A dispatch on a lane.</summary>
/// <param name="Lane">Lane index.</param>
/// <param name="Item">Item index.</param>
/// <param name="Day">Day of dispatch.</param>
/// <param name="Quantity">Units; a whole number of packs, more than 0.</param>
public sealed record Transfer(int Lane, int Item, int Day, long Quantity);
