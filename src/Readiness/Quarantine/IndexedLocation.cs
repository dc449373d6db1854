using System.Collections.Immutable;

namespace Readiness.Quarantine;

/// <summary>A <see cref="LocationProblem"/> as flat arrays, with what follows at once from its rules worked out.</summary>
internal sealed class IndexedLocation
{
    /// <summary>Slack within which a number counts as whole.</summary>
    private const double Rounding = 1e-9;

    // Not every search asks for it, and sorting takes longer than all else here.
    private readonly Lazy<int[]> cheapestFirst;

    public IndexedLocation(LocationProblem problem)
    {
        Problem = problem;
        Days = problem.Days;
        Sites = problem.Sites.Length;
        Customers = problem.Customers.Length;
        Costs = ReadCosts();
        StayEnd = new int[Days];
        StayDays = new int[Days];
        for (int d = 0; d < Days; d++)
        {
            StayEnd[d] = (int)Math.Min((long)d + problem.LengthOfStay, Days) - 1;
            StayDays[d] = StayEnd[d] - d + 1;
        }

        Capacity = new double[Sites];
        FirstDay = new int[Sites];
        Forced = new bool[Sites];
        for (int j = 0; j < Sites; j++)
        {
            LocationSite site = problem.Sites[j];
            Capacity[j] = problem.WholeUnits ? Math.Floor(site.Capacity + Rounding) : site.Capacity;
            FirstDay[j] = site.Opening == OpeningRule.Forbidden || site.Clearance < problem.LeastClearance ? Days : Math.Min(site.EarliestDay, Days);
            Forced[j] = site.Opening == OpeningRule.MustOpen && FirstDay[j] < Days;
        }

        Demand = new double[Customers * Days];
        Unservable = ReadDemand();
        double[] mostOccupants = MostOccupants();
        List<SiteResource> binding = [.. problem.Resources.Where(resource => CanBind(resource, mostOccupants))];
        Resources = binding.Count;
        ReadResources(binding, out ResourceAvailable, out FixedUse, out UsePerUnit, out Cumulative);
        cheapestFirst = new Lazy<int[]>(OrderSites);
    }

    /// <summary>The problem as given.</summary>
    public LocationProblem Problem { get; }

    public int Days { get; }

    public int Sites { get; }

    public int Customers { get; }

    /// <summary>Number of resources that may limit a plan; the others are left out.</summary>
    public int Resources { get; }

    /// <summary>Last day of a stay that begins on a day.</summary>
    public int[] StayEnd { get; }

    /// <summary>Days of a stay that begins on a day: the weight of one of its units in the level <c>unserved</c>.</summary>
    public int[] StayDays { get; }

    /// <summary>Usable capacity by site.</summary>
    public double[] Capacity { get; }

    /// <summary>First day on which a site can be open; <see cref="Days"/> if never.</summary>
    public int[] FirstDay { get; }

    /// <summary>Whether a site is open from its first to the last day in every plan.</summary>
    public bool[] Forced { get; }

    /// <summary>Demand that some plan could serve if there were room enough, at customer × <see cref="Days"/> + day.</summary>
    public double[] Demand { get; }

    /// <summary>Unit-days of all demand.</summary>
    public double TotalUnitDays { get; private set; }

    /// <summary>Unit-days that no plan serves, whatever the room: the bound of the level <c>unserved</c> before any search.</summary>
    public double Unservable { get; }

    /// <summary>Costs per unit at customer × <see cref="Sites"/> + site.</summary>
    public double[] Costs { get; }

    /// <summary>Sites of a customer by ascending cost, at customer × <see cref="Sites"/> + rank.</summary>
    public int[] CheapestFirst => cheapestFirst.Value;

    /// <summary>Available amount at resource × <see cref="Days"/> + day, raised to the use that the forced sites cannot avoid.</summary>
    public readonly double[] ResourceAvailable;

    /// <summary>Use per open day at resource × <see cref="Sites"/> + site.</summary>
    public readonly double[] FixedUse;

    /// <summary>Use per occupant and day at resource × <see cref="Sites"/> + site.</summary>
    public readonly double[] UsePerUnit;

    /// <summary>Whether a resource is cumulative.</summary>
    public readonly bool[] Cumulative;

    /// <summary>Whether a stay of the customer may begin on the day at the site, as far as the pair and the site's first day tell.</summary>
    public bool IsAllowed(int customer, int day, int site) =>
        FirstDay[site] <= day && !double.IsPositiveInfinity(Costs[(customer * Sites) + site]);

    /// <summary>A quantity cut down to one that may be served.</summary>
    public double Usable(double quantity) => Problem.WholeUnits ? Math.Floor(quantity + Rounding) : quantity;

    // Infinite where distance or class do not let the customer be served from the site.
    private double[] ReadCosts()
    {
        double[] costs = [.. Problem.AssignmentCosts];
        bool isLimited = !Problem.Distances.IsEmpty && !double.IsPositiveInfinity(Problem.MaxDistance);
        for (int i = 0; i < Customers; i++)
        {
            ImmutableArray<string> classes = Problem.Customers[i].Classes;
            for (int pair = i * Sites; pair < (i + 1) * Sites && (isLimited || !classes.IsEmpty); pair++)
            {
                bool isPermitted = (!isLimited || Problem.Distances[pair] <= Problem.MaxDistance)
                    && (classes.IsEmpty || (Problem.Sites[pair - (i * Sites)].Class is { } own && classes.Contains(own)));
                costs[pair] = isPermitted ? costs[pair] : double.PositiveInfinity;
            }
        }

        return costs;
    }

    private double ReadDemand()
    {
        double unservable = 0;
        for (int i = 0; i < Customers; i++)
        {
            for (int d = 0; d < Days; d++)
            {
                double asked = Problem.Customers[i].Demand[d];
                double usable = Usable(asked);
                if (Problem.SingleSource && usable < asked - Rounding)
                {
                    usable = 0;
                }

                double largest = 0;
                for (int j = 0; j < Sites; j++)
                {
                    largest = IsAllowed(i, d, j) ? Math.Max(largest, Capacity[j]) : largest;
                }

                if (largest <= 0 || (Problem.SingleSource && usable > largest * (1 + Rounding)))
                {
                    usable = 0;
                }

                Demand[(i * Days) + d] = usable;
                TotalUnitDays += asked * StayDays[d];
                unservable += (asked - usable) * StayDays[d];
            }
        }

        return Math.Max(0, unservable);
    }

    private void ReadResources(List<SiteResource> binding, out double[] available, out double[] fixedUse, out double[] usePerUnit, out bool[] cumulative)
    {
        int count = binding.Count;
        available = new double[count * Days];
        fixedUse = new double[count * Sites];
        usePerUnit = new double[count * Sites];
        cumulative = new bool[count];
        for (int r = 0; r < count; r++)
        {
            SiteResource resource = binding[r];
            cumulative[r] = resource.Cumulative;
            resource.FixedUse.CopyTo(fixedUse, r * Sites);
            resource.UsePerUnit.CopyTo(usePerUnit, r * Sites);
            double unavoidable = 0;
            for (int d = 0; d < Days; d++)
            {
                unavoidable = resource.Cumulative ? unavoidable : 0;
                for (int j = 0; j < Sites; j++)
                {
                    unavoidable += Forced[j] && FirstDay[j] <= d ? resource.FixedUse[j] : 0;
                }

                available[(r * Days) + d] = Math.Max(resource.Available[d], unavoidable);
            }
        }
    }

    // A resource that suffices even with every site open and everybody housed at the thirstiest site limits nothing.
    private bool CanBind(SiteResource resource, double[] mostOccupants)
    {
        double used = 0;
        for (int d = 0; d < Days; d++)
        {
            double rooms = 0;
            double thirst = 0;
            double today = 0;
            for (int j = 0; j < Sites; j++)
            {
                if (FirstDay[j] <= d)
                {
                    rooms += Capacity[j];
                    thirst = Math.Max(thirst, resource.UsePerUnit[j]);
                    today += resource.FixedUse[j];
                }
            }

            today += thirst * Math.Min(rooms, mostOccupants[d]);
            used = resource.Cumulative ? used + today : today;
            if (used > resource.Available[d])
            {
                return true;
            }
        }

        return false;
    }

    private double[] MostOccupants()
    {
        double[] most = new double[Days];
        for (int cell = 0; cell < Demand.Length; cell++)
        {
            int day = cell % Days;
            for (int t = day; t <= StayEnd[day]; t++)
            {
                most[t] += Demand[cell];
            }
        }

        return most;
    }

    private int[] OrderSites()
    {
        int[] order = new int[Customers * Sites];
        double[] keys = new double[Sites];
        for (int i = 0; i < Customers; i++)
        {
            Span<int> ranks = order.AsSpan(i * Sites, Sites);
            for (int j = 0; j < Sites; j++)
            {
                ranks[j] = j;
            }

            // Equal costs keep the site order, whatever the sorting algorithm does with ties.
            Costs.AsSpan(i * Sites, Sites).CopyTo(keys);
            ranks.Sort((a, b) => keys[a] != keys[b] ? keys[a].CompareTo(keys[b]) : a.CompareTo(b));
        }

        return order;
    }
}
