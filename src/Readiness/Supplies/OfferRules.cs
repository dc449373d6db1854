namespace Readiness.Supplies;

/// <summary>Checks offers and budgets.</summary>
internal static class OfferRules
{
    /// <summary>Adds everything that is wrong with the offers and budgets to the errors.</summary>
    public static void Check(AllocationProblem problem, long largest, List<string> errors)
    {
        for (int i = 0; i < problem.Offers.Length; i++)
        {
            CheckOffer(problem, problem.Offers[i], $"Offers[{i}]", largest, errors);
        }

        for (int i = 0; i < problem.Budgets.Length; i++)
        {
            PurchaseBudget budget = problem.Budgets[i];
            if (!(budget.Amount >= 0) || double.IsInfinity(budget.Amount))
            {
                errors.Add($"Budgets[{i}].Amount is {budget.Amount}; it must be 0 or more and finite.");
            }

            if (budget.LastDay < budget.FirstDay)
            {
                errors.Add($"Budgets[{i}].LastDay is {budget.LastDay}; it must not be before the first day, {budget.FirstDay}.");
            }
        }
    }

    private static void CheckOffer(AllocationProblem problem, SupplyOffer offer, string name, long largest, List<string> errors)
    {
        if ((uint)offer.Place >= (uint)problem.Places.Length)
        {
            errors.Add($"{name}.Place is {offer.Place}; there are {problem.Places.Length} places.");
        }

        if ((uint)offer.Item >= (uint)problem.Items.Length)
        {
            errors.Add($"{name}.Item is {offer.Item}; there are {problem.Items.Length} items.");
        }

        if (offer.UnitsPerLot < 1)
        {
            errors.Add($"{name}.UnitsPerLot is {offer.UnitsPerLot}; it must be at least 1.");
        }

        if (offer.MostLots < 0 || (Int128)offer.MostLots * Math.Max(1, offer.UnitsPerLot) > largest)
        {
            errors.Add($"{name}.MostLots is {offer.MostLots}; it must be 0 or more, and at most 1e12 units in all.");
        }

        if (!(offer.PricePerLot >= 0) || double.IsInfinity(offer.PricePerLot))
        {
            errors.Add($"{name}.PricePerLot is {offer.PricePerLot}; it must be 0 or more and finite.");
        }

        if (offer.AvailableDay < 0)
        {
            errors.Add($"{name}.AvailableDay is {offer.AvailableDay}; it must be 0 or more.");
        }

        if (offer.LastUsableDay < offer.AvailableDay)
        {
            errors.Add($"{name}.LastUsableDay is {offer.LastUsableDay}; it must not be before the first day, {offer.AvailableDay}.");
        }

        if (offer.PayDay < 0)
        {
            errors.Add($"{name}.PayDay is {offer.PayDay}; it must be 0 or more.");
        }
    }
}
