namespace Readiness.Plans;

/// <summary>Probability that kits or needs of a place find less of an item on a day than the plan gives them.</summary>
/// <param name="Place">Id of the facility or candidate site.</param>
/// <param name="Item">Id of the item.</param>
/// <param name="Day">The day.</param>
/// <param name="Probability">More than 0, at most 1.</param>
public sealed record StockOutRisk(string Place, string Item, DateOnly Day, double Probability);
