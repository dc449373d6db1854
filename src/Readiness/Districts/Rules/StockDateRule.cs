using Readiness.Districts.Shapes;

namespace Readiness.Districts.Rules;

/// <summary>Stock can be used on the first day at least, shipments arrive in the horizon or later and can be used when they arrive.</summary>
internal sealed class StockDateRule : DistrictRule
{
    public override void Check(JsonView district, ErrorList errors)
    {
        DateOnly? first = Horizon(district)?.First;
        foreach (JsonView lot in district[nameof(District.StockLots)].Entries)
        {
            JsonView expires = lot[nameof(StockLot.Expires)];
            if (expires.Date < first)
            {
                errors.Add(expires.Path, expires.Value, $"is before the horizon, which starts on {Words(first.Value)}: the lot has expired already");
            }
        }

        foreach (JsonView shipment in district[nameof(District.Shipments)].Entries)
        {
            JsonView arrives = shipment[nameof(Shipment.Arrives)];
            JsonView expires = shipment[nameof(Shipment.Expires)];
            if (arrives.Date < first)
            {
                errors.Add(arrives.Path, arrives.Value, $"is before the horizon, which starts on {Words(first.Value)}: what has arrived is stock");
            }

            if (expires.Date < arrives.Date)
            {
                errors.Add(expires.Path, expires.Value, "is before the shipment arrives");
            }
        }
    }
}
