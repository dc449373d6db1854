namespace Readiness.Quarantine.Capacitated;

/// <summary>
/// A set of open sites with the cheapest way to serve all demand from it: the transportation problem, kept optimal while sites open and close.
/// </summary>
/// <remarks>
/// <para>Successive shortest paths (Ahuja, Magnanti, Orlin, Network Flows, 1993, chapter 9) on a graph of the open sites alone: going from one to another costs
/// what the customer costs who is cheapest to move. Everyone starts at the cheapest site; what a site holds too much goes along cheapest paths to sites with
/// room. Potentials keep all costs of the graph at zero or above, so that Dijkstra's method applies and the sites' prices are known at any time.</para>
/// <para>An instance serves one thread.</para>
/// </remarks>
internal sealed partial class OpenSites
{
    // What rounding leaves of a customer would otherwise be sent around for ever.
    private const double Rounding = 1e-3;

    private readonly CapacitatedLocation location;
    private readonly int[] slotOf;
    private readonly SiteLoad[] loads;
    private readonly double[] potential;
    private readonly double[] distance;
    private readonly int[] previous;
    private readonly bool[] settled;
    private readonly MoveTable moves;
    private readonly double dust;
    private readonly double rounding;
    private double level;
    private long searched;
    private int reached;

    public OpenSites(CapacitatedLocation location)
    {
        this.location = location;
        int n = location.Sites;
        slotOf = new int[n];
        Array.Fill(slotOf, -1);
        Sites = new int[n];
        loads = new SiteLoad[n];
        potential = new double[n];
        distance = new double[n];
        previous = new int[n];
        settled = new bool[n];
        dust = location.Dust;
        rounding = Rounding * dust;
        for (int k = 0; k < n; k++)
        {
            loads[k] = new SiteLoad();
        }

        moves = new MoveTable(location, Sites, loads);
    }

    /// <summary>Asked now and then; if it says so, the set is left as one that is not feasible.</summary>
    public Func<bool>? MustStop { get; init; }

    /// <summary>Elementary steps so far.</summary>
    public long Work => moves.Work + searched;

    /// <summary>Number of open sites.</summary>
    public int Count { get; private set; }

    /// <summary>The open sites, in the first <see cref="Count"/> places.</summary>
    public int[] Sites { get; }

    /// <summary>Whether a site is open.</summary>
    public bool IsOpen(int site) => slotOf[site] >= 0;

    /// <summary>Whether all demand is served within the capacities.</summary>
    public bool IsFeasible { get; private set; }

    /// <summary>Cost of the openings and of serving everyone; infinite if that is not possible.</summary>
    public double Cost()
    {
        if (!IsFeasible)
        {
            return double.PositiveInfinity;
        }

        double cost = 0;
        for (int k = 0; k < Count; k++)
        {
            cost += location.FixedCost[Sites[k]];
            SiteLoad load = loads[k];
            for (int e = 0; e < load.Count; e++)
            {
                cost += load.Amount[e] * location.ByCustomer[(load.Customer[e] * location.Sites) + Sites[k]];
            }
        }

        return cost;
    }

    /// <summary>Price of a unit at an open site, beside its cost; 0 where there is room.</summary>
    public double PriceOf(int site) => Math.Max(0, level - potential[slotOf[site]]);

    /// <summary>What each customer pays per unit at the cheapest open site, the site's price included: optimal dual prices.</summary>
    public void CopyPrices(double[] prices)
    {
        for (int i = 0; i < prices.Length; i++)
        {
            double least = double.PositiveInfinity;
            for (int k = 0; k < Count; k++)
            {
                least = Math.Min(least, location.ByCustomer[(i * location.Sites) + Sites[k]] - potential[k]);
            }

            prices[i] = least + level;
        }
    }

    /// <summary>What an open site serves.</summary>
    public SiteLoad LoadOf(int site) => loads[slotOf[site]];

    /// <summary>What each site serves: site, customer, units.</summary>
    public IEnumerable<(int Site, int Customer, double Units)> Served()
    {
        for (int k = 0; k < Count; k++)
        {
            for (int e = 0; e < loads[k].Count; e++)
            {
                if (loads[k].Amount[e] > 0)
                {
                    yield return (Sites[k], loads[k].Customer[e], loads[k].Amount[e]);
                }
            }
        }
    }

    /// <summary>Takes over another set.</summary>
    public void CopyFrom(OpenSites other)
    {
        Array.Fill(slotOf, -1);
        for (int k = 0; k < other.Count; k++)
        {
            Sites[k] = other.Sites[k];
            slotOf[Sites[k]] = k;
            loads[k].CopyFrom(other.loads[k]);
            potential[k] = other.potential[k];
        }

        moves.CopyFrom(other.moves, other.Count);

        Count = other.Count;
        level = other.level;
        IsFeasible = other.IsFeasible;
    }

    /// <summary>Starts anew with some sites.</summary>
    /// <param name="sites">The sites.</param>
    public void Reset(IEnumerable<int> sites)
    {
        Array.Fill(slotOf, -1);
        Count = 0;
        level = 0;
        foreach (int site in sites)
        {
            Take(site, 0);
        }

        IsFeasible = true;
        for (int i = 0; i < location.Customers; i++)
        {
            PutCheapest(i, location.Demand[i]);
        }

        SpreadSurplus(double.PositiveInfinity);
    }

    /// <summary>Closes a site; whom it served goes elsewhere.</summary>
    /// <param name="site">The site.</param>
    /// <param name="allowance">
    /// What that may cost beyond everyone's next best price: once it is certain to cost more, the set is left as one that is not feasible.
    /// </param>
    public void Close(int site, double allowance = double.PositiveInfinity)
    {
        int slot = slotOf[site];
        SiteLoad gone = loads[slot];
        Leave(slot);
        for (int e = 0; e < gone.Count; e++)
        {
            PutCheapest(gone.Customer[e], gone.Amount[e]);
        }

        SpreadSurplus(allowance);
    }

    /// <summary>Opens a site and sends those to it for whom that pays. Only for a feasible set.</summary>
    public void Open(int site)
    {
        // As good a potential as allows nobody to gain by moving there.
        double own = level;
        for (int k = 0; k < Count; k++)
        {
            SiteLoad load = loads[k];
            for (int e = 0; e < load.Count; e++)
            {
                int row = load.Customer[e] * location.Sites;
                own = Math.Min(own, potential[k] + location.ByCustomer[row + site] - location.ByCustomer[row + Sites[k]]);
            }
        }

        FillRoom(Take(site, own));
    }

    // Sends load to a site until it is full or its room has no price any more.
    private void FillRoom(int slot)
    {
        double capacity = location.Capacity[Sites[slot]];
        while (IsFeasible && potential[slot] < level && loads[slot].Total < capacity - dust)
        {
            // A site that loses load also loses its price, so that a full one is dearer to draw from than one with room.
            for (int k = 0; k < Count; k++)
            {
                distance[k] = k == slot ? double.PositiveInfinity : level - potential[k];
            }

            double gap = level - potential[slot];
            double length = Search(slot);
            if (length >= gap)
            {
                RaisePotentials(gap);
                potential[slot] = level;
                return;
            }

            RaisePotentials(length);
            Push(slot, capacity - loads[slot].Total);
        }
    }

    private void SpreadSurplus(double allowance)
    {
        while (IsFeasible && Overfull(out double surplus) is int source and >= 0)
        {
            if (allowance < 0 || MustStop?.Invoke() == true)
            {
                IsFeasible = false;
                return;
            }

            Array.Fill(distance, double.PositiveInfinity, 0, Count);
            distance[source] = 0;
            double length = Search(-1);
            if (double.IsPositiveInfinity(length))
            {
                IsFeasible = false;
                return;
            }

            int sink = reached;
            RaisePotentials(length);
            level += length;

            // The dual objective rises by so much, and never falls.
            allowance -= length * surplus;
            Push(sink, Math.Min(loads[source].Total - location.Capacity[Sites[source]], location.Capacity[Sites[sink]] - loads[sink].Total));
        }
    }

    // The first site that holds too much, and what all hold too much.
    private int Overfull(out double surplus)
    {
        int first = -1;
        surplus = 0;
        for (int k = Count - 1; k >= 0; k--)
        {
            double over = loads[k].Total - location.Capacity[Sites[k]];
            if (over > dust)
            {
                first = k;
                surplus += over;
            }
        }

        return first;
    }

    private void PutCheapest(int customer, double amount)
    {
        int row = customer * location.Sites;
        int best = 0;
        double least = double.PositiveInfinity;
        for (int k = 0; k < Count; k++)
        {
            double cost = location.ByCustomer[row + Sites[k]] - potential[k];
            if (cost < least)
            {
                least = cost;
                best = k;
            }
        }

        if (double.IsPositiveInfinity(least))
        {
            IsFeasible = false;
            return;
        }

        loads[best].Add(customer, amount);
        moves.Come(best, customer, Count);
    }

    private int Take(int site, double own)
    {
        int slot = Count++;
        Sites[slot] = site;
        slotOf[site] = slot;
        loads[slot].Clear();
        potential[slot] = own;
        moves.Add(slot);
        return slot;
    }

    // The last slot takes the place of the one that is left.
    private void Leave(int slot)
    {
        int last = --Count;
        slotOf[Sites[slot]] = -1;
        if (slot == last)
        {
            return;
        }

        Sites[slot] = Sites[last];
        slotOf[Sites[slot]] = slot;
        potential[slot] = potential[last];
        (loads[slot], loads[last]) = (loads[last], loads[slot]);
        moves.Replace(slot, last);
    }
}
