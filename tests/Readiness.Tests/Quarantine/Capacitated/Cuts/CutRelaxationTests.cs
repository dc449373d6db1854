using Readiness.Quarantine;
using Readiness.Quarantine.Capacitated;
using Readiness.Quarantine.Capacitated.Cuts;

namespace Readiness.Tests.Quarantine.Capacitated.Cuts;

public sealed class CutRelaxationTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 8)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Trees_with_cuts_reach_the_enumerated_optimum_and_no_bound_is_above_it(int block)
    {
        for (int seed = block * 40; seed < (block + 1) * 40; seed++)
        {
            CapacitatedLocation location = seed % 2 == 0 ? RandomCapacitated.Create(seed, withGaps: seed % 4 == 0) : RandomCapacitated.CreateReal(seed);
            var sites = new OpenSites(location);
            double optimum = double.PositiveInfinity;
            foreach (int[] open in RandomCapacitated.Choices(location))
            {
                sites.Reset(open);
                optimum = Math.Min(optimum, sites.Cost());
            }

            LocationTree tree = Run(location, 1e-9, 2, long.MaxValue);

            Assert.True(tree.Cost.Equals(optimum) || Math.Abs(tree.Cost - optimum) < 1e-6, $"seed {seed}: {tree.Cost}, not {optimum}");
            Assert.True(tree.Bound.Equals(optimum) || Math.Abs(tree.Bound - optimum) < 1e-5, $"seed {seed}: bound {tree.Bound}, not {optimum}");
        }
    }

    [Fact]
    public void Cuts_close_much_of_the_gap_of_the_root_and_no_bound_is_above_the_optimum()
    {
        (double gap, double closed) = (0, 0);
        for (int seed = 0; seed < 8; seed++)
        {
            CapacitatedLocation location = Plane(seed, 25);
            double optimum = Run(location, 1e-9, 2, long.MaxValue, long.MaxValue).Cost;
            (double without, double with) = Bounds(location, optimum);
            Assert.True(with <= optimum + 1e-6, $"seed {seed}: {with} above {optimum}");
            gap += optimum - without;
            closed += with - without;
        }

        Assert.True(closed > gap / 3, $"{closed} of {gap}");
    }

    // Of the linear relaxation, without cuts and with them.
    private static (double Without, double With) Bounds(CapacitatedLocation location, double optimum)
    {
        var fixing = new Fixing[location.Sites];
        double[] open = [.. Enumerable.Repeat(1.0, location.Sites)];
        using var relaxation = new CutRelaxation(location, Clock(), [.. Enumerable.Repeat(100.0, location.Customers)], open, fixing, []);
        relaxation.Solve(relaxation.Best, relaxation.Cuts, fixing, optimum * 1.001, optimum);
        double without = relaxation.Bound;
        for (int round = 0; round < 15; round++)
        {
            relaxation.Add(relaxation.Separate());
            relaxation.Solve(relaxation.Best, relaxation.Cuts, fixing, optimum * 1.001, optimum);
        }

        return (without, relaxation.Bound);
    }

    [Fact]
    public void One_and_two_threads_make_the_same_plan_with_cuts()
    {
        for (int seed = 0; seed < 3; seed++)
        {
            // Smaller ones are not worth a second thread.
            CapacitatedLocation location = Plane(seed, 101);
            LocationTree one = Run(location, 1e-9, 1, 40);
            LocationTree two = Run(location, 1e-9, 2, 40);

            Assert.Equal((one.Cost, one.Bound, one.Nodes), (two.Cost, two.Bound, two.Nodes));
            Assert.Equal(one.Best.Served(), two.Best.Served());
        }
    }

    /// <summary>Points in a square, with sites of five times the room that is needed.</summary>
    internal static CapacitatedLocation Plane(int seed, int size)
    {
        var random = new Random(seed);
        (double X, double Y)[] sites = [.. Enumerable.Range(0, size).Select(_ => (random.NextDouble() * 50, random.NextDouble() * 50))];
        (double X, double Y)[] customers = [.. Enumerable.Range(0, size).Select(_ => (random.NextDouble() * 50, random.NextDouble() * 50))];
        double[] capacity = [.. sites.Select(_ => 40.0 + random.Next(120))];
        return new CapacitatedLocation(
            capacity,
            [.. capacity.Select(c => (100 + random.Next(100)) * Math.Sqrt(c))],
            [.. customers.Select(_ => 5.0 + random.Next(31))],
            [.. sites.SelectMany(s => customers.Select(c => Math.Sqrt(((s.X - c.X) * (s.X - c.X)) + ((s.Y - c.Y) * (s.Y - c.Y)))))],
            new Fixing[size]);
    }

    private static LocationTree Run(CapacitatedLocation location, double gap, int threads, long nodes, long before = 0)
    {
        var tree = new LocationTree(location, Clock(), gap, threads, nodes) { NodesBeforeCuts = before };
        tree.Run();
        return tree;
    }

    private static SearchClock Clock() => new(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
}
