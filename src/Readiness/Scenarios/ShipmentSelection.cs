using Readiness.Districts;

namespace Readiness.Scenarios;

/// <summary>The shipments that a change is about.</summary>
internal static class ShipmentSelection
{
    public static Selection<Shipment> Of(District district, string item, string? facility, DateOnly? from, DateOnly? to) =>
        Selection<Shipment>.Of(district.Shipments)
            .Narrow(nameof(DelayShipments.Item), item, shipment => shipment.Item == item)
            .Narrow(nameof(DelayShipments.Facility), facility, shipment => shipment.To == facility)
            .Narrow(nameof(DelayShipments.From), from, shipment => shipment.Arrives >= from)
            .Narrow(nameof(DelayShipments.To), to, shipment => shipment.Arrives <= to);

    public static IEnumerable<ChangeFault> FaultIfNone(this Selection<Shipment> selection, string item) =>
        selection.Fault($"no shipment of {item} matches: the change would do nothing");
}
