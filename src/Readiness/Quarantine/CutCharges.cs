using System.Collections.Immutable;

namespace Readiness.Quarantine;

/// <summary>The inequalities of a certificate, derived anew, and what their prices add to costs. For <see cref="LocationCertificateCheck"/>, without code of the search.</summary>
internal sealed class CutCharges
{
    private readonly ImmutableArray<CertificateCut> cuts;
    private readonly double[] capacity;
    private readonly double[] demand;
    private readonly bool[] isSound;

    /// <summary>Looks whether the inequalities are well formed; those that are not count for nothing.</summary>
    public CutCharges(ImmutableArray<CertificateCut> cuts, double[] capacity, double[] demand)
    {
        this.cuts = cuts;
        this.capacity = capacity;
        this.demand = demand;
        isSound = [.. cuts.Select(IsSound)];
        Faults = [.. Enumerable.Range(0, cuts.Length).Where(k => !isSound[k]).Select(static k => $"cut {k} is not well formed")];
    }

    /// <summary>What is wrong with them.</summary>
    public IReadOnlyList<string> Faults { get; }

    /// <summary>What a step's prices add: to the bound, to opening a site, and per unit to serving a customer.</summary>
    public (double Constant, double[] Opening, Dictionary<(int Site, int Customer), double> Pairs) Charges(CertificateStep step)
    {
        double constant = 0;
        double[] opening = new double[capacity.Length];
        var pairs = new Dictionary<(int Site, int Customer), double>();
        foreach (CutPrice price in step.CutPrices.Where(p => p.Cut >= 0 && p.Cut < cuts.Length && isSound[p.Cut] && p.Price > 0))
        {
            CertificateCut cut = cuts[price.Cut];
            double[] room = [.. cut.Sites.Select(s => Math.Min(capacity[s.Site], s.Served.Sum(i => demand[i])))];
            double amount = (cut.Customers.Sum(i => demand[i]) - cut.Sites.Select((s, k) => s.IsComplemented ? room[k] : 0).Sum()) / cut.Divisor;
            double rest = amount - Math.Floor(amount);
            double Rounded(double weight) => cut.Divisor * ((Math.Floor(weight / cut.Divisor) * rest) + Math.Min(rest, (weight / cut.Divisor) - Math.Floor(weight / cut.Divisor)));

            // What a solution is short of the rounded amount costs the price.
            constant += price.Price * ((cut.Divisor * rest * Math.Ceiling(amount)) - cut.Customers.Sum(i => demand[i]));
            for (int k = 0; k < cut.Sites.Length; k++)
            {
                CutSite site = cut.Sites[k];
                double weight = Rounded(site.IsComplemented ? -room[k] : room[k]);
                constant -= site.IsComplemented ? price.Price * weight : 0;
                opening[site.Site] += price.Price * (site.IsComplemented ? weight : -weight);
                foreach (int customer in site.Served)
                {
                    pairs[(site.Site, customer)] = pairs.GetValueOrDefault((site.Site, customer)) + price.Price;
                }
            }
        }

        return (constant, opening, pairs);
    }

    private bool IsSound(CertificateCut cut)
    {
        var region = cut.Customers.ToHashSet();
        return cut.Divisor > 0 && double.IsFinite(cut.Divisor)
            && region.Count == cut.Customers.Length && region.All(i => i >= 0 && i < demand.Length)
            && cut.Sites.Select(static s => s.Site).Distinct().Count() == cut.Sites.Length
            && cut.Sites.All(s => s.Site >= 0 && s.Site < capacity.Length && s.Served.Distinct().Count() == s.Served.Length && s.Served.All(region.Contains));
    }
}
