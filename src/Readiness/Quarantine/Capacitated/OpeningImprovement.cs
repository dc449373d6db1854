namespace Readiness.Quarantine.Capacitated;

/// <summary>
/// Improves a set of open sites by opening one, closing one, or both. Dual prices tell beforehand what a move can gain at best, so that few are tried.
/// </summary>
internal sealed class OpeningImprovement
{
    private readonly CapacitatedLocation location;
    private readonly SitePricing pricing;
    private readonly OpenSites trial;
    private readonly OpenSites halfway;
    private readonly double[] prices;
    private readonly double[] losses;
    private readonly double[] roomPrices;
    private readonly int[] entering;
    private readonly int[] leaving;
    private readonly double[] enteringKeys;
    private readonly double[] leavingKeys;
    private long ranked;

    public OpeningImprovement(CapacitatedLocation location, Func<bool> mustStop)
    {
        this.location = location;
        pricing = new SitePricing(location);
        trial = new OpenSites(location) { MustStop = mustStop };
        halfway = new OpenSites(location) { MustStop = mustStop };
        prices = new double[location.Customers];
        losses = new double[location.Sites];
        roomPrices = new double[location.Sites];
        entering = new int[location.Sites];
        leaving = new int[location.Sites];
        enteringKeys = new double[location.Sites];
        leavingKeys = new double[location.Sites];
    }

    /// <summary>Elementary steps so far.</summary>
    public long Work => trial.Work + halfway.Work + ranked;

    /// <summary>Improves a feasible set until no move that is tried gains anything.</summary>
    /// <param name="sites">The set.</param>
    /// <param name="width">Most sites that are tried for opening in one round.</param>
    /// <param name="mustStop">Asked between trials.</param>
    /// <returns>Whether nothing more is to be gained.</returns>
    public bool Improve(OpenSites sites, int width, Func<bool> mustStop)
    {
        double cost = sites.Cost();
        while (!mustStop())
        {
            if (!CloseOne(sites, ref cost, mustStop) && !OpenOne(sites, width, ref cost, mustStop))
            {
                return !mustStop();
            }
        }

        return false;
    }

    private bool CloseOne(OpenSites sites, ref double cost, Func<bool> mustStop)
    {
        if (sites.Count <= location.LeastOpen)
        {
            return false;
        }

        int count = RankLeaving(sites);
        for (int k = 0; k < count && leavingKeys[k] < 0 && !mustStop(); k++)
        {
            if (location.Rules?.CanClose(leaving[k], sites.IsOpen) == false)
            {
                continue;
            }

            trial.CopyFrom(sites);
            trial.Close(leaving[k], -leavingKeys[k]);
            if (Accept(trial, sites, ref cost))
            {
                return true;
            }
        }

        return false;
    }

    private bool OpenOne(OpenSites sites, int width, ref double cost, Func<bool> mustStop)
    {
        int count = RankEntering(sites);
        int leavers = RankLeaving(sites);
        double leastLoss = leavers > 0 ? leavingKeys[0] : double.PositiveInfinity;
        for (int k = 0; k < Math.Min(count, width) && !mustStop(); k++)
        {
            if (enteringKeys[k] >= 0 && enteringKeys[k] + leastLoss >= 0)
            {
                break;
            }

            halfway.CopyFrom(sites);
            halfway.Open(entering[k]);
            bool mayStay = sites.Count < location.MostOpen && location.Rules?.CanOpen(entering[k], sites.IsOpen) != false;
            if (mayStay && Accept(halfway, sites, ref cost))
            {
                return true;
            }

            double opened = halfway.Cost();
            int candidates = RankLeaving(halfway);
            for (int l = 0; l < Math.Min(candidates, 2); l++)
            {
                if (leaving[l] == entering[k] || opened + leavingKeys[l] >= cost)
                {
                    continue;
                }

                trial.CopyFrom(halfway);
                trial.Close(leaving[l], cost - opened - leavingKeys[l]);
                if (location.Rules?.Keeps(trial.IsOpen) != false && Accept(trial, sites, ref cost))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Accept(OpenSites candidate, OpenSites sites, ref double cost)
    {
        double reached = candidate.Cost();
        if (!(reached < cost - (1e-9 * Math.Abs(cost))))
        {
            return false;
        }

        cost = reached;
        sites.CopyFrom(candidate);
        return true;
    }

    // What closing an open site costs at least: its customers at the next best prices, less what it costs to have it open.
    private int RankLeaving(OpenSites sites)
    {
        Array.Clear(losses);
        ranked += (long)location.Customers * sites.Count;
        ReadOnlySpan<int> open = sites.Sites.AsSpan(0, sites.Count);
        for (int k = 0; k < open.Length; k++)
        {
            roomPrices[k] = sites.PriceOf(open[k]);
        }

        for (int own = 0; own < open.Length; own++)
        {
            SiteLoad load = sites.LoadOf(open[own]);
            for (int e = 0; e < load.Count; e++)
            {
                ReadOnlySpan<double> costs = location.ByCustomer.AsSpan(load.Customer[e] * location.Sites, location.Sites);
                double next = double.PositiveInfinity;
                for (int k = 0; k < open.Length; k++)
                {
                    double cost = costs[open[k]] + roomPrices[k];
                    next = cost < next && k != own ? cost : next;
                }

                losses[open[own]] += load.Amount[e] * (next - costs[open[own]] - roomPrices[own]);
            }
        }

        int count = 0;
        for (int k = 0; k < open.Length; k++)
        {
            if (location.Fixing[open[k]] != Fixing.Open)
            {
                leaving[count] = open[k];
                leavingKeys[count++] = losses[open[k]] + (roomPrices[k] * location.Capacity[open[k]]) - location.FixedCost[open[k]];
            }
        }

        Array.Sort(leavingKeys, leaving, 0, count);
        return count;
    }

    // What opening a closed site gains at most.
    private int RankEntering(OpenSites sites)
    {
        sites.CopyPrices(prices);
        pricing.Price(prices, location.Fixing);
        int count = 0;
        for (int j = 0; j < location.Sites; j++)
        {
            if (!sites.IsOpen(j) && location.Fixing[j] != Fixing.Closed)
            {
                entering[count] = j;
                enteringKeys[count++] = pricing.Values[j];
            }
        }

        Array.Sort(enteringKeys, entering, 0, count);
        return count;
    }
}
