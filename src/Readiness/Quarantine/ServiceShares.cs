namespace Readiness.Quarantine;

/// <summary>How much of its demand each customer goes without, and who has no second site: what the criteria about the worst-off and backups compare.</summary>
internal sealed class ServiceShares
{
    private readonly IndexedLocation location;
    private readonly double[] demanded;

    /// <summary>Takes the customers with demand and the reach of the sites from the problem as it was given.</summary>
    public ServiceShares(IndexedLocation location)
    {
        this.location = location;
        demanded = new double[location.Customers];
        double[] possible = new double[location.Customers];
        for (int i = 0; i < location.Customers; i++)
        {
            for (int d = 0; d < location.Days; d++)
            {
                demanded[i] += location.Problem.Customers[i].Demand[d] * location.StayDays[d];
                possible[i] += location.Demand[(i * location.Days) + d] * location.StayDays[d];
            }
        }

        Customers = [.. Enumerable.Range(0, location.Customers).Where(i => demanded[i] > 0)];
        Unavoidable = Worst(possible);
        Backups = FindBackups();
    }

    /// <summary>The customers with demand.</summary>
    public int[] Customers { get; }

    /// <summary>Sums of the largest shares that no plan can help, by how many they are less one.</summary>
    public double[] Unavoidable { get; }

    /// <summary>Demand that may have a second site, by the sites in reach and the day.</summary>
    public List<BackupDemand> Backups { get; }

    /// <summary>Unit-days that no plan gives a second site.</summary>
    public double NeverBackedUp { get; private set; }

    /// <summary>Demanded unit-days of a customer.</summary>
    public double DemandOf(int customer) => demanded[customer];

    /// <summary>Unserved share by customer; 0 without demand.</summary>
    public double[] Unserved(List<Placement> placements)
    {
        double[] served = new double[location.Customers];
        foreach (Placement placement in placements)
        {
            served[placement.Customer] += placement.Quantity * location.StayDays[placement.Day];
        }

        return Shares(served);
    }

    /// <summary>Sums of the largest unserved shares of a plan: of one, of two and so on.</summary>
    public double[] Worst(SiteCandidate candidate) => Sums(Unserved(candidate.Placements));

    /// <summary>Unit-days of demand that fewer than two sites of a plan could take.</summary>
    public double WithoutBackup(SiteCandidate candidate)
    {
        double without = NeverBackedUp;
        foreach (BackupDemand demand in Backups)
        {
            int open = 0;
            foreach (int site in demand.Sites)
            {
                open += candidate.First[site] <= demand.Day && candidate.Last[site] >= location.StayEnd[demand.Day] ? 1 : 0;
            }

            without += open < 2 ? demand.UnitDays : 0;
        }

        return without;
    }

    private double[] Worst(double[] served) => Sums(Shares(served));

    private double[] Shares(double[] served)
    {
        for (int i = 0; i < served.Length; i++)
        {
            served[i] = demanded[i] > 0 ? Math.Max(0, 1 - (served[i] / demanded[i])) : 0;
        }

        return served;
    }

    private double[] Sums(double[] shares)
    {
        double[] sums = [.. Customers.Select(i => shares[i]).OrderDescending()];
        for (int k = 1; k < sums.Length; k++)
        {
            sums[k] += sums[k - 1];
        }

        return sums;
    }

    private List<BackupDemand> FindBackups()
    {
        List<BackupDemand> found = [];
        for (int d = 0; d < location.Days; d++)
        {
            Dictionary<string, (int[] Sites, double UnitDays)> bySites = [];
            foreach (int i in Customers)
            {
                int[] sites = [.. Enumerable.Range(0, location.Sites).Where(j => location.IsAllowed(i, d, j))];
                string key = string.Join(' ', sites);
                double unitDays = location.Problem.Customers[i].Demand[d] * location.StayDays[d];
                bySites[key] = (sites, unitDays + (bySites.TryGetValue(key, out (int[] Sites, double UnitDays) same) ? same.UnitDays : 0));
            }

            foreach ((int[] sites, double unitDays) in bySites.Values.Where(demand => demand.UnitDays > 0))
            {
                if (sites.Length < 2)
                {
                    NeverBackedUp += unitDays;
                }
                else
                {
                    found.Add(new BackupDemand(sites, d, unitDays));
                }
            }
        }

        return found;
    }
}
