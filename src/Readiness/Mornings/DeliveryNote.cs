using Readiness.Districts;
using Readiness.Districts.Shapes;

namespace Readiness.Mornings;

/// <summary>What has come of a delivery of the district by the morning.</summary>
/// <param name="Shipment">Id of the shipment.</param>
/// <param name="Arrived">Units that have arrived; 0 to those announced.</param>
/// <param name="RestArrives">Day on which the rest is expected, not before the morning; if not given, the rest does not come.</param>
public sealed record DeliveryNote(
    [RefersTo(nameof(District.Shipments))] string Shipment,
    [Limits(0, 1e9)] long Arrived,
    DateOnly? RestArrives = null);
