namespace Readiness.Quarantine.Capacitated.Cuts;

/// <summary>Finds inequalities that a point of the relaxation violates: a region grows around each half-open site, and each of its sizes is rounded.</summary>
internal sealed class CutSeparation(CapacitatedLocation location)
{
    private const int MostCustomers = 70;
    private const double Integral = 1e-4;

    private readonly int[] mark = new int[location.Customers];
    private int marks;

    /// <summary>The most violated inequality for each half-open site and each way to grow.</summary>
    public List<FlowCut> Find(FractionalPoint point, Func<bool> mustStop)
    {
        var found = new List<FlowCut>();
        var region = new CustomerRegion(location, point);
        var rounding = new RegionRounding(location, point, region);
        for (int site = 0; site < location.Sites && !mustStop(); site++)
        {
            if (point.Open[site] is < Integral or > 1 - Integral)
            {
                continue;
            }

            foreach (RegionGrowth growth in Enum.GetValues<RegionGrowth>())
            {
                if (Around(site, growth, point, region, rounding) is { } cut)
                {
                    found.Add(cut);
                }
            }
        }

        return [.. found.DistinctBy(static cut => (cut.Limit, cut.Customers.Length, cut.SiteWeights.Sum()))];
    }

    private FlowCut? Around(int site, RegionGrowth growth, FractionalPoint point, CustomerRegion region, RegionRounding rounding)
    {
        region.Clear();
        foreach ((int customer, _) in point.BySite[site])
        {
            region.Add(customer);
        }

        FlowCut? best = null;
        double most = Integral;
        for (int next = 0; next >= 0 && region.Customers.Count < MostCustomers; next = Next(site, growth, point, region))
        {
            if (rounding.Round(most) is { } better)
            {
                (best, most) = (better.Cut, better.Violation);
            }
        }

        return best;
    }

    // Takes in the next customer; -1 if there is none.
    private int Next(int site, RegionGrowth growth, FractionalPoint point, CustomerRegion region)
    {
        int best = -1;
        double most = double.NegativeInfinity;
        marks++;
        foreach (int neighbour in region.Sites)
        {
            foreach ((int customer, _) in point.BySite[neighbour])
            {
                if (region.Contains(customer) || mark[customer] == marks)
                {
                    continue;
                }

                mark[customer] = marks;
                double score = growth == RegionGrowth.Near ? -location.UnitCosts[(site * location.Customers) + customer] : Score(customer, growth, point, region);
                (best, most) = score > most ? (customer, score) : (best, most);
            }
        }

        if (best >= 0)
        {
            region.Add(best);
        }

        return best;
    }

    private double Score(int customer, RegionGrowth growth, FractionalPoint point, CustomerRegion region)
    {
        double score = 0;
        foreach ((int site, double units) in point.ByCustomer[customer])
        {
            score += growth == RegionGrowth.Closed ? (region.Reach[site] > 0 ? 0 : -units)
                : units * (1.5 - Math.Abs((2 * point.Open[site]) - 1)) * region.Flow[site] / location.Capacity[site] / location.Demand[customer];
        }

        return score;
    }
}
