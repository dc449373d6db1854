using System.Collections.Immutable;
using Readiness.Quarantine;

namespace Readiness.Tests.Quarantine;

/// <summary>Seeded problems with whole numbers everywhere, so that equal values compare exactly.</summary>
internal static class RandomLocations
{
    private static readonly string[] Classes = ["hotel", "hospital"];

    private static readonly ImmutableArray<LocationCriterion>[] Orders =
    [
        [LocationCriterion.Unserved],
        [LocationCriterion.Unserved, LocationCriterion.Cost],
        [LocationCriterion.Unserved, LocationCriterion.SiteCount, LocationCriterion.Cost],
        [LocationCriterion.Unserved, LocationCriterion.Farthest, LocationCriterion.Cost],
        [LocationCriterion.Unserved, LocationCriterion.Farthest, LocationCriterion.SiteCount, LocationCriterion.Cost],
        [LocationCriterion.Unserved, LocationCriterion.SiteCount, LocationCriterion.Farthest],
    ];

    public static LocationProblem Create(
        int seed, int mostSites = 3, int mostDays = 3, int mostCustomers = 2, int mostDemand = 2, bool whole = true, bool? singleSource = null)
    {
        var random = new Random(seed);
        int sites = 1 + random.Next(mostSites);
        int days = 1 + random.Next(mostDays);
        int customers = 1 + random.Next(mostCustomers);
        ImmutableArray<double> Series(int length, int from, int to) => [.. Enumerable.Range(0, length).Select(_ => (double)random.Next(from, to + 1))];
        return new LocationProblem
        {
            Days = days,
            LengthOfStay = 1 + random.Next(3),
            WholeUnits = whole,
            SingleSource = singleSource ?? random.Next(3) == 0,
            Sites = [.. Enumerable.Range(0, sites).Select(j => new LocationSite(
                $"s{j}", 1 + random.Next(4), random.Next(6), random.Next(3), random.Next(6) == 0 ? days : random.Next(days),
                random.Next(6) switch { 0 => OpeningRule.MustOpen, 1 => OpeningRule.Forbidden, _ => OpeningRule.Free }))],
            Customers = [.. Enumerable.Range(0, customers).Select(i => new LocationCustomer($"c{i}", Series(days, 0, mostDemand)))],
            AssignmentCosts = [.. Enumerable.Range(0, customers * sites)
                .Select(_ => random.Next(6) == 0 ? double.PositiveInfinity : random.Next(5))],
            Resources = [.. Enumerable.Range(0, random.Next(3)).Select(r => new SiteResource(
                $"r{r}", random.Next(2) == 0, Series(days, 1, 6), Series(sites, 0, 2), Series(sites, 0, 2)))],
        };
    }

    /// <summary>A multi-period problem of middling size and scarcity.</summary>
    public static LocationProblem Middling(int seed, bool whole = true)
    {
        LocationProblem tiny = Create(seed, 5, 8, 5, 6, whole, singleSource: false);
        return tiny with { Sites = [.. tiny.Sites.Select(site => site with { Capacity = site.Capacity * 3 })] };
    }

    /// <summary>An order of criteria.</summary>
    public static ImmutableArray<LocationCriterion> Order(Random random) => Orders[random.Next(Orders.Length)];

    /// <summary>An order of criteria with those about the worst-off, about backups or both, before and after the number of unserved.</summary>
    public static ImmutableArray<LocationCriterion> FairOrder(Random random)
    {
        List<LocationCriterion> own = random.Next(3) switch
        {
            0 => [LocationCriterion.WorstOff],
            1 => [LocationCriterion.WithoutBackup],
            _ => [LocationCriterion.WorstOff, LocationCriterion.WithoutBackup],
        };
        List<LocationCriterion> order = [LocationCriterion.Unserved];
        foreach (LocationCriterion criterion in (LocationCriterion[])[LocationCriterion.SiteCount, LocationCriterion.Farthest])
        {
            if (random.Next(3) == 0)
            {
                order.Insert(random.Next(1, order.Count + 1), criterion);
            }
        }

        foreach (LocationCriterion criterion in own)
        {
            order.Insert(random.Next(order.Count + 1), criterion);
        }

        return [.. order, .. random.Next(2) == 0 ? (LocationCriterion[])[LocationCriterion.Cost] : []];
    }

    /// <summary>A tiny problem of several days, with resources or indivisible demand, and with distances, classes and every rule about sites.</summary>
    public static LocationProblem Ruled(int seed, int mostDays = 3)
    {
        LocationProblem tiny = Create(seed + 10_000, mostDays: mostDays);
        var random = new Random(seed);
        int sites = tiny.Sites.Length;
        double[] apart = [.. Enumerable.Range(0, sites).Select(_ => (double)random.Next(20))];
        return WithLimits(
            tiny with
            {
                Sites = [.. tiny.Sites.Select(site => site with { Class = random.Next(4) == 0 ? null : Classes[random.Next(2)] })],
                Customers = [.. tiny.Customers.Select(customer => customer with { Classes = random.Next(4) == 0 ? [Classes[random.Next(2)]] : [] })],
                Distances = [.. tiny.AssignmentCosts.Select(_ => (double)random.Next(12))],
                SiteDistances = [.. Enumerable.Range(0, sites * sites).Select(k => Math.Abs(apart[k / sites] - apart[k % sites]))],
                MaxDistance = random.Next(3) == 0 ? 3 + random.Next(8) : double.PositiveInfinity,
                Objectives = Order(random),
            },
            random);
    }

    /// <summary>The problem with limits, valid ones, on which sites open together.</summary>
    public static LocationProblem WithLimits(LocationProblem problem, Random random)
    {
        bool MayOpen(LocationSite site) => site.Opening != OpeningRule.Forbidden && site.EarliestDay < problem.Days;
        bool MustOpen(LocationSite site) => site.Opening == OpeningRule.MustOpen && site.EarliestDay < problem.Days;
        int least = random.Next(3) == 0 ? random.Next(problem.Sites.Count(MayOpen) + 1) : 0;
        double nearest = problem.Sites.Index().SelectMany(a => problem.Sites.Index()
            .Where(b => a.Index < b.Index && MustOpen(a.Item) && MustOpen(b.Item))
            .Select(b => problem.SiteDistances[(a.Index * problem.Sites.Length) + b.Index])).DefaultIfEmpty(20).Min();
        return problem with
        {
            LeastSites = least,
            MostSites = random.Next(2) == 0 ? Math.Max(Math.Max(1, problem.Sites.Count(MustOpen)), least + random.Next(2)) : int.MaxValue,
            LeastSeparation = random.Next(3) == 0 ? Math.Min(nearest, random.Next(8)) : 0,
            ClassLimits = random.Next(3) == 0
                ? [new SiteClassLimit("hotel", 0, Math.Max(random.Next(3), problem.Sites.Count(site => site.Class == "hotel" && MustOpen(site))))]
                : random.Next(3) == 0
                    ? [new SiteClassLimit("hospital", Math.Min(1, problem.Sites.Count(site => site.Class == "hospital" && MayOpen(site))))]
                    : [],
        };
    }
}
