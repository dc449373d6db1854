using System.Collections.Immutable;

namespace Readiness.Quarantine;

/// <summary>Finds what a plan leaves unserved, and why.</summary>
internal static class UnservedCauses
{
    private const double Tolerance = 1e-6;

    /// <summary>The unserved demand, by customer and day.</summary>
    public static ImmutableArray<UnservedDemand> Of(IndexedLocation location, SitePlan plan)
    {
        LocationProblem problem = location.Problem;
        double[,] served = new double[problem.Customers.Length, problem.Days];
        foreach (Placement placement in plan.Placements)
        {
            served[placement.Customer, placement.Day] += placement.Quantity;
        }

        var found = ImmutableArray.CreateBuilder<UnservedDemand>();
        for (int i = 0; i < problem.Customers.Length; i++)
        {
            for (int day = 0; day < problem.Days; day++)
            {
                double demand = problem.Customers[i].Demand[day];
                double rest = demand - served[i, day];
                if (rest > Tolerance * Math.Max(1, demand))
                {
                    found.Add(new UnservedDemand(i, day, rest, CauseOf(location, plan, i, day)));
                }
            }
        }

        return found.ToImmutable();
    }

    private static UnservedCause CauseOf(IndexedLocation location, SitePlan plan, int customer, int day)
    {
        int[] sites = [.. Enumerable.Range(0, location.Sites).Where(site => location.IsAllowed(customer, day, site))];
        return sites.Length == 0 ? UnservedCause.OutOfReach
            : sites.Any(site => !plan.Sites.Any(use => use.Site == site && use.FirstDay <= day && use.LastDay >= location.StayEnd[day])) ? UnservedCause.SiteClosed
            : UnservedCause.NoRoom;
    }
}
