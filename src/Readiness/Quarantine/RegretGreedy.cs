namespace Readiness.Quarantine;

/// <summary>
/// Places the demand day by day: on each day first the customers that lose most if they miss their cheapest open site, each at the cheapest site with room.
/// Where a demand may not be split, large demands go first. When packing, sites that are open come before cheaper ones that would have to open: this
/// saves what an open day costs and uses.
/// </summary>
internal sealed class RegretGreedy
{
    private readonly IndexedLocation location;
    private readonly OpeningLimits limits;
    private readonly OccupancyLedger ledger;
    private readonly double[] regret;
    private readonly double[] keys;
    private readonly int[] order;
    private readonly int[] fullOn;

    public RegretGreedy(IndexedLocation location, OpeningLimits limits)
    {
        this.location = location;
        this.limits = limits;
        ledger = new OccupancyLedger(location);
        regret = new double[location.Customers];
        keys = new double[location.Customers];
        order = new int[location.Customers];
        fullOn = new int[location.Sites];
    }

    /// <summary>Whether open sites are filled before others open.</summary>
    public bool Packs { get; set; }

    /// <summary>Builds a plan in which a stay at site j lies within the days <paramref name="from"/>[j] to <paramref name="to"/>[j]; none where the first is greater.</summary>
    public SiteCandidate Build(int[] from, int[] to)
    {
        ledger.Reset();
        Array.Fill(fullOn, -1);
        List<Placement> placements = [];
        FindRegrets(from, to);
        for (int day = 0; day < location.Days; day++)
        {
            for (int i = 0; i < order.Length; i++)
            {
                order[i] = i;
                keys[i] = location.Problem.SingleSource ? -location.Demand[(i * location.Days) + day] : -regret[i];
            }

            Array.Sort(keys, order);
            foreach (int customer in order)
            {
                PlaceDemand(customer, day, from, to, placements);
            }
        }

        IdleSites.Open(location, limits, ledger);
        return new SiteCandidate(location, ledger, placements);
    }

    private void PlaceDemand(int customer, int day, int[] from, int[] to, List<Placement> placements)
    {
        double rest = location.Demand[(customer * location.Days) + day];
        if (Packs)
        {
            rest = PlaceAt(onlyOpen: true, customer, day, rest, from, to, placements);
        }

        PlaceAt(onlyOpen: false, customer, day, rest, from, to, placements);
    }

    private double PlaceAt(bool onlyOpen, int customer, int day, double rest, int[] from, int[] to, List<Placement> placements)
    {
        for (int rank = 0; rank < location.Sites && rest > 0; rank++)
        {
            int site = location.CheapestFirst[(customer * location.Sites) + rank];
            if (fullOn[site] == day || from[site] > day || to[site] < location.StayEnd[day]
                || (onlyOpen && ledger.Last[site] < day) || !location.IsAllowed(customer, day, site))
            {
                continue;
            }

            double room = ledger.Room(day, site);
            double quantity = location.Problem.SingleSource && room < rest ? 0 : location.Usable(Math.Min(rest, room));

            // Room on a day only shrinks while that day is filled, and is the same for every customer.
            fullOn[site] = location.Usable(room) <= 0 ? day : fullOn[site];
            if (quantity > 0)
            {
                ledger.Place(day, site, quantity);
                placements.Add(new Placement(customer, day, site, quantity));
                rest -= quantity;
            }
        }

        return rest;
    }

    private void FindRegrets(int[] from, int[] to)
    {
        for (int i = 0; i < location.Customers; i++)
        {
            double cheapest = double.PositiveInfinity;
            regret[i] = double.MaxValue;
            for (int rank = 0; rank < location.Sites; rank++)
            {
                int site = location.CheapestFirst[(i * location.Sites) + rank];
                double cost = location.Costs[(i * location.Sites) + site];
                if (from[site] > to[site] || double.IsPositiveInfinity(cost))
                {
                    continue;
                }

                if (!double.IsPositiveInfinity(cheapest))
                {
                    regret[i] = cost - cheapest;
                    break;
                }

                cheapest = cost;
            }
        }
    }
}
