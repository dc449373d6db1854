namespace Readiness.Benchmarks.Tables.Supplies;

/// <summary>A row of a file of donations or of requests.</summary>
/// <param name="Party">Who gives or asks.</param>
/// <param name="Instant">When.</param>
/// <param name="Item">Type of the item.</param>
/// <param name="Units">Units; 1 or more.</param>
internal sealed record GiftRow(string Party, DateTimeOffset Instant, string Item, long Units);
