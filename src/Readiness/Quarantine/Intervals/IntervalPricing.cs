namespace Readiness.Quarantine.Intervals;

/// <summary>The pricing problem: the use of a site that costs least at given prices, over all its openings.</summary>
internal sealed class IntervalPricing
{
    private const double Worth = 1e-7;

    private readonly IndexedLocation location;
    private readonly LocationCriterion level;
    private readonly CustomerGroups groups;
    private readonly SearchClock clock;
    private readonly StayOffers offers;
    private readonly RoomFlow flow;
    private readonly double[] before;
    private readonly double[] useOfStay;
    private readonly double[] longer;

    /// <summary>Prepares it for a level.</summary>
    public IntervalPricing(IndexedLocation location, LocationCriterion level, CustomerGroups groups, SearchClock clock)
    {
        this.clock = clock;
        this.location = location;
        this.level = level;
        this.groups = groups;
        offers = new StayOffers(location);
        flow = new RoomFlow(location);
        before = new double[location.Days + 1];
        useOfStay = new double[location.Days + 1];
        longer = new double[location.Days];
    }

    /// <summary>Finds the cheapest uses of a site.</summary>
    /// <param name="site">The site.</param>
    /// <param name="prices">The prices.</param>
    /// <param name="choice">Openings to choose from.</param>
    /// <param name="found">Receives the best use for each first day, where it pays.</param>
    /// <returns>Least reduced cost of any use, or of staying closed; means nothing once the time is up.</returns>
    public double Price(int site, StayPrices prices, OpeningChoice choice, List<OpeningColumn> found)
    {
        FillPrices(site, prices);
        offers.Collect(groups, location.FirstDay[site], (group, day) => ValueOf(site, group, day, prices));
        Array.Fill(longer, double.PositiveInfinity);
        double least = choice.MayStayClosed ? 0 : double.PositiveInfinity;
        for (int first = Math.Max(choice.EarliestFirst, location.FirstDay[site]); first <= choice.LatestFirst && !clock.IsOver; first++)
        {
            double best = -Worth;
            int bestLast = -1;
            double over = double.PositiveInfinity;
            for (int last = Math.Min(choice.LatestLast, location.Days - 1); last >= Math.Max(choice.EarliestLast, location.StayEnd[first]); last--)
            {
                // An opening within another is worth no more.
                over = Math.Min(over, longer[last]);
                double fixedCost = OpeningCost(site, last - first + 1) + before[last + 1] - before[first] - prices.Sites[site];
                if (fixedCost - over >= Math.Max(best, least))
                {
                    continue;
                }

                over = flow.Solve(offers, location.Capacity[site], first, last);
                longer[last] = over;
                least = Math.Min(least, fixedCost - over);
                if (fixedCost - over < best)
                {
                    (best, bestLast) = (fixedCost - over, last);
                }
            }

            if (bestLast >= 0)
            {
                found.Add(Column(site, first, bestLast));
            }
        }

        return least;
    }

    /// <summary>Cost of an opening by the level, without its guests.</summary>
    public double OpeningCost(int site, int days) => level == LocationCriterion.Cost
        ? location.Problem.Sites[site].OpeningCost + (location.Problem.Sites[site].CostPerOpenDay * days) : 0;

    /// <summary>Cost of a unit by the level.</summary>
    public double CostOf(int site, int group, int day) => level == LocationCriterion.Cost
        ? location.Costs[(groups.Members(group)[0] * location.Sites) + site] : -location.StayDays[day];

    private OpeningColumn Column(int site, int first, int last)
    {
        flow.Solve(offers, location.Capacity[site], first, last);
        var cells = new List<int>();
        var units = new List<double>();
        double cost = OpeningCost(site, last - first + 1);
        for (int k = 0; k < flow.Taken.Length; k++)
        {
            if (flow.Taken[k] > 0)
            {
                int cell = offers.All[k].Cell;
                cells.Add(cell);
                units.Add(flow.Taken[k]);
                cost += flow.Taken[k] * CostOf(site, cell / location.Days, cell % location.Days);
            }
        }

        return new OpeningColumn(site, first, last, cost, [.. cells], [.. units]);
    }

    // What an open day costs at the prices of the resources, and what a stay does, up to each day.
    private void FillPrices(int site, StayPrices prices)
    {
        for (int t = 0; t < location.Days; t++)
        {
            double open = 0;
            double guest = 0;
            for (int r = 0; r < location.Resources; r++)
            {
                open += prices.Use[(r * location.Days) + t] * location.FixedUse[(r * location.Sites) + site];
                guest += prices.Use[(r * location.Days) + t] * location.UsePerUnit[(r * location.Sites) + site];
            }

            before[t + 1] = before[t] + open;
            useOfStay[t + 1] = useOfStay[t] + guest;
        }
    }

    private double ValueOf(int site, int group, int day, StayPrices prices) => location.IsAllowed(groups.Members(group)[0], day, site)
        ? prices.Cells[(group * location.Days) + day] - CostOf(site, group, day) - (useOfStay[location.StayEnd[day] + 1] - useOfStay[day])
        : double.NegativeInfinity;
}
