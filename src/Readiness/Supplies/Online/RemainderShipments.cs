namespace Readiness.Supplies.Online;

/// <summary>Sends what has waited as long as it may, and all that can go with it, in few and large shipments.</summary>
/// <remarks>
/// Donors take turns, the one who holds most first. A shipment is scored by what it is worth, less the price of the shipments that it makes necessary: itself, if it is a new one; one more,
/// if anything that is wanted stays behind; and part of another one, the part of the stock that stays behind.
/// </remarks>
internal static class RemainderShipments
{
    /// <summary>Sends until nothing that is due can go.</summary>
    public static void Send(DayStock stock, ClassNeeds needs, double price, CancellationToken cancellationToken)
    {
        List<int> donors = [.. Enumerable.Range(0, stock.Donors.Length).OrderByDescending(stock.TotalOf)];
        while (donors.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            donors.RemoveAll(donor => !SendOne(stock, needs, price, donor));
        }
    }

    private static bool SendOne(DayStock stock, ClassNeeds needs, double price, int donor)
    {
        int best = -1;
        double bestScore = double.NegativeInfinity;
        int items = ItemsToClear(stock, needs, donor);
        for (int first = 0; first < needs.Count; first = needs.Next[first])
        {
            double worth = 0;
            double taken = 0;
            int cleared = 0;
            bool isDue = false;
            for (int need = first; need < needs.Next[first]; need++)
            {
                long quantity = needs.Sendable(donor, need);
                if (quantity > 0)
                {
                    int item = needs.Item[need];
                    long units = stock.Units(donor, item);
                    isDue |= stock.IsDue(donor, item);
                    worth += needs.Weight[item] * quantity / needs.Requested[need];
                    taken += (double)quantity / units;
                    cleared += quantity == units ? 1 : 0;
                }
            }

            double shipments = (stock.Ships(donor, needs.Recipient[first]) ? 0 : 1) + (cleared == items ? 0 : 1) + 1 - (taken / items);
            double score = worth - (price * shipments);
            if (isDue && score > bestScore)
            {
                (best, bestScore) = (first, score);
            }
        }

        if (best < 0)
        {
            return false;
        }

        for (int need = best; need < needs.Next[best]; need++)
        {
            long quantity = needs.Sendable(donor, need);
            if (quantity > 0)
            {
                needs.Send(donor, need, quantity);
            }
        }

        return true;
    }

    private static int ItemsToClear(DayStock stock, ClassNeeds needs, int donor)
    {
        int items = 0;
        for (int item = 0; item < stock.Items.Length; item++)
        {
            items += stock.Units(donor, item) > 0 && needs.Wanted(item) > 0 ? 1 : 0;
        }

        return items;
    }
}
