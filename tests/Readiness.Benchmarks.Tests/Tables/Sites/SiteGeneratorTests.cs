using System.Buffers.Binary;
using System.Security.Cryptography;
using CsCheck;
using Readiness.Benchmarks.Tables.Sites;

namespace Readiness.Benchmarks.Tests.Tables.Sites;

public sealed class SiteGeneratorTests
{
    // What a second implementation, in another language, makes of the same recipe.
    [Fact]
    public void A_seed_gives_the_same_numbers_on_every_platform()
    {
        SiteInstance small = SiteGenerator.Generate(new SiteSize(3, 4, 2.5), seed: 7);

        Assert.Equal([18, 117, 67], small.Capacities);
        Assert.Equal([836.9674683525565, 1787.5405182687862, 883.8081898368027], small.FixedCosts);
        Assert.Equal([33, 7, 14, 27], small.Demands);
        Assert.Equal([2031.8339973989534, 596.3167698731183, 216.2551903890766, 268.30289692086865], small.Costs[..4]);
        Assert.Equal(
            "4750D4E0269E6CC0C2515051A5C67296883A73B9539D00328D688218784B6133", Hash(SiteGenerator.Generate(new SiteSize(20, 50, 3), seed: 1)));
    }

    [Fact]
    public void Demands_capacities_and_costs_are_what_the_recipe_says() =>
        Gen.Select(Gen.Int[1, 40], Gen.Int[1, 60], Gen.Double[1, 12], Gen.Int[0, int.MaxValue]).Sample((facilities, customers, ratio, seed) =>
        {
            SiteInstance instance = SiteGenerator.Generate(new SiteSize(facilities, customers, ratio), seed);

            Assert.Equal((facilities, customers, facilities * customers), (instance.Facilities, instance.Customers, instance.Costs.Length));
            Assert.All(instance.Demands, demand => Assert.True(demand is >= 5 and <= 35 && double.IsInteger(demand)));
            Assert.All(instance.Capacities, capacity => Assert.True(capacity >= 0 && double.IsInteger(capacity)));
            Assert.Equal(Math.Round(ratio * instance.Demands.Sum()), instance.Capacities.Sum());
            Assert.True(instance.Capacities.Sum() >= instance.Demands.Sum());
            for (int j = 0; j < facilities; j++)
            {
                double root = Math.Sqrt(instance.Capacities[j]);
                Assert.InRange(instance.FixedCosts[j], 100 * root, 200 * root);
                for (int i = 0; i < customers; i++)
                {
                    Assert.InRange(instance.Cost(j, i) / instance.Demands[i], 0, 100 * Math.Sqrt(2));
                }
            }
        });

    [Fact]
    public void Capacities_keep_their_proportions_at_every_ratio()
    {
        SiteInstance three = SiteGenerator.Generate(new SiteSize(200, 300, 3), seed: 1);
        SiteInstance five = SiteGenerator.Generate(new SiteSize(200, 300, 5), seed: 1);

        Assert.Equal(three.Demands, five.Demands);
        Assert.Equal(three.Costs, five.Costs);
        Assert.All(three.Capacities.Zip(five.Capacities), pair => Assert.InRange((pair.First / 3) - (pair.Second / 5), -0.6, 0.6));
        Assert.InRange(five.Capacities.Max() / five.Capacities.Min(), 8, 20);
    }

    [Fact]
    public void The_whole_ranges_are_drawn_from()
    {
        SiteInstance instance = SiteGenerator.Generate(new SiteSize(100, 2000, 4), seed: 3);

        Assert.Equal(Enumerable.Range(5, 31).Select(static demand => (double)demand), instance.Demands.Distinct().Order());
        Assert.InRange(instance.Costs.Average() / instance.Demands.Average(), 45, 60);
        double[] factors = [.. instance.FixedCosts.Zip(instance.Capacities, static (cost, capacity) => cost / Math.Sqrt(capacity))];
        Assert.True(factors.Min() < 110 && factors.Max() > 190);
    }

    [Fact]
    public void Another_seed_gives_another_instance() =>
        Assert.NotEqual(Hash(SiteGenerator.Generate(new SiteSize(20, 50, 3), seed: 1)), Hash(SiteGenerator.Generate(new SiteSize(20, 50, 3), seed: 2)));

    private static string Hash(SiteInstance instance)
    {
        double[] numbers = [.. instance.Capacities, .. instance.FixedCosts, .. instance.Demands, .. instance.Costs];
        byte[] bytes = new byte[8 * numbers.Length];
        for (int k = 0; k < numbers.Length; k++)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(8 * k), numbers[k]);
        }

        return Convert.ToHexString(SHA256.HashData(bytes));
    }
}
