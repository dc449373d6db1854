using Readiness.Districts;

namespace Readiness.Api.Orders;

/// <summary>Units of an article that are handed out on a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Item">The article.</param>
/// <param name="Kits">Units for the kits of those who work.</param>
/// <param name="Others">Units for other needs.</param>
public sealed record OrderIssue(DateOnly Day, Item Item, long Kits, long Others);
