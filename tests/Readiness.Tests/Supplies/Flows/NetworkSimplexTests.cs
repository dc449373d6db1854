using Readiness.Supplies.Flows;

namespace Readiness.Tests.Supplies.Flows;

public sealed class NetworkSimplexTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_flow_is_that_of_the_linear_programme_cold_and_after_every_kind_of_change(bool degenerate)
    {
        for (int seed = 0; seed < 200; seed++)
        {
            ItemNetwork network = RandomNetworks.Create(seed, degenerate);
            var random = new Random(-1 - seed);
            var simplex = new NetworkSimplex(network);
            AssertOptimal(network, simplex);
            for (int change = 0; change < 3; change++)
            {
                int arc = random.Next(network.ArcCount);
                switch (random.Next(3))
                {
                    case 0:
                        simplex.Cost[arc] += random.Next(5);
                        simplex.CostsChanged();
                        break;
                    case 1:
                        simplex.Capacity[arc] = arc < network.ArcCount - (2 * network.Root) ? random.Next(3) : simplex.Capacity[arc];
                        simplex.Repair();
                        break;
                    default:
                        int more = random.Next(-2, 3);
                        simplex.Supply[random.Next(network.Root)] += more;
                        simplex.Supply[network.Root] = -simplex.Supply.AsSpan(0, network.Root).ToArray().Sum();
                        simplex.Repair();
                        break;
                }

                AssertOptimal(network, simplex);
            }
        }
    }

    [Fact]
    public void Networks_of_items_are_solved_to_the_optimum()
    {
        for (int seed = 0; seed < 150; seed++)
        {
            var networks = CoupledNetworks.Create(RandomWeighted.Create(seed), threads: 1, static () => false)!;
            foreach (ItemNetwork network in networks.Items)
            {
                AssertOptimal(network, new NetworkSimplex(network));
            }
        }
    }

    [Fact]
    public void A_warm_start_pivots_less_than_a_cold_one()
    {
        var networks = CoupledNetworks.Create(RandomWeighted.Create(7, mostPlaces: 20, mostItems: 1, mostDays: 20), threads: 1, static () => false)!;
        ItemNetwork network = networks.Items[0];
        var simplex = new NetworkSimplex(network);
        Assert.True(simplex.Solve(static () => false));
        long cold = simplex.Pivots;

        simplex.Cost[network.UnservedFirst] += 1;
        simplex.CostsChanged();
        Assert.True(simplex.Solve(static () => false));
        Assert.InRange(simplex.Pivots - cold, 0, cold / 2);
    }

    private static void AssertOptimal(ItemNetwork network, NetworkSimplex simplex)
    {
        Assert.True(simplex.Solve(static () => false));
        long[] balance = [.. simplex.Supply];
        double cost = 0;
        for (int e = 0; e < network.ArcCount; e++)
        {
            Assert.InRange(simplex.Flow[e], 0, simplex.Capacity[e]);
            balance[network.Source[e]] -= simplex.Flow[e];
            balance[network.Target[e]] += simplex.Flow[e];
            cost += simplex.Flow[e] * simplex.Cost[e];
        }

        Assert.All(balance, static rest => Assert.Equal(0, rest));
        double optimum = RandomNetworks.Optimum(network, simplex);
        Assert.Equal(optimum, cost, 1e-7 * Math.Max(1, Math.Abs(optimum)));
    }
}
