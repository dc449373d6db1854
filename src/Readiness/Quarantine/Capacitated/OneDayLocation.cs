using System.Collections.Immutable;

namespace Readiness.Quarantine.Capacitated;

/// <summary>
/// A location problem of one day as capacitated locations, one for each criterion: what may stay unserved goes to one site more, which is always open.
/// </summary>
internal sealed class OneDayLocation
{
    private readonly IndexedLocation location;
    private readonly int[] customers;
    private readonly double[] demand;
    private readonly Fixing[] fixing;
    private readonly OpeningRules rules;

    public OneDayLocation(IndexedLocation location, OpeningRules rules)
    {
        this.location = location;
        customers = [.. Enumerable.Range(0, location.Customers).Where(i => location.Demand[i] > 0)];
        demand = [.. customers.Select(i => location.Demand[i])];
        fixing = [.. Enumerable.Range(0, location.Sites).Select(FixingOf), Fixing.Open];
        this.rules = rules;
        MostSites = location.Problem.MostSites;
        Radius = location.Problem.MaxDistance;
        AllowedUnserved = Total;
        IsWhole = demand.All(d => d == Math.Floor(d)) && location.Capacity.All(c => c == Math.Floor(c));
    }

    /// <summary>Demand that some site may serve.</summary>
    public double Total => demand.Sum();

    /// <summary>Whether demand and capacities are whole numbers.</summary>
    public bool IsWhole { get; }

    /// <summary>Most sites that may open.</summary>
    public int MostSites { get; set; }

    /// <summary>Distance beyond which nobody may be sent.</summary>
    public double Radius { get; set; }

    /// <summary>Units that may stay unserved.</summary>
    public double AllowedUnserved { get; set; }

    /// <summary>Index of the site that takes what stays unserved.</summary>
    public int Nowhere => location.Sites;

    /// <summary>Customer of the problem by customer of the location.</summary>
    public int CustomerOf(int customer) => customers[customer];

    /// <summary>Prices by customer of the problem.</summary>
    public ImmutableArray<double> ToCustomers(double[] prices)
    {
        double[] all = new double[location.Customers];
        for (int i = 0; i < prices.Length; i++)
        {
            all[customers[i]] = prices[i];
        }

        return [.. all];
    }

    /// <summary>What is left unserved, as the cost.</summary>
    public CapacitatedLocation Unserved() => Build(static _ => 0, static (_, _) => 0, Total, 1);

    /// <summary>The number of sites as the cost.</summary>
    public CapacitatedLocation SiteCount() => Build(static _ => 1, static (_, _) => 0, AllowedUnserved, 0);

    /// <summary>Opening and assignment costs.</summary>
    public CapacitatedLocation Costs() => Build(
        site => location.Problem.Sites[site].OpeningCost + location.Problem.Sites[site].CostPerOpenDay,
        (customer, site) => location.Costs[(customer * location.Sites) + site],
        AllowedUnserved,
        0);

    /// <summary>Distances as the cost, and nothing for opening.</summary>
    public CapacitatedLocation Distances() => Build(static _ => 0, DistanceOf, AllowedUnserved, 0);

    /// <summary>Distance of a customer of the problem; 0 where distances do not matter.</summary>
    public double DistanceOf(int customer, int site) =>
        location.Problem.Distances.IsEmpty ? 0 : location.Problem.Distances[(customer * location.Sites) + site];

    /// <summary>The distances at which somebody may be sent somewhere, ascending.</summary>
    public double[] Radii() =>
    [
        .. customers
            .SelectMany(i => Enumerable.Range(0, location.Sites).Where(j => MaySend(i, j)).Select(j => DistanceOf(i, j)))
            .Distinct()
            .Order(),
    ];

    /// <summary>Sites that may serve a customer, as bits, by customer with demand; null if there are too many.</summary>
    public ulong[]? InReach() => location.Sites > CoverSearch.MostSites ? null :
    [
        .. customers.Select(i => Enumerable.Range(0, location.Sites)
            .Where(j => fixing[j] != Fixing.Closed && MaySend(i, j))
            .Aggregate(0UL, static (sites, j) => sites | (1UL << j))),
    ];

    /// <summary>Whether the sites that may open have room for all, and any may serve anybody.</summary>
    public bool CanServeAll
    {
        get
        {
            double room = 0;
            bool isAllowed = true;
            for (int j = 0; j < location.Sites; j++)
            {
                room += fixing[j] == Fixing.Closed ? 0 : location.Capacity[j];
                for (int k = 0; k < customers.Length && isAllowed && fixing[j] != Fixing.Closed; k++)
                {
                    isAllowed = MaySend(customers[k], j);
                }
            }

            return isAllowed && room >= Total;
        }
    }

    /// <summary>Whether any site has room for all.</summary>
    public bool IsRoomy => Enumerable.Range(0, location.Sites).All(j => fixing[j] == Fixing.Closed || location.Capacity[j] >= Total);

    /// <summary>The largest distance from a customer to the nearest of these sites.</summary>
    public double FarthestFrom(List<int> sites) => customers.Max(i => sites.Where(j => MaySend(i, j)).Min(j => DistanceOf(i, j)));

    private bool MaySend(int customer, int site) => location.IsAllowed(customer, 0, site) && DistanceOf(customer, site) <= Radius;

    private Fixing FixingOf(int site) =>
        location.Forced[site] ? Fixing.Open : location.FirstDay[site] > 0 || location.Capacity[site] <= 0 ? Fixing.Closed : Fixing.Free;

    private CapacitatedLocation Build(Func<int, double> opening, Func<int, int, double> cost, double unserved, double costOfUnserved)
    {
        int sites = location.Sites + 1;
        double[] costs = new double[sites * customers.Length];
        for (int j = 0; j < sites; j++)
        {
            for (int i = 0; i < customers.Length; i++)
            {
                costs[(j * customers.Length) + i] = j == Nowhere ? costOfUnserved
                    : MaySend(customers[i], j) ? cost(customers[i], j) : double.PositiveInfinity;
            }
        }

        // The site for what is unserved is open and does not count.
        return new CapacitatedLocation(
            [.. location.Capacity, unserved],
            [.. Enumerable.Range(0, location.Sites).Select(opening), 0],
            demand,
            costs,
            fixing)
        {
            LeastOpen = location.Problem.LeastSites + 1,
            MostOpen = MostSites == int.MaxValue ? int.MaxValue : MostSites + 1,
            Rules = rules.IsEmpty ? null : rules,
            Outside = Nowhere,
        };
    }
}
