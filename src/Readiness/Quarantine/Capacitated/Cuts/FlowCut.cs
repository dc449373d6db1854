namespace Readiness.Quarantine.Capacitated.Cuts;

/// <summary>
/// A valid inequality about a region of customers: sites come whole, so that their room for the region rounds up. With J the region, J_i the customers in it that
/// count for site i, a_i = min(capacity of i, demand of J_i) and d(J) the demand of the region, what no site of the cut serves of J is d(J) less what they serve, so
/// <c>Σ a_i y_i + (d(J) − Σ served_i(J_i)) ≥ d(J)</c>. Some y_i are replaced by 1 − y_i; mixed-integer rounding by a divisor does the rest.
/// </summary>
/// <remarks>
/// Mixed-integer rounding: H. Marchand, L. A. Wolsey, Operations Research 49 (2001), doi:10.1287/opre.49.3.363.11211. For this problem: K. Aardal, Y. Pochet,
/// L. A. Wolsey, Mathematics of Operations Research 20 (1995), doi:10.1287/moor.20.3.562.
/// </remarks>
internal sealed class FlowCut
{
    /// <summary>Derives the inequality.</summary>
    /// <param name="location">The problem.</param>
    /// <param name="customers">The region.</param>
    /// <param name="sites">The sites of the cut.</param>
    /// <param name="served">By site of the cut: the customers of the region that count for it.</param>
    /// <param name="complemented">By site of the cut: whether its closing counts instead of its opening.</param>
    /// <param name="divisor">Units by which all is divided before it is rounded; above 0.</param>
    public FlowCut(CapacitatedLocation location, int[] customers, int[] sites, int[][] served, bool[] complemented, double divisor)
    {
        Customers = customers;
        Sites = sites;
        Served = served;
        Complemented = complemented;
        Divisor = divisor;
        double demand = customers.Sum(i => location.Demand[i]);
        double[] room = [.. sites.Select((site, k) => Math.Min(location.Capacity[site], served[k].Sum(i => location.Demand[i])))];
        var rounding = new RoundingFunction(demand - room.Where((_, k) => complemented[k]).Sum(), divisor);
        Limit = demand - rounding.Wanted;
        SiteWeights = new double[sites.Length];
        for (int k = 0; k < sites.Length; k++)
        {
            double weight = rounding.Of(complemented[k] ? -room[k] : room[k]);
            SiteWeights[k] = complemented[k] ? weight : -weight;
            Limit += complemented[k] ? weight : 0;
        }
    }

    /// <summary>The region.</summary>
    public int[] Customers { get; }

    /// <summary>The sites of the cut.</summary>
    public int[] Sites { get; }

    /// <summary>By site of the cut: the customers of the region that count for it, each with weight 1 per unit.</summary>
    public int[][] Served { get; }

    /// <summary>By site of the cut: whether its closing counts.</summary>
    public bool[] Complemented { get; }

    /// <summary>Units by which all was divided.</summary>
    public double Divisor { get; }

    /// <summary>By site of the cut: the weight of its opening.</summary>
    public double[] SiteWeights { get; }

    /// <summary>What the units served and the weighted openings come to at most.</summary>
    public double Limit { get; }
}
