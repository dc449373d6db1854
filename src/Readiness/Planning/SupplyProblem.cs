using System.Collections.Immutable;
using Readiness.Districts;
using Readiness.Plans;
using Readiness.Supplies;

namespace Readiness.Planning;

/// <summary>What a district has, may buy and can move, as an allocation problem.</summary>
internal static class SupplyProblem
{
    /// <summary>The problem of serving given demands, whose levels are cover and items of each class in turn.</summary>
    public static AllocationProblem Of(PlanningContext context, ImmutableArray<SupplyDemand> demands, Keep keep = Keep.Window)
    {
        District district = context.District;
        ImmutableArray<long> bought = context.Kept.Lots(keep);
        return new AllocationProblem
        {
            Days = context.Days,
            Places = context.Index.PlaceIds,
            PlaceRisks = Risks(context),
            Items = [.. district.Items.Select(item => new AllocationItem(item.Id, item.PackSize, item.LitresPerPack))],
            Lots =
            [
                .. district.StockLots.Select(lot => new SupplyLot(
                    context.Index.Places[lot.Place], context.Index.Items[lot.Item], lot.Quantity, 0, context.LastUsableDay(lot.Expires))),
                .. district.Offers.Select((offer, o) => Lot(Offer(context, offer), bought[o])).Where(lot => lot.Quantity > 0),
            ],
            Pins = context.Kept.Transfers(keep),
            Shipments = context.Shipments,
            ShipmentConfidence = district.Policy.ShipmentConfidence,
            Offers = [.. district.Offers.Select((offer, o) => Offer(context, offer with { MostLots = offer.MostLots - bought[o] }))],
            Budgets = district.Policy.PurchaseBudget is { } amount
                ? [new PurchaseBudget(Math.Max(0, amount - district.Offers.Select((offer, o) => offer.PricePerLot * bought[o]).Sum()))]
                : [],
            Lanes = [.. district.Lanes.Select(lane =>
            {
                int from = context.Index.Places[lane.From];
                int to = context.Index.Places[lane.To];
                return new TransportLane(from, to, lane.LeadTimeDays,
                    lane.CapacityLitresPerDay ?? double.PositiveInfinity, context.Index.DistanceKm(from, to))
                {
                    MinimumUnits = lane.MinimumUnits,
                };
            })],
            Reserves = [.. district.Reserves.Select(reserve => new StockReserve(
                context.Index.Places[reserve.Place], context.Index.Items[reserve.Item], reserve.Quantity,
                reserve.LastClass is { } last ? SupplyTranslation.ItemLevel(last) : -1))],
            StorageLimits = [.. district.Facilities.Where(facility => facility.StorageLitres is not null)
                .Select(facility => new StorageLimit(context.Index.Places[facility.Id], facility.StorageLitres!.Value))],
            Levels = [.. Enumerable.Range(1, 4).SelectMany(priorityClass => new[]
            {
                new DemandLevel(ObjectiveLevels.Cover(priorityClass), FairnessRule.MaximumFill),
                new DemandLevel(ObjectiveLevels.Items(priorityClass), Rule(district.Policy.ItemSharing)),
            })],
            Demands = demands,
        };
    }

    /// <summary>What is bought in any case comes in like stock.</summary>
    private static SupplyLot Lot(SupplyOffer offer, long lots) => new(offer.Place, offer.Item, lots * offer.UnitsPerLot, offer.AvailableDay, offer.LastUsableDay);

    private static SupplyOffer Offer(PlanningContext context, PurchaseOffer offer)
    {
        int ordered = offer.OrderOn is { } date ? context.District.Horizon.DayOf(date) : 0;
        return new SupplyOffer(
            context.Index.Places[offer.To], context.Index.Items[offer.Item], offer.UnitsPerLot, offer.MostLots, offer.PricePerLot,
            ordered + offer.LeadTimeDays, context.LastUsableDay(offer.Expires), ordered);
    }

    private static ImmutableArray<double> Risks(PlanningContext context)
    {
        double[] weights = new double[context.Index.PlaceIds.Length];
        Array.Fill(weights, 1);
        foreach (Facility facility in context.District.Facilities)
        {
            weights[context.Index.Places[facility.Id]] = facility.RiskWeight;
        }

        // The problem wants them relative to the largest.
        double largest = weights.Length == 0 ? 1 : weights.Max();
        return [.. weights.Select(weight => weight / largest)];
    }

    private static FairnessRule Rule(SharingRule rule) => rule switch
    {
        SharingRule.MaxMin => FairnessRule.MaxMin,
        SharingRule.MaximumFill => FairnessRule.MaximumFill,
        SharingRule.Proportional => FairnessRule.Proportional,
        _ => FairnessRule.RiskWeighted,
    };
}
