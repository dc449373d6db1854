namespace Readiness.Quarantine;

/// <summary>
/// A lower bound on the cost without any search: the forced sites' cost, and the cheapest way to serve enough unit-days if every site had room for all.
/// </summary>
/// <remarks>
/// A site's occupants fill at most its capacity on its open days, so each of their days carries at least 1 ÷ capacity of the cost of an open day and
/// 1 ÷ (capacity × possible days) of the opening. With these shares on top of the assignment costs, the cheapest choice is a continuous knapsack over the demands.
/// </remarks>
internal static class KnapsackBound
{
    /// <summary>The bound when no more unit-days than the limit stay unserved.</summary>
    public static double Of(IndexedLocation location, double unservedLimit)
    {
        double bound = 0;
        double[] dayShare = new double[location.Sites];
        for (int j = 0; j < location.Sites; j++)
        {
            LocationSite site = location.Problem.Sites[j];
            int days = location.Days - location.FirstDay[j];
            if (location.Forced[j])
            {
                bound += site.OpeningCost + (site.CostPerOpenDay * days);
            }
            else if (days > 0 && location.Capacity[j] > 0)
            {
                dayShare[j] = (site.CostPerOpenDay + (site.OpeningCost / days)) / location.Capacity[j];
            }
        }

        double rest = location.TotalUnitDays - unservedLimit;
        foreach ((double costPerDay, double unitDays) in CheapestCells(location, dayShare))
        {
            double part = Math.Min(rest, unitDays);
            if (part <= 0)
            {
                break;
            }

            bound += part * costPerDay;
            rest -= part;
        }

        return bound;
    }

    private static List<(double CostPerDay, double UnitDays)> CheapestCells(IndexedLocation location, double[] dayShare)
    {
        List<(double CostPerDay, double UnitDays)> cells = [];
        for (int i = 0; i < location.Customers; i++)
        {
            for (int d = 0; d < location.Days; d++)
            {
                double demand = location.Demand[(i * location.Days) + d];
                double cheapest = double.PositiveInfinity;
                for (int j = 0; j < location.Sites && demand > 0; j++)
                {
                    if (location.IsAllowed(i, d, j))
                    {
                        cheapest = Math.Min(cheapest, (location.Costs[(i * location.Sites) + j] / location.StayDays[d]) + dayShare[j]);
                    }
                }

                if (demand > 0 && !double.IsPositiveInfinity(cheapest))
                {
                    cells.Add((cheapest, demand * location.StayDays[d]));
                }
            }
        }

        cells.Sort();
        return cells;
    }
}
