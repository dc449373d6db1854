namespace Readiness.Supplies.Risks;

/// <summary>Probability that demands of a place find less of an item on a day than a plan gives them.</summary>
/// <param name="Place">Place index.</param>
/// <param name="Item">Item index.</param>
/// <param name="Day">Day.</param>
/// <param name="Probability">More than 0, at most 1.</param>
public sealed record StockOutChance(int Place, int Item, int Day, double Probability);
