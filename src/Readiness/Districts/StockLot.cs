using Readiness.Districts.Shapes;

namespace Readiness.Districts;

/// <summary>A quantity of an item at a place, with its expiry.</summary>
/// <param name="Place">Id of the facility or candidate site.</param>
/// <param name="Item">Id of the item.</param>
/// <param name="Quantity">Units; 0 to 1,000,000,000.</param>
/// <param name="Expires">Last date on which the lot may be used; not before the horizon, none if it keeps beyond it.</param>
public sealed record StockLot(
    [RefersTo(nameof(District.Facilities), nameof(District.CandidateSites))] string Place,
    [RefersTo(nameof(District.Items))] string Item,
    [Limits(0, 1e9)] long Quantity,
    DateOnly? Expires = null);
