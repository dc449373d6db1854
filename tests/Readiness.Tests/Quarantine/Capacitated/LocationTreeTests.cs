using Readiness.Quarantine;
using Readiness.Quarantine.Capacitated;
using Readiness.Tests.Quarantine.Capacitated.Cuts;

namespace Readiness.Tests.Quarantine.Capacitated;

public sealed class LocationTreeTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 10)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Small_problems_reach_the_enumerated_optimum_and_no_bound_is_above_it(int block)
    {
        for (int seed = block * 50; seed < (block + 1) * 50; seed++)
        {
            CapacitatedLocation location = RandomCapacitated.Create(seed, withGaps: seed % 4 == 0);
            AssertOptimal(location, seed);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Real_numbers_reach_it_too(int block)
    {
        for (int seed = block * 600; seed < (block + 1) * 600; seed++)
        {
            AssertOptimal(RandomCapacitated.CreateReal(seed), seed);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Classes_and_separation_are_kept(int block)
    {
        for (int seed = block * 20; seed < (block + 1) * 20; seed++)
        {
            var random = new Random(seed);
            int sites = RandomCapacitated.Create(seed).Sites;
            int[] groups = [.. Enumerable.Range(0, sites).Select(_ => random.Next(-1, 2))];
            bool[,] near = new bool[sites, sites];
            for (int pair = random.Next(4); pair > 0; pair--)
            {
                (int a, int b) = (random.Next(sites), random.Next(sites));
                near[a, b] = near[b, a] = a != b;
            }

            var rules = new OpeningRules(
                groups, [random.Next(2), 0], [2, random.Next(1, 3)], [.. Enumerable.Range(0, sites).Select(a => Enumerable.Range(0, sites).Where(b => near[a, b]).ToArray())]);
            AssertOptimal(RandomCapacitated.Create(seed, rules: rules), seed);
        }
    }

    [Fact]
    public void One_and_two_threads_make_the_same_plan()
    {
        for (int seed = 0; seed < 5; seed++)
        {
            // Smaller ones are not worth a second thread.
            CapacitatedLocation location = CutRelaxationTests.Plane(seed, 101);
            LocationTree one = Run(location, 1e-9, 1, 20);
            LocationTree two = Run(location, 1e-9, 2, 20);

            Assert.Equal((one.Cost, one.Bound, one.Nodes), (two.Cost, two.Bound, two.Nodes));
            Assert.Equal(one.Best.Served(), two.Best.Served());
        }
    }

    [Fact]
    public void A_cost_that_is_enough_ends_the_search()
    {
        CapacitatedLocation location = RandomCapacitated.Create(8, mostSites: 12, mostCustomers: 20);
        double optimum = Run(location, 1e-9, 1, long.MaxValue).Cost;
        Assert.True(double.IsFinite(optimum));
        foreach ((double enough, bool canBe) in new[] { (optimum + 0.5, true), (optimum - 0.5, false) })
        {
            var tree = new LocationTree(location, Clock(), 1e-9, 1, long.MaxValue) { Enough = enough };
            tree.Run();
            Assert.Equal(canBe, tree.Cost <= enough);
            Assert.Equal(!canBe, tree.Bound > enough);
        }
    }

    private static void AssertOptimal(CapacitatedLocation location, int seed)
    {
        var sites = new OpenSites(location);
        double optimum = double.PositiveInfinity;
        foreach (int[] open in RandomCapacitated.Choices(location))
        {
            sites.Reset(open);
            optimum = Math.Min(optimum, sites.Cost());
        }

        LocationTree cut = Run(location, 1e-9, 1, 1);
        Assert.True(cut.Bound <= optimum + 1e-6 && cut.Cost >= optimum - 1e-6, $"seed {seed}, one node: {cut.Bound}, {optimum}, {cut.Cost}");
        LocationTree tree = Run(location, 1e-9, 2, long.MaxValue);
        Assert.True(tree.Cost.Equals(optimum) || Math.Abs(tree.Cost - optimum) < 1e-6, $"seed {seed}: {tree.Cost}, not {optimum}");
        Assert.True(tree.Bound.Equals(optimum) || Math.Abs(tree.Bound - optimum) < 1e-5, $"seed {seed}: bound {tree.Bound}, not {optimum}");
    }

    private static LocationTree Run(CapacitatedLocation location, double gap, int threads, long nodes)
    {
        var tree = new LocationTree(location, Clock(), gap, threads, nodes);
        tree.Run();
        return tree;
    }

    private static SearchClock Clock() => new(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
}
