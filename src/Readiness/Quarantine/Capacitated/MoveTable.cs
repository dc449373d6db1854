namespace Readiness.Quarantine.Capacitated;

/// <summary>
/// What it costs at least to move a unit from one open site to another, and whom to move: the arcs of the graph on which <see cref="OpenSites"/> looks for paths. Sites go by slots;
/// rows are worked out when they are asked for, and from then on only in the places that a coming or leaving customer changes.
/// </summary>
internal sealed class MoveTable
{
    // Nobody can move; it is not known who can.
    private const int None = -1;
    private const int Unknown = -2;

    private readonly CapacitatedLocation location;
    private readonly int[] sites;
    private readonly SiteLoad[] loads;
    private readonly double[][] costs;
    private readonly int[][] movers;
    private readonly bool[] isStale;
    private readonly bool[] hasGaps;

    /// <summary>Makes a table of no slots.</summary>
    /// <param name="location">The problem.</param>
    /// <param name="sites">Site by slot, kept by the caller.</param>
    /// <param name="loads">Whom the site serves by slot, kept by the caller.</param>
    public MoveTable(CapacitatedLocation location, int[] sites, SiteLoad[] loads)
    {
        this.location = location;
        this.sites = sites;
        this.loads = loads;
        costs = new double[sites.Length][];
        movers = new int[sites.Length][];
        isStale = new bool[sites.Length];
        hasGaps = new bool[sites.Length];
        Array.Fill(costs, []);
        Array.Fill(movers, []);
    }

    /// <summary>Elementary steps so far.</summary>
    public long Work { get; private set; }

    /// <summary>Says that a customer has come to a slot. If they were there already, nothing changes.</summary>
    public void Come(int slot, int customer, int count)
    {
        if (isStale[slot])
        {
            return;
        }

        Work += count;
        ReadOnlySpan<double> unitCosts = location.ByCustomer.AsSpan(customer * location.Sites, location.Sites);
        double here = unitCosts[sites[slot]];
        double[] row = costs[slot];
        int[] whom = movers[slot];
        for (int k = 0; k < count; k++)
        {
            double cost = unitCosts[sites[k]] - here;
            if (cost < row[k] && whom[k] != Unknown && k != slot)
            {
                row[k] = cost;
                whom[k] = customer;
            }
        }
    }

    /// <summary>Says that a customer has left a slot for good. Who moves in their place is found when it is asked for.</summary>
    public void Go(int slot, int customer, int count)
    {
        if (isStale[slot])
        {
            return;
        }

        Work += count;
        int[] whom = movers[slot];
        for (int k = 0; k < count; k++)
        {
            if (whom[k] == customer)
            {
                whom[k] = Unknown;
                hasGaps[slot] = true;
            }
        }
    }

    /// <summary>Costs of moving a unit from a slot to each of the others; infinite to itself.</summary>
    public double[] CostsFrom(int slot, int count)
    {
        if (!isStale[slot])
        {
            FillGaps(slot, count);
            return costs[slot];
        }

        isStale[slot] = false;
        hasGaps[slot] = false;
        Widen(slot, count);
        double[] row = costs[slot];
        int[] whom = movers[slot];
        Array.Fill(row, double.PositiveInfinity, 0, count);
        SiteLoad load = loads[slot];
        Work += (long)load.Count * count;
        for (int e = 0; e < load.Count; e++)
        {
            int customer = load.Customer[e];
            ReadOnlySpan<double> unitCosts = location.ByCustomer.AsSpan(customer * location.Sites, location.Sites);
            double here = unitCosts[sites[slot]];
            for (int k = 0; k < count; k++)
            {
                double cost = unitCosts[sites[k]] - here;
                if (cost < row[k])
                {
                    row[k] = cost;
                    whom[k] = customer;
                }
            }
        }

        row[slot] = double.PositiveInfinity;
        whom[slot] = None;
        return row;
    }

    /// <summary>The customer whose move from one slot to another costs least.</summary>
    public int Mover(int from, int to) => movers[from][to];

    /// <summary>Takes over another table.</summary>
    public void CopyFrom(MoveTable other, int count)
    {
        for (int k = 0; k < count; k++)
        {
            isStale[k] = other.isStale[k];
            hasGaps[k] = other.hasGaps[k];
            if (!isStale[k])
            {
                Widen(k, count);
                Array.Copy(other.costs[k], costs[k], count);
                Array.Copy(other.movers[k], movers[k], count);
            }
        }
    }

    /// <summary>Adds a slot behind the others.</summary>
    public void Add(int slot)
    {
        isStale[slot] = true;
        for (int k = 0; k < slot; k++)
        {
            if (!isStale[k])
            {
                Widen(k, slot + 1);
                FindMover(k, slot);
            }
        }
    }

    /// <summary>Moves the last slot to the place of one that goes.</summary>
    public void Replace(int slot, int last)
    {
        isStale[slot] = isStale[last];
        hasGaps[slot] = hasGaps[last];
        (costs[slot], costs[last]) = (costs[last], costs[slot]);
        (movers[slot], movers[last]) = (movers[last], movers[slot]);
        for (int k = 0; k < last; k++)
        {
            if (!isStale[k])
            {
                costs[k][slot] = k == slot ? double.PositiveInfinity : costs[k][last];
                movers[k][slot] = k == slot ? None : movers[k][last];
            }
        }
    }

    private void FillGaps(int slot, int count)
    {
        for (int k = 0; k < count && hasGaps[slot]; k++)
        {
            if (movers[slot][k] == Unknown)
            {
                FindMover(slot, k);
            }
        }

        hasGaps[slot] = false;
    }

    private void FindMover(int from, int to)
    {
        double least = double.PositiveInfinity;
        SiteLoad load = loads[from];
        Work += load.Count;
        movers[from][to] = None;
        for (int e = 0; e < load.Count; e++)
        {
            int row = load.Customer[e] * location.Sites;
            double cost = location.ByCustomer[row + sites[to]] - location.ByCustomer[row + sites[from]];
            if (cost < least)
            {
                least = cost;
                movers[from][to] = load.Customer[e];
            }
        }

        costs[from][to] = least;
    }

    private void Widen(int slot, int width)
    {
        if (costs[slot].Length < width)
        {
            int size = Math.Min(location.Sites, width + 16);
            Array.Resize(ref costs[slot], size);
            Array.Resize(ref movers[slot], size);
        }
    }
}
