using System.Collections.Immutable;
using Readiness.Benchmarks.Tables.Sites;

namespace Readiness.Benchmarks.Tables.National;

/// <summary>
/// Where to gather what the hospitals of a country need: every hospital asks for as many units as it has staffed beds, and the largest hospitals are the
/// candidate sites. A unit costs a kilometre's worth per kilometre of the great circle to its site.
/// </summary>
internal sealed class NationalInstance
{
    /// <summary>Total capacity of the candidate sites, in parts of the total demand. A site has its share of it by its beds.</summary>
    public const double CapacityRatio = 1.5;

    /// <summary>
    /// Fixed cost of every site, in unit-kilometres. A third of the sites was wanted to open, but at this <see cref="CapacityRatio"/> the 270 largest of the shipped 500
    /// are the fewest that hold all demand, however dear a site is. With this cost about 285 open.
    /// </summary>
    public const double FixedCost = 400_000;

    private const long MostPairs = 100_000_000;

    /// <summary>Poses the problem.</summary>
    /// <param name="hospitals">The hospitals; at least one.</param>
    /// <param name="sites">Candidate sites: so many hospitals with the most beds, the earlier in the list before the later; all of them if there are no more.</param>
    /// <exception cref="TableRequestException">There are too many pairs of a hospital and a site.</exception>
    public NationalInstance(ImmutableArray<Hospital> hospitals, int sites)
    {
        Hospitals = hospitals;
        Sites = [.. hospitals.OrderByDescending(static hospital => hospital.Beds).Take(sites)];
        if ((long)Hospitals.Length * Sites.Length > MostPairs)
        {
            throw new TableRequestException(FormattableString.Invariant(
                $"--sites: {Hospitals.Length} hospitals and {Sites.Length} sites are more than {MostPairs} pairs; ask for fewer sites."));
        }

        double scale = CapacityRatio * Hospitals.Sum(static hospital => hospital.Beds) / Sites.Sum(static site => site.Beds);
        double[] fixedCosts = new double[Sites.Length];
        Array.Fill(fixedCosts, FixedCost);
        Problem = new SiteInstance(
            [.. Sites.Select(site => scale * site.Beds)],
            fixedCosts,
            [.. Hospitals.Select(static hospital => hospital.Beds)],
            [.. Hospitals.SelectMany(_ => Sites, static (hospital, site) => hospital.Beds * hospital.Place.DistanceKm(site.Place))]);
    }

    /// <summary>The customers of <see cref="Problem"/>.</summary>
    public ImmutableArray<Hospital> Hospitals { get; }

    /// <summary>The facilities of <see cref="Problem"/>.</summary>
    public ImmutableArray<Hospital> Sites { get; }

    /// <summary>The location problem.</summary>
    public SiteInstance Problem { get; }

    /// <summary>Distance that a share travels, in kilometres.</summary>
    public double Km(SiteShare share) => Hospitals[share.Customer].Place.DistanceKm(Sites[share.Facility].Place);
}
