using Readiness.Districts;
using Readiness.Districts.Rules;
using Readiness.Districts.Shapes;

namespace Readiness.Scenarios.Rules;

/// <summary>An added shipment has an id of its own, arrives within the horizon and has not expired by then.</summary>
internal sealed class NewShipmentRule : ChangeRule
{
    public override void Check(JsonView change, JsonShape form, District district, ErrorList errors)
    {
        if (form.Type != typeof(AddShipment))
        {
            return;
        }

        JsonView shipment = change[nameof(AddShipment.Shipment)];
        JsonView id = shipment[nameof(Shipment.Id)];
        if (id.Text is { } text && district.Shipments.Any(other => other.Id == text))
        {
            errors.Add(id.Path, id.Value, "is the id of a shipment already; ids are unique");
        }

        JsonView arrives = shipment[nameof(Shipment.Arrives)];
        CheckWithin(district.Horizon, arrives, errors);
        JsonView expires = shipment[nameof(Shipment.Expires)];
        if (expires.Date < arrives.Date)
        {
            errors.Add(expires.Path, expires.Value, "is before the shipment arrives");
        }

        ShipmentOutcomeRule.CheckShipment(shipment, errors);
    }
}
