using System.Collections.Immutable;
using System.Globalization;
using Readiness.Quarantine;

namespace Readiness.Benchmarks.Tables.Sites;

/// <summary>Poses an instance to <see cref="SitePlanner"/> as a location problem of one day, and reads the plan as shares.</summary>
/// <remarks>
/// The library charges per unit of demand, so a customer without demand is not part of the problem. But such a customer has to be assigned too, and may cost
/// something: it rides along, at the cheapest facility that is in use anyway. No solution can serve these customers for less than <see cref="LeastRiders"/>.
/// </remarks>
internal sealed class SiteTranslation
{
    private readonly SiteInstance instance;
    private readonly int[] customers;
    private readonly int[] riders;

    /// <summary>Translates an instance.</summary>
    public SiteTranslation(SiteInstance instance)
    {
        this.instance = instance;
        customers = [.. Enumerable.Range(0, instance.Customers).Where(i => instance.Demands[i] > 0)];
        riders = [.. Enumerable.Range(0, instance.Customers).Where(i => instance.Demands[i] <= 0)];
        var costs = ImmutableArray.CreateBuilder<double>(customers.Length * instance.Facilities);
        foreach (int i in customers)
        {
            for (int j = 0; j < instance.Facilities; j++)
            {
                costs.Add(instance.Cost(j, i) / instance.Demands[i]);
            }
        }

        Problem = new LocationProblem
        {
            Sites = [.. Enumerable.Range(0, instance.Facilities).Select(Site)],
            Customers = [.. customers.Select(i => new LocationCustomer(Text(i), [instance.Demands[i]]))],
            AssignmentCosts = costs.MoveToImmutable(),
        };
        LeastRiders = riders.Sum(i => Enumerable.Range(0, instance.Facilities).Min(j => instance.Cost(j, i)));
    }

    /// <summary>The problem of the customers that have demand.</summary>
    public LocationProblem Problem { get; }

    /// <summary>What the customers without demand cost at least.</summary>
    public double LeastRiders { get; }

    /// <summary>The shares of a plan, by facility and customer, without dust.</summary>
    public List<SiteShare> Shares(SitePlan plan)
    {
        List<SiteShare> shares = [];
        foreach (Placement placement in plan.Placements)
        {
            int i = customers[placement.Customer];
            double share = placement.Quantity / instance.Demands[i];
            if (share >= SiteShare.Least)
            {
                shares.Add(new SiteShare(placement.Site, i, share));
            }
        }

        if (riders.Length > 0)
        {
            AddRiders(shares);
        }

        return [.. shares.OrderBy(share => share.Facility).ThenBy(share => share.Customer)];
    }

    /// <summary>What the customers without demand add to the cost of a plan; the facility too if they have one to themselves.</summary>
    public double RiderCost(IReadOnlyList<SiteShare> shares) =>
        shares.Where(share => instance.Demands[share.Customer] <= 0).Sum(share => share.Share * instance.Cost(share.Facility, share.Customer))
        + (customers.Length == 0 ? instance.FixedCosts[shares[0].Facility] : 0);

    private void AddRiders(List<SiteShare> shares)
    {
        int[] used = [.. shares.Select(share => share.Facility).Distinct()];
        if (used.Length == 0)
        {
            used = [Enumerable.Range(0, instance.Facilities).MinBy(j => instance.FixedCosts[j] + riders.Sum(i => instance.Cost(j, i)))];
        }

        shares.AddRange(riders.Select(i => new SiteShare(used.MinBy(j => instance.Cost(j, i)), i, 1)));
    }

    // A site of the library has some capacity; one that has none here may not open.
    private LocationSite Site(int j) => instance.Capacities[j] > 0
        ? new LocationSite(Text(j), instance.Capacities[j], instance.FixedCosts[j])
        : new LocationSite(Text(j), 1, instance.FixedCosts[j], Opening: OpeningRule.Forbidden);

    private static string Text(int index) => index.ToString(CultureInfo.InvariantCulture);
}
