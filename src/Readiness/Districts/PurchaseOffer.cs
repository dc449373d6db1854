using Readiness.Districts.Shapes;

namespace Readiness.Districts;

/// <summary>Lots of an item that may be bought.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Item">Id of the item.</param>
/// <param name="To">Id of the place at which they come in.</param>
/// <param name="MostLots">Lots on offer; 0 to 1,000,000. Only whole lots are bought.</param>
/// <param name="PricePerLot">Price of a lot in the document's currency; 0 to 1,000,000,000.</param>
/// <param name="UnitsPerLot">Units in a lot; 1 to 1,000,000.</param>
/// <param name="LeadTimeDays">Days from the order to the morning on which they can be used; 0 to 365. What would come after the horizon has no effect.</param>
/// <param name="OrderOn">Day of the order, within the horizon; its first day if not given.</param>
/// <param name="Expires">Last date on which they may be used; not before they come in.</param>
public sealed record PurchaseOffer(
    [Identifier] string Id,
    [RefersTo(nameof(District.Items))] string Item,
    [RefersTo(nameof(District.Facilities), nameof(District.CandidateSites))] string To,
    [Limits(0, 1_000_000)] long MostLots,
    [Limits(0, 1e9)] double PricePerLot,
    [Limits(1, 1_000_000)] long UnitsPerLot = 1,
    [Limits(0, 365)] int LeadTimeDays = 0,
    DateOnly? OrderOn = null,
    DateOnly? Expires = null);
