using Readiness.Districts.Shapes;

namespace Readiness.Districts;

/// <summary>A line of a kit.</summary>
/// <param name="Item">Id of the item.</param>
/// <param name="Quantity">Units per head and shift; 1 to 1,000.</param>
public sealed record KitItem([RefersTo(nameof(District.Items))] string Item, [Limits(1, 1_000)] long Quantity);
