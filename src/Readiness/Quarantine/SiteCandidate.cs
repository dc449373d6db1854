using System.Collections.Immutable;

namespace Readiness.Quarantine;

/// <summary>A plan that keeps all rules, with its two objective levels.</summary>
internal sealed class SiteCandidate
{
    /// <summary>Relative difference below which two values count as equal.</summary>
    private const double Equality = 1e-6;

    private readonly int[] first;
    private readonly int[] last;

    /// <summary>Takes the openings from the ledger in which all the placements were booked.</summary>
    public SiteCandidate(IndexedLocation location, OccupancyLedger ledger, List<Placement> placements)
    {
        first = [.. ledger.First];
        last = [.. ledger.Last];
        Placements = placements;
        double unserved = location.TotalUnitDays;
        double cost = 0;
        foreach (Placement placement in placements)
        {
            unserved -= placement.Quantity * location.StayDays[placement.Day];
            cost += placement.Quantity * location.Costs[(placement.Customer * location.Sites) + placement.Site];
        }

        for (int j = 0; j < location.Sites; j++)
        {
            LocationSite site = location.Problem.Sites[j];
            cost += last[j] < 0 ? 0 : site.OpeningCost + (site.CostPerOpenDay * (last[j] - first[j] + 1));
        }

        Unserved = Math.Max(0, unserved);
        Cost = cost;
    }

    /// <summary>Unserved unit-days.</summary>
    public double Unserved { get; }

    /// <summary>Cost.</summary>
    public double Cost { get; }

    /// <summary>The placements.</summary>
    public List<Placement> Placements { get; }

    /// <summary>First open day by site; the number of days where closed.</summary>
    public ReadOnlySpan<int> First => first;

    /// <summary>Last open day by site; -1 where closed.</summary>
    public ReadOnlySpan<int> Last => last;

    /// <summary>Whether this one is better, level by level.</summary>
    public bool IsBetterThan(SiteCandidate other)
    {
        double difference = Unserved - other.Unserved;
        double margin = Equality * Math.Max(1, other.Unserved);
        return difference < -margin || (difference <= margin && Cost < other.Cost - (1e-12 * Math.Abs(other.Cost)));
    }

    /// <summary>The plan, sorted by site and by customer, day and site.</summary>
    public SitePlan ToPlan(PlanProof proof)
    {
        ImmutableArray<SiteUse>.Builder uses = ImmutableArray.CreateBuilder<SiteUse>();
        for (int j = 0; j < first.Length; j++)
        {
            if (last[j] >= 0)
            {
                uses.Add(new SiteUse(j, first[j], last[j]));
            }
        }

        IEnumerable<Placement> placements = Placements
            .GroupBy(placement => (placement.Customer, placement.Day, placement.Site))
            .Select(group => new Placement(group.Key.Customer, group.Key.Day, group.Key.Site, group.Sum(placement => placement.Quantity)))
            .OrderBy(placement => placement.Customer).ThenBy(placement => placement.Day).ThenBy(placement => placement.Site);
        return new SitePlan(uses.ToImmutable(), [.. placements], proof);
    }
}
