namespace Readiness.Supplies;

/// <summary>Whole lots to buy: from a relaxed solution, or for what is missing.</summary>
internal static class PurchaseSearch
{
    /// <summary>Buys the whole lots of a relaxed solution, and one more where it asked for part of one and the budgets allow it.</summary>
    public static void Round(AllocationNetwork network, TimeExpandedProgramme programme, double[] columns, StockLedger ledger)
    {
        OfferBook offers = network.Offers;
        double[] wanted = [.. programme.LotColumn.Select(column => column < 0 ? 0 : columns[column])];
        for (int o = 0; o < offers.Count; o++)
        {
            ledger.Buy(o, Math.Min((long)Math.Floor(wanted[o] + 1e-6), offers.Room(o, ledger.Lots)));
        }

        foreach (int o in Enumerable.Range(0, offers.Count).Where(o => wanted[o] - ledger.Lots[o] > 1e-6).OrderByDescending(o => wanted[o] - ledger.Lots[o]).ThenBy(o => o))
        {
            ledger.Buy(o, Math.Min(1, offers.Room(o, ledger.Lots)));
        }
    }

    /// <summary>Buys for what is not served, most urgent level first and each item as cheaply as possible.</summary>
    /// <param name="network">The network.</param>
    /// <param name="ledger">The plan.</param>
    /// <param name="useless">Offers that are not asked.</param>
    /// <returns>Whether anything was bought.</returns>
    public static bool BuyMissing(AllocationNetwork network, StockLedger ledger, bool[] useless)
    {
        OfferBook offers = network.Offers;
        bool bought = false;
        foreach (IGrouping<int, int> level in network.Demands.Where(j => network.Problem.Demands[j].Units > ledger.ServedOf(j)).GroupBy(j => network.Problem.Demands[j].Level).OrderBy(group => group.Key))
        {
            foreach (IGrouping<int, (int Demand, long Units)> item in level.SelectMany(j => Missing(network, ledger, j)).GroupBy(entry => entry.Item, entry => (entry.Demand, entry.Units)).OrderBy(group => group.Key))
            {
                long missing = item.Sum(entry => entry.Units);
                int last = item.Max(entry => network.Problem.Demands[entry.Demand].Day);
                foreach (int o in Enumerable.Range(0, offers.Count)
                    .Where(o => offers.Node[o] >= 0 && !useless[o] && offers[o].Item == item.Key && offers[o].AvailableDay <= last)
                    .OrderBy(o => offers[o].PricePerLot / offers[o].UnitsPerLot).ThenBy(o => offers[o].AvailableDay).ThenBy(o => o))
                {
                    long lots = Math.Min(offers.Room(o, ledger.Lots), (missing + offers[o].UnitsPerLot - 1) / offers[o].UnitsPerLot);
                    if (missing > 0 && lots > 0)
                    {
                        ledger.Buy(o, lots);
                        missing -= lots * offers[o].UnitsPerLot;
                        bought = true;
                    }
                }
            }
        }

        return bought;
    }

    /// <summary>Gives back the lots that nothing is taken of, dear ones first.</summary>
    /// <remarks>A unit that stays where it came in to the end is never the first to be taken, so that without it everything goes as before.</remarks>
    /// <param name="network">The network.</param>
    /// <param name="ledger">The plan, as carried out.</param>
    /// <param name="useless">Marks the offers that lots were given back of.</param>
    public static void GiveBack(AllocationNetwork network, StockLedger ledger, bool[] useless)
    {
        OfferBook offers = network.Offers;
        foreach (int o in Enumerable.Range(0, offers.Count).Where(o => ledger.Lots[o] > 0).OrderByDescending(o => offers[o].PricePerLot / offers[o].UnitsPerLot).ThenBy(o => o))
        {
            long unused = ledger.Free(offers.Node[o], offers[o].AvailableDay, StockUse.LaterTransfer) / offers[o].UnitsPerLot;
            long lots = Math.Min(ledger.Lots[o], unused);
            if (lots > 0)
            {
                ledger.Buy(o, -lots);
                useless[o] = true;
            }
        }
    }

    private static IEnumerable<(int Item, int Demand, long Units)> Missing(AllocationNetwork network, StockLedger ledger, int demand) =>
        network.Problem.Demands[demand].Needs.Select(need => (need.Item, demand, need.Quantity * (network.Problem.Demands[demand].Units - ledger.ServedOf(demand))));
}
