namespace Readiness.Quarantine.Capacitated.Cuts;

/// <summary>A solution of the relaxation: how much of each site is open, and who is served where.</summary>
internal sealed class FractionalPoint
{
    private const double Dust = 1e-7;

    /// <summary>Starts with how much of each site is open.</summary>
    public FractionalPoint(double[] open, int customers)
    {
        Open = open;
        BySite = [.. open.Select(static _ => new List<(int, double)>())];
        ByCustomer = [.. Enumerable.Range(0, customers).Select(static _ => new List<(int, double)>())];
    }

    /// <summary>How much of each site is open, from 0 to 1.</summary>
    public double[] Open { get; }

    /// <summary>By site: whom it serves with how many units.</summary>
    public List<(int Customer, double Units)>[] BySite { get; }

    /// <summary>By customer: which sites serve it with how many units.</summary>
    public List<(int Site, double Units)>[] ByCustomer { get; }

    /// <summary>Lets a site serve a customer.</summary>
    public void Add(int site, int customer, double units)
    {
        if (units > Dust)
        {
            BySite[site].Add((customer, units));
            ByCustomer[customer].Add((site, units));
        }
    }
}
