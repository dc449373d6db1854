using CsCheck;
using Readiness.Quarantine.Capacitated;
using Readiness.Quarantine.Capacitated.Cuts;

namespace Readiness.Tests.Quarantine.Capacitated.Cuts;

public sealed class FlowCutTests
{
    [Fact]
    public void Rounding_keeps_every_whole_solution() =>
        Gen.Select(Gen.Int[1, 60], Gen.Int[-40, 40].Array[3], Gen.Int[0, 4].Array[3], Gen.Int[0, 30], Gen.Double[0.5, 25]).Sample((amount, weights, whole, rest, divisor) =>
        {
            double reached = weights.Zip(whole, static (weight, z) => weight * z).Sum() + rest;
            var rounding = new RoundingFunction(amount, divisor);
            Assert.True(reached < amount
                || weights.Zip(whole, (weight, z) => rounding.Of(weight) * z).Sum() + rest >= rounding.Wanted - 1e-9);
        });

    [Fact]
    public void A_cut_holds_for_every_way_to_serve_all()
    {
        int reached = 0;
        for (int seed = 0; seed < 400; seed++)
        {
            CapacitatedLocation location = RandomCapacitated.CreateReal(seed);
            var random = new Random(seed);
            FlowCut cut = Random(location, random);
            foreach (int[] open in RandomCapacitated.Choices(location))
            {
                if (Serve(location, open, cut, random) is { } served)
                {
                    double left = cut.Sites.Select((site, k) => cut.Served[k].Sum(i => served[site, i]) + (open.Contains(site) ? cut.SiteWeights[k] : 0)).Sum();
                    Assert.True(left <= cut.Limit + 1e-6, $"seed {seed}: {left} > {cut.Limit}");
                    reached += left > cut.Limit - 1e-6 ? 1 : 0;
                }
            }
        }

        // Some are as tight as can be, or the test would show little.
        Assert.True(reached > 20, $"{reached}");
    }

    [Fact]
    public void Half_a_site_for_a_region_that_needs_a_whole_one_is_cut_off()
    {
        // Two sites of 10 for one customer of 10 and one of 5: one and a half of them are open, and none serves more of a customer than it is open.
        var location = new CapacitatedLocation([10, 10], [7, 7], [10, 5], [0, 0, 0, 0], new Fixing[2]);
        var point = new FractionalPoint([1, 0.5], 2);
        point.Add(0, 0, 7.5);
        point.Add(0, 1, 2.5);
        point.Add(1, 0, 2.5);
        point.Add(1, 1, 2.5);

        FlowCut cut = Assert.Single(new CutSeparation(location).Find(point, static () => false));

        Assert.Equal([0, 1], cut.Sites.Order());
        Assert.True(10 + 5 + cut.SiteWeights.Zip(cut.Sites, (weight, site) => weight * point.Open[site]).Sum() > cut.Limit + 0.1);
    }

    private static FlowCut Random(CapacitatedLocation location, Random random)
    {
        int[] region = [.. Enumerable.Range(0, location.Customers).Where(_ => random.Next(3) > 0).DefaultIfEmpty(0)];
        int[] sites = [.. Enumerable.Range(0, location.Sites).Where(_ => random.Next(3) > 0).DefaultIfEmpty(0)];
        int[][] served = [.. sites.Select(_ => region.Where(_ => random.Next(4) > 0).DefaultIfEmpty(region[0]).ToArray())];
        double divisor = random.Next(2) == 0 ? location.Capacity[sites[0]] : 0.5 + (20 * random.NextDouble());
        return new FlowCut(location, region, sites, served, [.. sites.Select(_ => random.Next(2) == 0)], divisor);
    }

    // Customers of the region go first, to sites of the cut if they can: that is where a cut is tightest. Null if the sites do not hold all.
    private static double[,]? Serve(CapacitatedLocation location, int[] open, FlowCut cut, Random random)
    {
        double[,] served = new double[location.Sites, location.Customers];
        double[] room = [.. location.Capacity];
        foreach (int customer in Enumerable.Range(0, location.Customers).OrderBy(i => cut.Customers.Contains(i) ? 0 : 1).ThenBy(_ => random.Next()))
        {
            double left = location.Demand[customer];
            foreach (int site in open.OrderBy(j => Array.IndexOf(cut.Sites, j) is int k && k >= 0 && cut.Served[k].Contains(customer) ? 0 : 1).ThenBy(_ => random.Next()))
            {
                double taken = Math.Min(left, room[site]);
                served[site, customer] += taken;
                room[site] -= taken;
                left -= taken;
            }

            if (left > 1e-9)
            {
                return null;
            }
        }

        return served;
    }
}
