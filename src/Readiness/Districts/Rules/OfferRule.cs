using Readiness.Districts.Shapes;

namespace Readiness.Districts.Rules;

/// <summary>An offer is ordered within the horizon, and what comes in can still be used.</summary>
internal sealed class OfferRule : DistrictRule
{
    public override void Check(JsonView district, ErrorList errors)
    {
        (DateOnly First, DateOnly Last)? horizon = Horizon(district);
        foreach (JsonView offer in district[nameof(District.Offers)].Entries)
        {
            JsonView order = offer[nameof(PurchaseOffer.OrderOn)];
            if (horizon is { } days && order.Date is { } day && (day < days.First || day > days.Last))
            {
                errors.Add(order.Path, order.Value, $"lies outside the horizon, {Words(days.First)} to {Words(days.Last)}");
            }

            JsonView expires = offer[nameof(PurchaseOffer.Expires)];
            DateOnly? ordered = order.IsGiven ? order.Date : horizon?.First;
            if (offer[nameof(PurchaseOffer.LeadTimeDays)].Integer is >= 0 and <= 365 and { } lead && ordered is { } from && HorizonRule.InYears(from)
                && expires.Date < from.AddDays((int)lead))
            {
                errors.Add(expires.Path, expires.Value, $"is before the lots come in on {Words(from.AddDays((int)lead))}");
            }
        }
    }
}
