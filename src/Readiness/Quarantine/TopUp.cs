namespace Readiness.Quarantine;

/// <summary>Serves what rounding left over: day by day, each demand at the cheapest site with room among those that are open for its whole stay.</summary>
internal static class TopUp
{
    /// <summary>Adds placements for which the ledger has room.</summary>
    public static void Fill(IndexedLocation location, OccupancyLedger ledger, List<Placement> placements)
    {
        double[] rest = [.. location.Demand];
        foreach (Placement placement in placements)
        {
            rest[(placement.Customer * location.Days) + placement.Day] -= placement.Quantity;
        }

        for (int day = 0; day < location.Days; day++)
        {
            for (int i = 0; i < location.Customers; i++)
            {
                int cell = (i * location.Days) + day;
                for (int rank = 0; rank < location.Sites && rest[cell] > 0; rank++)
                {
                    int site = location.CheapestFirst[(i * location.Sites) + rank];
                    if (ledger.First[site] > day || ledger.Last[site] < location.StayEnd[day] || !location.IsAllowed(i, day, site))
                    {
                        continue;
                    }

                    double room = ledger.Room(day, site);
                    double quantity = location.Problem.SingleSource && room < rest[cell] ? 0 : location.Usable(Math.Min(rest[cell], room));
                    if (quantity > 0)
                    {
                        ledger.Place(day, site, quantity);
                        placements.Add(new Placement(i, day, site, quantity));
                        rest[cell] -= quantity;
                    }
                }
            }
        }
    }
}
