using Readiness.Districts.Shapes;

namespace Readiness.Districts;

/// <summary>An item that a recipe uses up.</summary>
/// <param name="Item">Id of the item.</param>
/// <param name="Quantity">Units per batch; 1 to 1,000.</param>
public sealed record RecipeItem([RefersTo(nameof(District.Items))] string Item, [Limits(1, 1_000)] long Quantity);
