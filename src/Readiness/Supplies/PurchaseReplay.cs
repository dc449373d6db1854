namespace Readiness.Supplies;

/// <summary>The auditor's own check of what is bought.</summary>
internal static class PurchaseReplay
{
    private const double Tolerance = 1e-6;

    /// <summary>Reports what is wrong, and returns what comes in for purchases that can be followed.</summary>
    public static List<SupplyLot> Check(AllocationProblem problem, SupplyPlan plan, Action<RuleViolation> report)
    {
        var lots = new List<SupplyLot>();
        var seen = new HashSet<int>();
        foreach (Purchase purchase in plan.Purchases)
        {
            string subject = $"{purchase.Offer}";
            if (!IsKnown(problem, purchase))
            {
                report(new RuleViolation("purchaseIndex", subject, null, $"There is no offer {purchase.Offer}."));
                continue;
            }

            SupplyOffer offer = problem.Offers[purchase.Offer];
            if (!seen.Add(purchase.Offer))
            {
                report(new RuleViolation("purchaseUnique", subject, offer.PayDay, "The same offer appears twice."));
            }

            if (purchase.Lots < 1 || purchase.Lots > offer.MostLots)
            {
                report(new RuleViolation("purchaseRange", subject, offer.PayDay, $"{purchase.Lots} lots bought where 1 to {offer.MostLots} are possible."));
            }

            if (purchase.Lots >= 1)
            {
                lots.Add(new SupplyLot(offer.Place, offer.Item, Math.Min(purchase.Lots, offer.MostLots) * offer.UnitsPerLot, offer.AvailableDay, offer.LastUsableDay));
            }
        }

        for (int b = 0; b < problem.Budgets.Length; b++)
        {
            PurchaseBudget budget = problem.Budgets[b];
            double spent = Spending(problem, plan, offer => offer.PayDay >= budget.FirstDay && offer.PayDay <= budget.LastDay);
            if (spent > budget.Amount + (Tolerance * Math.Max(1, budget.Amount)))
            {
                report(new RuleViolation("budget", $"{b}", null, $"{spent} spent of a budget of {budget.Amount}."));
            }
        }

        return lots;
    }

    /// <summary>Prices of the purchases of some offers.</summary>
    public static double Spending(AllocationProblem problem, SupplyPlan plan, Func<SupplyOffer, bool> counts) =>
        plan.Purchases.Where(purchase => IsKnown(problem, purchase) && counts(problem.Offers[purchase.Offer]))
            .Sum(purchase => purchase.Lots * problem.Offers[purchase.Offer].PricePerLot);

    private static bool IsKnown(AllocationProblem problem, Purchase purchase) => (uint)purchase.Offer < (uint)problem.Offers.Length;
}
