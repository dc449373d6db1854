using Readiness.Districts.Shapes;

namespace Readiness.Districts;

/// <summary>A delivery from outside the district that is on its way.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Item">Id of the item.</param>
/// <param name="To">Id of the place that receives it.</param>
/// <param name="Quantity">Units; 0 to 1,000,000,000.</param>
/// <param name="Arrives">Date on which it can first be used, before that day's demand; not before the horizon. After the horizon it has no effect.</param>
/// <param name="Expires">Last date on which it may be used; not before it arrives.</param>
public sealed record Shipment(
    [Identifier] string Id,
    [RefersTo(nameof(District.Items))] string Item,
    [RefersTo(nameof(District.Facilities), nameof(District.CandidateSites))] string To,
    [Limits(0, 1e9)] long Quantity,
    DateOnly Arrives,
    DateOnly? Expires = null);
