using Readiness.Districts;
using Readiness.Districts.Shapes;

namespace Readiness.Scenarios;

/// <summary>Takes shipments of an item away: <c>{"type":"cancelShipments","item":"gown"}</c>. It is an error if no shipment matches.</summary>
/// <param name="Item">Id of the item.</param>
/// <param name="Facility">Id of the receiving place, a facility or a candidate site; every place if not given.</param>
/// <param name="From">First day of arrival that is concerned; no limit if not given.</param>
/// <param name="To">Last day of arrival that is concerned; no limit if not given.</param>
public sealed record CancelShipments(
    [RefersTo(nameof(District.Items))] string Item,
    [RefersTo(nameof(District.Facilities), nameof(District.CandidateSites))] string? Facility = null,
    DateOnly? From = null,
    DateOnly? To = null) : ScenarioChange
{
    internal override IEnumerable<ChangeFault> Faults(District district) => Concerned(district).FaultIfNone(Item);

    internal override District Apply(District district) =>
        district with { Shipments = [.. district.Shipments.Except(Concerned(district).Found)] };

    private Selection<Shipment> Concerned(District district) => ShipmentSelection.Of(district, Item, Facility, From, To);
}
