using System.Collections.Immutable;

namespace Readiness.Quarantine;

/// <summary>A plan with its values. It keeps all rules but those about which sites open together.</summary>
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
            int pair = (placement.Customer * location.Sites) + placement.Site;
            unserved -= placement.Quantity * location.StayDays[placement.Day];
            cost += placement.Quantity * location.Costs[pair];
            Farthest = location.Problem.Distances.IsEmpty ? 0 : Math.Max(Farthest, location.Problem.Distances[pair]);
        }

        for (int j = 0; j < location.Sites; j++)
        {
            LocationSite site = location.Problem.Sites[j];
            cost += last[j] < 0 ? 0 : site.OpeningCost + (site.CostPerOpenDay * (last[j] - first[j] + 1));
        }

        SiteCount = last.Count(day => day >= 0);
        Unserved = Math.Max(0, unserved);
        Cost = cost;
    }

    /// <summary>Unserved unit-days.</summary>
    public double Unserved { get; }

    /// <summary>Cost.</summary>
    public double Cost { get; }

    /// <summary>Largest distance of anyone served.</summary>
    public double Farthest { get; }

    /// <summary>Sites that open.</summary>
    public int SiteCount { get; }

    /// <summary>The placements.</summary>
    public List<Placement> Placements { get; }

    /// <summary>First open day by site; the number of days where closed.</summary>
    public ReadOnlySpan<int> First => first;

    /// <summary>Last open day by site; -1 where closed.</summary>
    public ReadOnlySpan<int> Last => last;

    /// <summary>Whether a site opens at some time.</summary>
    public bool IsOpen(int site) => last[site] >= 0;

    /// <summary>The value by a criterion.</summary>
    public double Of(LocationCriterion criterion) => criterion switch
    {
        LocationCriterion.Unserved => Unserved,
        LocationCriterion.Farthest => Farthest,
        LocationCriterion.SiteCount => SiteCount,
        _ => Cost,
    };

    /// <summary>Whether this one serves more, or as much and is better by a criterion, or at equal values of that cheaper.</summary>
    public bool IsBetterThan(SiteCandidate other, LocationCriterion criterion = LocationCriterion.Cost)
    {
        double difference = Unserved - other.Unserved;
        double margin = Equality * Math.Max(1, other.Unserved);
        if (Math.Abs(difference) > margin)
        {
            return difference < 0;
        }

        bool isTie = criterion is LocationCriterion.Unserved or LocationCriterion.Cost || Of(criterion) == other.Of(criterion);
        return isTie ? Cost < other.Cost - (1e-12 * Math.Abs(other.Cost)) : Of(criterion) < other.Of(criterion);
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
