using Readiness.Districts;
using Readiness.Solving;

namespace Readiness.Planning;

/// <summary>Purchases of the relaxation: parts of lots, within the budget, come in wherever they are needed.</summary>
internal sealed class RelaxedPurchases
{
    private readonly RelaxationRows rows;
    private readonly List<(string Item, int Day, int Column, long Units)> lots = [];

    public RelaxedPurchases(PlanningContext context, RelaxationRows rows)
    {
        this.rows = rows;
        var spending = new List<(int Column, double Price)>();
        foreach (PurchaseOffer offer in context.District.Offers)
        {
            int day = (offer.OrderOn is { } date ? context.District.Horizon.DayOf(date) : 0) + offer.LeadTimeDays;
            if (day < context.Days)
            {
                int column = rows.Column(0, offer.MostLots);
                lots.Add((offer.Item, day, column, offer.UnitsPerLot));
                spending.Add((column, offer.PricePerLot));
            }
        }

        if (context.District.Policy.PurchaseBudget is { } budget)
        {
            foreach ((int column, double price) in spending)
            {
                rows.Term(column, price);
            }

            rows.EndRow(0, budget);
        }
    }

    /// <summary>Whether there is an offer of an item.</summary>
    public bool Has(string item) => lots.Any(lot => lot.Item == item);

    /// <summary>What is used of an item up to a day is at most what has come in and what was bought.</summary>
    public void Bound(int usedUpTo, string item, int day, double inflow)
    {
        if (!Has(item))
        {
            return;
        }

        rows.Term(usedUpTo, 1);
        foreach ((string _, int _, int column, long units) in lots.Where(lot => lot.Item == item && lot.Day <= day))
        {
            rows.Term(column, -units);
        }

        rows.EndRow(double.NegativeInfinity, inflow);
    }
}
