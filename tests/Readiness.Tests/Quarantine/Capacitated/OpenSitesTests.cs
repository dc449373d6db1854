using Readiness.Quarantine.Capacitated;
using Readiness.Solving;

namespace Readiness.Tests.Quarantine.Capacitated;

public sealed class OpenSitesTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 8)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Opening_and_closing_keeps_the_cheapest_way_to_serve_everyone(int block)
    {
        for (int seed = block * 25; seed < (block + 1) * 25; seed++)
        {
            CapacitatedLocation location = RandomCapacitated.Create(seed, withGaps: seed % 3 == 0);
            var random = new Random(seed);
            var sites = new OpenSites(location);
            sites.Reset(Enumerable.Range(0, location.Sites));
            Check(location, sites, seed);
            for (int move = 0; move < 12 && sites.IsFeasible; move++)
            {
                int site = random.Next(location.Sites);
                if (sites.IsOpen(site))
                {
                    sites.Close(site);
                }
                else
                {
                    sites.Open(site);
                }

                Check(location, sites, seed);
            }
        }
    }

    [Fact]
    public void A_copy_goes_its_own_way()
    {
        CapacitatedLocation location = RandomCapacitated.Create(5, mostSites: 6);
        var one = new OpenSites(location);
        one.Reset(Enumerable.Range(0, location.Sites));
        double cost = one.Cost();
        var other = new OpenSites(location);
        other.CopyFrom(one);
        other.Close(0);
        other.Open(0);

        Assert.Equal(cost, one.Cost(), 9);
        Assert.Equal(cost, other.Cost(), 9);
        Check(location, one, 5);
        Check(location, other, 5);
    }

    private static void Check(CapacitatedLocation location, OpenSites sites, int seed)
    {
        double? expected = Transport(location, sites);
        if (expected is not { } cost)
        {
            Assert.True(double.IsPositiveInfinity(sites.Cost()), $"seed {seed}: {sites.Cost()} where there is no solution");
            return;
        }

        double opening = sites.Sites.Take(sites.Count).Sum(j => location.FixedCost[j]);
        Assert.True(Math.Abs(sites.Cost() - cost - opening) < 1e-6, $"seed {seed}: {sites.Cost()}, not {cost + opening}");

        // The prices prove it: what customers pay less what full sites earn is the cost again.
        double[] prices = new double[location.Customers];
        sites.CopyPrices(prices);
        double paid = prices.Select((price, i) => price * location.Demand[i]).Sum()
            - sites.Sites.Take(sites.Count).Sum(j => sites.PriceOf(j) * location.Capacity[j]);
        Assert.True(Math.Abs(paid - cost) < 1e-6, $"seed {seed}: prices make {paid}, not {cost}");
    }

    private static double? Transport(CapacitatedLocation location, OpenSites sites)
    {
        int[] open = [.. sites.Sites.Take(sites.Count)];
        var model = new LinearModelBuilder(open.Length * location.Customers, location.Customers + open.Length, 2 * open.Length * location.Customers);
        foreach (int site in open)
        {
            for (int i = 0; i < location.Customers; i++)
            {
                double cost = location.UnitCosts[(site * location.Customers) + i];
                model.AddColumn(double.IsFinite(cost) ? cost : 0, 0, double.IsFinite(cost) ? location.Demand[i] : 0);
            }
        }

        for (int i = 0; i < location.Customers; i++)
        {
            int[] columns = [.. Enumerable.Range(0, open.Length).Select(k => (k * location.Customers) + i)];
            model.AddRow(location.Demand[i], location.Demand[i], columns, [.. columns.Select(_ => 1.0)]);
        }

        for (int k = 0; k < open.Length; k++)
        {
            int[] columns = [.. Enumerable.Range(k * location.Customers, location.Customers)];
            model.AddRow(double.NegativeInfinity, location.Capacity[open[k]], columns, [.. columns.Select(_ => 1.0)]);
        }

        using var solver = new HighsSolver(model, new SolveLimits());
        SolveOutcome outcome = solver.Solve(TestContext.Current.CancellationToken);
        return outcome.Status == SolveStatus.Optimal ? outcome.Objective : null;
    }
}
