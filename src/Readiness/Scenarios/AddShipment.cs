using Readiness.Districts;

namespace Readiness.Scenarios;

/// <summary>
/// Adds a delivery from outside: <c>{"type":"addShipment","shipment":{"id":"gift","item":"respirator","to":"store","quantity":5000,"arrives":"2020-02-03"}}</c>.
/// </summary>
/// <param name="Shipment">The delivery; its id is new, it arrives within the horizon and does not expire before that.</param>
public sealed record AddShipment(Shipment Shipment) : ScenarioChange
{
    internal override District Apply(District district) => district with { Shipments = [.. district.Shipments, Shipment] };
}
