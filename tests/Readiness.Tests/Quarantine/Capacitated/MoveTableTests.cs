using Readiness.Quarantine.Capacitated;

namespace Readiness.Tests.Quarantine.Capacitated;

public sealed class MoveTableTests
{
    private const int Slots = 5;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Moves_stay_the_cheapest_while_customers_come_and_go(int seed)
    {
        var random = new Random(seed);
        const int customers = 30;
        CapacitatedLocation location = RandomLocation(random, customers);
        int[] sites = [.. Enumerable.Range(0, Slots)];
        SiteLoad[] loads = [.. sites.Select(_ => new SiteLoad())];
        var table = new MoveTable(location, sites, loads);
        foreach (int slot in sites)
        {
            table.Add(slot);
        }

        for (int move = 0; move < 400; move++)
        {
            int slot = random.Next(Slots);
            int customer = random.Next(customers);
            if (loads[slot].Customer.AsSpan(0, loads[slot].Count).Contains(customer))
            {
                Assert.True(loads[slot].Remove(customer, 1, 0));
                table.Go(slot, customer, Slots);
            }
            else
            {
                loads[slot].Add(customer, 1);
                table.Come(slot, customer, Slots);
            }

            int asked = random.Next(Slots);
            double[] row = table.CostsFrom(asked, Slots);
            for (int to = 0; to < Slots; to++)
            {
                int[] there = loads[asked].Customer[..loads[asked].Count];
                double least = to == asked ? double.PositiveInfinity : there.Select(i => Cost(location, i, asked, to)).DefaultIfEmpty(double.PositiveInfinity).Min();
                Assert.Equal(least, row[to]);
                if (double.IsFinite(least))
                {
                    Assert.Contains(table.Mover(asked, to), there);
                    Assert.Equal(least, Cost(location, table.Mover(asked, to), asked, to));
                }
            }
        }
    }

    private static double Cost(CapacitatedLocation location, int customer, int from, int to) =>
        location.ByCustomer[(customer * Slots) + to] - location.ByCustomer[(customer * Slots) + from];

    private static CapacitatedLocation RandomLocation(Random random, int customers) =>
        new(
            [.. Enumerable.Repeat(100.0, Slots)],
            [.. Enumerable.Repeat(1.0, Slots)],
            [.. Enumerable.Repeat(1.0, customers)],
            [.. Enumerable.Range(0, Slots * customers).Select(_ => (double)random.Next(20))],
            new Fixing[Slots]);
}
