using CsCheck;
using Readiness.Supplies.Online;

namespace Readiness.Tests.Supplies.Online;

/// <summary>What is optimised on a day, against everything that could be done.</summary>
public sealed class DayOptimumTests
{
    private static readonly Gen<int> Seeds = Gen.Int[0, 1_000_000];

    [Fact]
    public void Without_a_price_the_sum_of_weighted_fill_rates_is_the_largest_there_is() => Seeds.Sample(
        seed =>
        {
            RandomArrivals day = RandomArrivals.TinyDay(seed, MatchingPolicy.MeanFillRate);
            double reached = 0;
            double best = 0;
            foreach (var item in day.Requests.GroupBy(r => r.Item))
            {
                // The mean over an item's requests, so that items weigh alike.
                long[] wanted = [.. item.Select(r => r.Quantity)];
                reached += Served(day, item).Zip(wanted, (units, of) => (double)units / of).Average();
                best += Shares(wanted, Donated(day, item.Key)).Max(units => units.Zip(wanted, (u, of) => (double)u / of).Average());
            }

            Assert.Equal(best, reached, 1e-9);
        },
        iter: 400);

    [Fact]
    public void Leximin_is_the_best_sorted_vector_of_fill_rates_there_is() => Seeds.Sample(
        seed =>
        {
            RandomArrivals day = RandomArrivals.TinyDay(seed, MatchingPolicy.Leximin);
            foreach (var item in day.Requests.GroupBy(r => r.Item))
            {
                long[] wanted = [.. item.Select(r => r.Quantity)];
                double[][] all = [.. Shares(wanted, Donated(day, item.Key)).Select(units => Sorted(units, wanted))];
                Assert.Equal(all.Aggregate(Better), Sorted([.. Served(day, item)], wanted));
            }
        },
        iter: 400);

    [Fact]
    public void Shares_with_units_received_before_are_leximin_too() => Gen.Select(Gen.Int[1, 12].Array[1, 4], Gen.Int[0, 12].Array[4], Gen.Int[0, 20]).Sample(
        (requested, before, units) =>
        {
            long[] wanted = [.. requested.Select(r => (long)r)];
            long[] received = [.. wanted.Select((r, i) => Math.Min(r, before[i]))];
            long[] given = LeximinFill.Share(wanted, received, units);

            Assert.Equal(Math.Min(units, wanted.Sum() - received.Sum()), given.Sum());
            double[] best = Shares([.. wanted.Zip(received, (w, r) => w - r)], units)
                .Select(share => Sorted([.. share.Zip(received, (s, r) => s + r)], wanted))
                .Aggregate(Better);
            Assert.Equal(best, Sorted([.. given.Zip(received, (g, r) => g + r)], wanted));
        },
        iter: 400);

    [Fact]
    public void A_trillion_units_are_shared_out_exactly()
    {
        long[] given = LeximinFill.Share([1_000_000_000_000, 999_999_999_999, 7], [0, 5, 0], 1_000_000_000_000);

        Assert.Equal(1_000_000_000_000, given.Sum());
        Assert.Equal(4, given[2]);
        Assert.InRange(given[0] - given[1] - 5, -2, 2);
    }

    private static long Donated(RandomArrivals day, int item) => day.Donations.Where(d => d.Item == item).Sum(d => d.Quantity);

    private static IEnumerable<long> Served(RandomArrivals day, IEnumerable<SupplyRequest> requests)
    {
        MatchingRecord record = day.Match();
        return requests.Select(r => record.Dispatches.Where(d => d.Recipient == r.Recipient && d.Item == r.Item).Sum(d => d.Quantity));
    }

    // All ways of giving at most so many units to whoever wants some.
    private static IEnumerable<long[]> Shares(long[] wanted, long units)
    {
        if (wanted.Length == 0)
        {
            return [[]];
        }

        return Enumerable.Range(0, (int)Math.Min(wanted[0], units) + 1)
            .SelectMany(first => Shares(wanted[1..], units - first).Select(rest => (long[])[first, .. rest]));
    }

    private static double[] Sorted(long[] units, long[] wanted) => [.. units.Zip(wanted, (u, of) => (double)u / of).Order()];

    private static double[] Better(double[] a, double[] b)
    {
        for (int i = 0; i < a.Length; i++)
        {
            if (a[i] != b[i])
            {
                return a[i] > b[i] ? a : b;
            }
        }

        return a;
    }
}
