using Readiness.Districts;
using Readiness.Districts.Shapes;

namespace Readiness.Scenarios;

/// <summary>Plans more or less cautiously with shipments whose arrival is uncertain: <c>{"type":"setShipmentConfidence","confidence":0.95}</c>.</summary>
/// <remarks>Takes the place of the policy's confidence. It is an error if no shipment is uncertain.</remarks>
/// <param name="Confidence">Probability with which a unit must have arrived before it is counted on; 0.5 to 0.99. If not given, plans count on the announced dates.</param>
public sealed record SetShipmentConfidence([Limits(0.5, 0.99)] double? Confidence = null) : ScenarioChange
{
    internal override IEnumerable<ChangeFault> Faults(District district) => district.Shipments.Any(shipment => !shipment.Arrival.IsEmpty)
        ? []
        : [new ChangeFault(nameof(Confidence), "concerns shipments of uncertain arrival, and there are none: the change would do nothing")];

    internal override District Apply(District district) => district with { Policy = district.Policy with { ShipmentConfidence = Confidence } };
}
