using Readiness.Districts;

namespace Readiness.Api.Orders;

/// <summary>Units of a need that a recipe serves.</summary>
/// <param name="Day">The day.</param>
/// <param name="Item">The article in whose place it serves.</param>
/// <param name="Recipe">Id of the recipe.</param>
/// <param name="Units">Units of the need.</param>
public sealed record OrderSubstitute(DateOnly Day, Item Item, string Recipe, long Units);
