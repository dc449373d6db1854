using Readiness.Districts;
using Readiness.Districts.Shapes;

namespace Readiness.Mornings;

/// <summary>Units of an item that were counted at a place in the morning, before deliveries. What is counted of a place and item takes the place of all that was expected of them there.</summary>
/// <param name="Place">Id of the facility or candidate site.</param>
/// <param name="Item">Id of the item.</param>
/// <param name="Quantity">Units; 0 to 1,000,000,000.</param>
/// <param name="Expires">Last date on which they may be used; not before the morning, none if they keep.</param>
public sealed record StockCount(
    [RefersTo(nameof(District.Facilities), nameof(District.CandidateSites))] string Place,
    [RefersTo(nameof(District.Items))] string Item,
    [Limits(0, 1e9)] long Quantity,
    DateOnly? Expires = null);
