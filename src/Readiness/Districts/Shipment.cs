using System.Collections.Immutable;
using Readiness.Districts.Shapes;

namespace Readiness.Districts;

/// <summary>A delivery from outside the district that is on its way.</summary>
/// <remarks>
/// Where <see cref="Arrival"/> says in which ways it may turn out, a plan counts on a unit from the day by which it has arrived with at least the policy's
/// <see cref="PlanningPolicy.ShipmentConfidence"/>, or not at all.
/// </remarks>
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
    DateOnly? Expires = null)
{
    /// <summary>
    /// The ways in which it may turn out, independently of other shipments, with probabilities that add up to at most 1: the rest is the probability that it never comes. Without any it
    /// comes on the date.
    /// </summary>
    public ImmutableArray<ShipmentOutcome> Arrival
    {
        get;
        init => field = value.IsDefault ? [] : value;
    } = [];
}
