namespace Readiness.Quarantine.Capacitated;

/// <summary>
/// Capacitated facility location of one day with demand that may be split, as flat arrays: open sites at their cost, send every unit to an open site at a cost
/// per unit, and no more to any than it holds.
/// </summary>
internal sealed class CapacitatedLocation
{
    /// <summary>Takes the facts.</summary>
    /// <param name="capacity">Units a site holds, by site; above 0.</param>
    /// <param name="fixedCost">Cost of opening, by site; 0 or more.</param>
    /// <param name="demand">Units, by customer; above 0.</param>
    /// <param name="unitCosts">Cost per unit at site × customers + customer; 0 or more, infinite where not allowed.</param>
    /// <param name="fixing">Whether the site has to open or stay closed, by site.</param>
    public CapacitatedLocation(double[] capacity, double[] fixedCost, double[] demand, double[] unitCosts, Fixing[] fixing)
    {
        Sites = capacity.Length;
        Customers = demand.Length;
        Capacity = capacity;
        FixedCost = fixedCost;
        Demand = demand;
        UnitCosts = unitCosts;
        Fixing = fixing;
        TotalDemand = demand.Sum();
        ByCustomer = new double[unitCosts.Length];
        for (int j = 0; j < Sites; j++)
        {
            for (int i = 0; i < Customers; i++)
            {
                ByCustomer[(i * Sites) + j] = unitCosts[(j * Customers) + i];
            }
        }
    }

    private CapacitatedLocation(CapacitatedLocation other, Fixing[] fixing)
    {
        Sites = other.Sites;
        Customers = other.Customers;
        Capacity = other.Capacity;
        FixedCost = other.FixedCost;
        Demand = other.Demand;
        UnitCosts = other.UnitCosts;
        ByCustomer = other.ByCustomer;
        TotalDemand = other.TotalDemand;
        LeastOpen = other.LeastOpen;
        MostOpen = other.MostOpen;
        Rules = other.Rules;
        Outside = other.Outside;
        Fixing = fixing;
    }

    public int Sites { get; }

    public int Customers { get; }

    public double[] Capacity { get; }

    public double[] FixedCost { get; }

    public double[] Demand { get; }

    public double TotalDemand { get; }

    /// <summary>Cost per unit at site × <see cref="Customers"/> + customer.</summary>
    public double[] UnitCosts { get; }

    /// <summary>Cost per unit at customer × <see cref="Sites"/> + site.</summary>
    public double[] ByCustomer { get; }

    public Fixing[] Fixing { get; }

    /// <summary>Fewest sites that may be open.</summary>
    public int LeastOpen { get; init; }

    /// <summary>Most sites that may be open.</summary>
    public int MostOpen { get; init; } = int.MaxValue;

    /// <summary>What else has to hold for the open sites; null for nothing.</summary>
    public OpeningRules? Rules { get; init; }

    /// <summary>The site that stands for what stays unserved; -1 if there is none.</summary>
    public int Outside { get; init; } = -1;

    /// <summary>The same with more sites settled.</summary>
    public CapacitatedLocation With(Fixing[] fixing) => new(this, fixing);

    /// <summary>Least amount that counts as one.</summary>
    public double Dust => 1e-9 * TotalDemand / Math.Max(1, Customers);
}
