using Readiness.Demand;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Audit;

/// <summary>What stock is there and on its way on a morning, after decisions have been carried out up to then.</summary>
/// <param name="There">Units at places, with their last usable date.</param>
/// <param name="Coming">Units that come in from then on, with the date on which they do.</param>
internal sealed record StockOfMorning(
    IReadOnlyList<(string Place, string Item, DateOnly? Expires, long Units)> There,
    IReadOnlyList<(string Place, string Item, DateOnly? Expires, long Units, DateOnly Arrives)> Coming)
{
    /// <summary>Follows the stock. Deliveries of the district that are still to come are not among what comes in.</summary>
    /// <param name="district">A valid district.</param>
    /// <param name="forecast">Its demand.</param>
    /// <param name="decisions">The decisions; what cannot be carried out is left out.</param>
    /// <param name="day">The day, 0 to the horizon's days.</param>
    public static StockOfMorning Of(District district, DemandForecast forecast, PlanDecisions decisions, int day)
    {
        District deliveredBefore = district with { Shipments = [.. district.Shipments.Where(delivery => district.Horizon.DayOf(delivery.Arrives) < day)] };
        var context = new AuditContext(deliveredBefore, forecast, decisions);
        AuditParts parts = AuditParts.Run(context);
        var stock = new StockSimulation(context, parts.Table, parts.Roster.Heads, parts.Issues, parts.Transfers.Transfers, parts.Purchases);
        var (there, coming) = stock.MorningOf(day);
        string Place(int place) => context.Index.PlaceIds[place];
        string Item(int item) => district.Items[item].Id;
        DateOnly? Date(int expires) => expires == ShelfStock.Never ? null : district.Horizon.DateOf(expires);
        return new StockOfMorning(
            [.. there.Select(lot => (Place(lot.Place), Item(lot.Item), Date(lot.Expires), lot.Units))],
            [.. coming.Select(lot => (Place(lot.Place), Item(lot.Item), Date(lot.Expires), lot.Units, district.Horizon.DateOf(lot.Day)))]);
    }
}
