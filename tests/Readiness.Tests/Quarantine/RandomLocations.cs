using System.Collections.Immutable;
using Readiness.Quarantine;

namespace Readiness.Tests.Quarantine;

/// <summary>Seeded problems with whole numbers everywhere, so that equal values compare exactly.</summary>
internal static class RandomLocations
{
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
}
