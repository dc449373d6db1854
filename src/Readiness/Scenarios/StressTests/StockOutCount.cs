namespace Readiness.Scenarios.StressTests;

/// <summary>Futures of a batch with a stock-out.</summary>
/// <param name="Place">Id of the place; null counts futures with one at any place.</param>
/// <param name="Item">Id of the item.</param>
/// <param name="Day">The day; null counts futures with one on any day.</param>
/// <param name="Futures">Number of futures; more than 0.</param>
/// <param name="Units">Units missing in all of them together.</param>
public sealed record StockOutCount(string? Place, string Item, DateOnly? Day, int Futures, long Units);
