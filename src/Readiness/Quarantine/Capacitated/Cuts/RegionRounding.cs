namespace Readiness.Quarantine.Capacitated.Cuts;

/// <summary>Chooses the sites of a cut for a region, which of them are complemented, and the divisor, so that the point violates it by as much as possible.</summary>
internal sealed class RegionRounding(CapacitatedLocation location, FractionalPoint point, CustomerRegion region)
{
    private const double Integral = 1e-6;

    // A site belongs to the cut if what it serves is nearer to its share of room than to nothing.
    private const double MostSlack = 0.5;
    private static readonly double[] Fractions = [2, 4, 8];

    private readonly List<int> sites = [];
    private readonly List<double> room = [];
    private readonly List<bool> complemented = [];
    private readonly List<int> halfOpen = [];
    private double outside;
    private double squares;

    /// <summary>The best cut for the region.</summary>
    /// <param name="least">Violation that is not enough: distance of the point from the inequality.</param>
    /// <returns>Null if none is violated more.</returns>
    public (FlowCut Cut, double Violation)? Round(double least)
    {
        double amount = Collect();
        (double divisor, double most) = (0, 0);
        foreach (double candidate in halfOpen.Select(k => room[k]).Distinct())
        {
            Try(candidate);
        }

        if (most <= 0)
        {
            return null;
        }

        double whole = divisor;
        foreach (double fraction in Fractions)
        {
            Try(whole / fraction);
        }

        foreach (int k in halfOpen.OrderBy(k => Math.Abs(point.Open[sites[k]] - 0.5)))
        {
            complemented[k] = !complemented[k];
            double changed = amount + (complemented[k] ? -room[k] : room[k]);
            double violation = Violation(changed, divisor);
            if (violation > most)
            {
                (amount, most) = (changed, violation);
            }
            else
            {
                complemented[k] = !complemented[k];
            }
        }

        return most > least ? (Build(divisor), most) : null;

        void Try(double candidate)
        {
            double violation = Violation(amount, candidate);
            (divisor, most) = violation > most ? (candidate, violation) : (divisor, most);
        }
    }

    // The sites of the cut; returns the amount to be rounded.
    private double Collect()
    {
        sites.Clear();
        room.Clear();
        complemented.Clear();
        halfOpen.Clear();
        outside = region.Demand;
        squares = 0;
        double amount = region.Demand;
        foreach (int site in region.Sites)
        {
            double most = Math.Min(location.Capacity[site], region.Reach[site]);
            double open = point.Open[site];
            if (site == location.Outside || (most * open) - region.Flow[site] >= MostSlack * region.Flow[site])
            {
                continue;
            }

            if (open is > Integral and < 1 - Integral)
            {
                halfOpen.Add(sites.Count);
            }

            sites.Add(site);
            room.Add(most);
            complemented.Add(open > 0.5);
            outside -= region.Flow[site];
            squares += region.Squares[site];
            amount -= open > 0.5 ? most : 0;
        }

        return amount;
    }

    private double Violation(double amount, double divisor)
    {
        var rounding = new RoundingFunction(amount, divisor);
        if (!rounding.IsSound)
        {
            return 0;
        }

        double reached = outside;
        double norm = squares;
        for (int k = 0; k < sites.Count; k++)
        {
            double open = point.Open[sites[k]];
            double weight = rounding.Of(complemented[k] ? -room[k] : room[k]);
            reached += weight * (complemented[k] ? 1 - open : open);
            norm += weight * weight;
        }

        return (rounding.Wanted - reached) / Math.Sqrt(norm);
    }

    private FlowCut Build(double divisor) => new(
        location,
        [.. region.Customers],
        [.. sites],
        [.. sites.Select(site => point.BySite[site].Select(s => s.Customer).Where(region.Contains).ToArray())],
        [.. complemented],
        divisor);
}
