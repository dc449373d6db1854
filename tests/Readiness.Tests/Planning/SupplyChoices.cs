using Readiness.Districts;

namespace Readiness.Tests.Planning;

/// <summary>Gives a district every choice of supply: uncertain shipments, recipes, offers within a budget, least dispatches.</summary>
internal static class SupplyChoices
{
    public static District Add(District district, double budget)
    {
        string store = district.Lanes[0].From;
        string[] needed = [.. district.BurnRates.Select(rate => rate.Item).Concat(district.CandidateSites.SelectMany(site => site.GuestNeeds).Select(need => need.Item)).Distinct()];
        return district with
        {
            Policy = district.Policy with { ShipmentConfidence = 0.8, PurchaseBudget = budget },
            Shipments = [.. district.Shipments.Select(shipment => shipment with { Arrival = [new ShipmentOutcome(0, 0.6), new ShipmentOutcome(1, 0.3), new ShipmentOutcome(3, 0.05, 0.5)] })],
            Lanes = [.. district.Lanes.Select((lane, position) => lane with { MinimumUnits = position % 3 * 15 })],
            Offers =
            [
                .. district.Items.SelectMany(item => new[]
                {
                    new PurchaseOffer($"{item.Id}-slow", item.Id, store, 5, 20, 25, 3),
                    new PurchaseOffer($"{item.Id}-dear", item.Id, store, 3, 60, 20, 1, Expires: district.Horizon.DateOf(district.Horizon.Days - 2)),
                }),
            ],
            Recipes =
            [
                .. needed.Select(item => new Recipe($"{item}-twice", item, [new RecipeItem(item, 1)], [2, 3, 4], 2, 0.6)),
                .. needed.Select(item => new Recipe($"{item}-other", item, [new RecipeItem(district.Items.First(other => other.Id != item).Id, 3)], [3], 2, 1, 1.5)),
            ],
        };
    }
}
