using Readiness.Quarantine.Capacitated;

namespace Readiness.Tests.Quarantine.Capacitated;

/// <summary>Seeded capacitated locations with whole demand and capacities.</summary>
internal static class RandomCapacitated
{
    public static CapacitatedLocation Create(int seed, int mostSites = 7, int mostCustomers = 12, bool withGaps = false, OpeningRules? rules = null)
    {
        var random = new Random(seed);
        int sites = 2 + random.Next(mostSites - 1);
        int customers = 1 + random.Next(mostCustomers);
        bool isUniform = random.Next(2) == 0;
        int size = 5 + random.Next(20);
        return new CapacitatedLocation(
            [.. Enumerable.Range(0, sites).Select(_ => isUniform ? size : 3.0 + random.Next(25))],
            [.. Enumerable.Range(0, sites).Select(_ => (double)random.Next(60))],
            [.. Enumerable.Range(0, customers).Select(_ => 1.0 + random.Next(6))],
            [.. Enumerable.Range(0, sites * customers).Select(_ => withGaps && random.Next(5) == 0 ? double.PositiveInfinity : random.Next(12))],
            [.. Enumerable.Range(0, sites).Select(_ => random.Next(8) switch { 0 => Fixing.Open, 1 => Fixing.Closed, _ => Fixing.Free })])
        {
            LeastOpen = random.Next(4) == 0 ? 2 : 0,
            MostOpen = random.Next(3) == 0 ? 1 + random.Next(sites) : int.MaxValue,
            Rules = rules,
        };
    }

    /// <summary>Seeded capacitated locations of real numbers, with room that is hardly enough.</summary>
    public static CapacitatedLocation CreateReal(int seed)
    {
        var random = new Random(seed);
        int sites = 1 + random.Next(5);
        int customers = 1 + random.Next(7);
        double[] demand = [.. Enumerable.Range(0, customers).Select(_ => random.Next(1, 60) * 0.25)];
        double share = Math.Max(1, demand.Sum() / sites);
        return new CapacitatedLocation(
            [.. Enumerable.Range(0, sites).Select(_ => share * (0.8 + (2 * random.NextDouble())))],
            [.. Enumerable.Range(0, sites).Select(_ => random.Next(4) == 0 ? 0 : random.Next(1, 300) * 0.5)],
            demand,
            [.. Enumerable.Range(0, sites * customers).Select(k => (random.Next(6) == 0 ? 0 : 100 * random.NextDouble()) / demand[k % customers])],
            new Fixing[sites]);
    }

    /// <summary>The sets of sites that keep what is settled and the rules.</summary>
    public static IEnumerable<int[]> Choices(CapacitatedLocation location)
    {
        for (int mask = 0; mask < 1 << location.Sites; mask++)
        {
            int[] open = [.. Enumerable.Range(0, location.Sites).Where(j => (mask >> j & 1) == 1)];
            bool keeps = open.Length >= location.LeastOpen && open.Length <= location.MostOpen
                && location.Fixing.Index().All(f => f.Item == Fixing.Free || open.Contains(f.Index) == (f.Item == Fixing.Open));
            if (keeps && location.Rules?.Keeps(open.Contains) != false)
            {
                yield return open;
            }
        }
    }
}
