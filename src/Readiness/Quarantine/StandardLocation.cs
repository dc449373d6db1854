using System.Collections.Immutable;

namespace Readiness.Quarantine;

/// <summary>The classic location problems of one day, posed as <see cref="LocationProblem"/>s. More limits may be set on what is returned.</summary>
/// <remarks>In the programmes y_j is 1 if site j is open, x_ij the share of customer i that site j serves, d_i the demand, c_ij the cost or distance per unit.</remarks>
public static class StandardLocation
{
    /// <summary>
    /// p-median: min Σ d_i c_ij x_ij with Σ_j x_ij = 1, x_ij ≤ y_j, Σ y_j = p (S. L. Hakimi, Operations Research 12, 1964, doi:10.1287/opre.12.3.450).
    /// </summary>
    /// <param name="demand">Demand, by customer; 0 or more.</param>
    /// <param name="distances">Distance of customer i to site j at index i × sites + j; 0 or more.</param>
    /// <param name="sites">Number of sites.</param>
    /// <param name="p">Sites to open; 1 to <paramref name="sites"/>.</param>
    public static LocationProblem PMedian(ImmutableArray<double> demand, ImmutableArray<double> distances, int sites, int p) =>
        Unlimited(demand, distances, sites) with { LeastSites = p, MostSites = p, AssignmentCosts = distances };

    /// <summary>
    /// p-center: min r with c_ij x_ij ≤ r for all pairs, Σ_j x_ij = 1, x_ij ≤ y_j, Σ y_j ≤ p (S. L. Hakimi, as above; E. Minieka, SIAM Review 12, 1970,
    /// doi:10.1137/1012016). Customers without demand do not count.
    /// </summary>
    /// <param name="demand">Demand, by customer; 0 or more.</param>
    /// <param name="distances">Distance of customer i to site j at index i × sites + j; 0 or more.</param>
    /// <param name="sites">Number of sites.</param>
    /// <param name="p">Most sites to open; 1 or more.</param>
    public static LocationProblem PCenter(ImmutableArray<double> demand, ImmutableArray<double> distances, int sites, int p) =>
        Unlimited(demand, distances, sites) with
        {
            MostSites = p,
            Objectives = [LocationCriterion.Unserved, LocationCriterion.Farthest],
        };

    /// <summary>
    /// Set cover: min Σ y_j with Σ_(j: c_ij ≤ r) y_j ≥ 1 for all i (C. Toregas, R. Swain, C. ReVelle, L. Bergman, Operations Research 19, 1971,
    /// doi:10.1287/opre.19.6.1363). Customers in reach of no site stay unserved.
    /// </summary>
    /// <param name="demand">Demand, by customer; 0 or more.</param>
    /// <param name="distances">Distance of customer i to site j at index i × sites + j; 0 or more.</param>
    /// <param name="sites">Number of sites.</param>
    /// <param name="radius">Distance r up to which a site covers; 0 or more.</param>
    public static LocationProblem SetCover(ImmutableArray<double> demand, ImmutableArray<double> distances, int sites, double radius) =>
        Unlimited(demand, distances, sites) with
        {
            MaxDistance = radius,
            Objectives = [LocationCriterion.Unserved, LocationCriterion.SiteCount],
        };

    /// <summary>
    /// Maximal cover: max Σ d_i z_i with z_i ≤ Σ_(j: c_ij ≤ r) y_j, z_i ≤ 1, Σ y_j ≤ p (R. Church, C. ReVelle, Papers of the Regional Science Association 32, 1974,
    /// doi:10.1111/j.1435-5597.1974.tb00902.x).
    /// </summary>
    /// <param name="demand">Demand, by customer; 0 or more.</param>
    /// <param name="distances">Distance of customer i to site j at index i × sites + j; 0 or more.</param>
    /// <param name="sites">Number of sites.</param>
    /// <param name="radius">Distance r up to which a site covers; 0 or more.</param>
    /// <param name="p">Most sites to open; 1 or more.</param>
    public static LocationProblem MaximalCover(
        ImmutableArray<double> demand, ImmutableArray<double> distances, int sites, double radius, int p) =>
        Unlimited(demand, distances, sites) with
        {
            MaxDistance = radius,
            MostSites = p,
            Objectives = [LocationCriterion.Unserved],
        };

    /// <summary>
    /// Backup cover: of the plans that cover most, max Σ d_i w_i with w_i ≤ Σ_(j≠k: c_ij ≤ r) y_j for all k within r, w_i ≤ 1, Σ y_j ≤ p: the demand covered twice.
    /// Where p sites can cover everybody it is BACOP1 of K. Hogan and C. ReVelle (Management Science 32, 1986, doi:10.1287/mnsc.32.11.1434), and else the end of their
    /// BACOP2 at which first coverage weighs all; with the first two of <see cref="LocationProblem.Objectives"/> exchanged, it is the other end.
    /// </summary>
    /// <param name="demand">Demand, by customer; 0 or more.</param>
    /// <param name="distances">Distance of customer i to site j at index i × sites + j; 0 or more.</param>
    /// <param name="sites">Number of sites.</param>
    /// <param name="radius">Distance r up to which a site covers; 0 or more.</param>
    /// <param name="p">Most sites to open; 1 or more.</param>
    public static LocationProblem BackupCover(
        ImmutableArray<double> demand, ImmutableArray<double> distances, int sites, double radius, int p) =>
        Unlimited(demand, distances, sites) with
        {
            MaxDistance = radius,
            MostSites = p,
            Objectives = [LocationCriterion.Unserved, LocationCriterion.WithoutBackup],
        };

    private static LocationProblem Unlimited(ImmutableArray<double> demand, ImmutableArray<double> distances, int sites)
    {
        double room = Math.Max(1, demand.Sum());
        return new LocationProblem
        {
            Sites = [.. Enumerable.Range(0, sites).Select(j => new LocationSite($"site {j}", room))],
            Customers = [.. demand.Select((units, i) => new LocationCustomer($"customer {i}", [units]))],
            Distances = distances,
            AssignmentCosts = [.. new double[demand.Length * sites]],
        };
    }
}
