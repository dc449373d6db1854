using System.Globalization;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Audit;

/// <summary>Checks what is bought against the offers and the budget.</summary>
internal sealed class PurchaseAudit
{
    private readonly AuditContext context;

    public PurchaseAudit(AuditContext context)
    {
        this.context = context;
        Lots = new long[context.District.Offers.Length];
    }

    /// <summary>Lots bought, by offer; no more than are on offer.</summary>
    public long[] Lots { get; }

    /// <summary>Sum of prices.</summary>
    public double Spent { get; private set; }

    /// <summary>What comes in: position of the offer, day and units, within the horizon.</summary>
    public IEnumerable<(int Offer, int Day, long Units)> Arrivals()
    {
        for (int offer = 0; offer < Lots.Length; offer++)
        {
            int day = ArrivalDay(offer);
            if (Lots[offer] > 0 && day < context.Days)
            {
                yield return (offer, day, Lots[offer] * context.District.Offers[offer].UnitsPerLot);
            }
        }
    }

    /// <summary>Day on whose morning the lots of an offer come in.</summary>
    public int ArrivalDay(int offer)
    {
        PurchaseOffer bought = context.District.Offers[offer];
        return context.District.Horizon.DayOf((bought.OrderOn ?? context.District.Horizon.Start).AddDays(bought.LeadTimeDays));
    }

    public void Run()
    {
        for (int position = 0; position < context.Purchases.Count; position++)
        {
            Check(context.Purchases[position]);
        }

        if (context.District.Policy.PurchaseBudget is { } budget && Spent > budget + 1e-6 * Math.Max(1, budget))
        {
            context.Report(
                AuditRules.BudgetExceeded, "policy", null, string.Create(CultureInfo.InvariantCulture, $"{Spent:F2} spent; the budget is {budget:F2}."));
        }
    }

    private void Check(PlannedPurchase purchase)
    {
        string subject = purchase.Offer ?? "";
        int offer = context.District.Offers.ToList().FindIndex(candidate => candidate.Id == purchase.Offer);
        if (offer < 0)
        {
            context.Report(AuditRules.UnknownOffer, subject, null, "There is no such offer.");
            return;
        }

        if (!context.TryAmount(purchase.Lots, subject, null))
        {
            return;
        }

        if (Lots[offer] > 0)
        {
            context.Report(AuditRules.DuplicatePurchase, subject, null, "Bought in more than one entry.");
            return;
        }

        long most = context.District.Offers[offer].MostLots;
        if (purchase.Lots > most)
        {
            context.Report(AuditRules.PurchaseBeyondOffer, subject, null, $"{purchase.Lots} lots bought, {most} on offer.");
        }

        Lots[offer] = Math.Min(purchase.Lots, most);
        Spent += purchase.Lots * context.District.Offers[offer].PricePerLot;
    }
}
