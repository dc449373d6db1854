namespace Readiness.Quarantine.Capacitated.Cuts;

/// <summary>Some customers, and what each site serves of them at a point.</summary>
internal sealed class CustomerRegion(CapacitatedLocation location, FractionalPoint point)
{
    private readonly bool[] contains = new bool[location.Customers];
    private readonly List<int> customers = [];
    private readonly List<int> sites = [];

    /// <summary>The customers.</summary>
    public IReadOnlyList<int> Customers => customers;

    /// <summary>The sites that serve some of them.</summary>
    public IReadOnlyList<int> Sites => sites;

    /// <summary>Demand of the customers.</summary>
    public double Demand { get; private set; }

    /// <summary>By site: units that it serves of them.</summary>
    public double[] Flow { get; } = new double[location.Sites];

    /// <summary>By site: the whole demand of those that it serves.</summary>
    public double[] Reach { get; } = new double[location.Sites];

    /// <summary>By site: the squares of that demand.</summary>
    public double[] Squares { get; } = new double[location.Sites];

    /// <summary>Whether a customer belongs to it.</summary>
    public bool Contains(int customer) => contains[customer];

    /// <summary>Begins anew.</summary>
    public void Clear()
    {
        customers.ForEach(i => contains[i] = false);
        sites.ForEach(j => Flow[j] = Reach[j] = Squares[j] = 0);
        customers.Clear();
        sites.Clear();
        Demand = 0;
    }

    /// <summary>Takes in a customer.</summary>
    public void Add(int customer)
    {
        contains[customer] = true;
        customers.Add(customer);
        double demand = location.Demand[customer];
        Demand += demand;
        foreach ((int site, double units) in point.ByCustomer[customer])
        {
            if (Reach[site] <= 0)
            {
                sites.Add(site);
            }

            Flow[site] += units;
            Reach[site] += demand;
            Squares[site] += demand * demand;
        }
    }
}
