using CsCheck;
using Readiness.Supplies.Online;

namespace Readiness.Tests.Supplies.Online;

public sealed class DonationMatcherPropertyTests
{
    private static readonly Gen<int> Seeds = Gen.Int[0, 1_000_000];

    [Fact]
    public void Whatever_comes_under_whatever_options_the_auditor_has_nothing_against_it() => Seeds.Sample(
        seed =>
        {
            RandomArrivals arrivals = RandomArrivals.Of(seed);
            var violations = new MatchingAuditor().Audit(arrivals.Match(), arrivals.Options);
            Assert.True(violations.IsEmpty, string.Join('\n', violations));
        },
        iter: 3000);

    [Fact]
    public void Every_unit_that_was_donated_is_dispatched_or_held() => Seeds.Sample(
        seed =>
        {
            MatchingRecord record = RandomArrivals.Of(seed).Match();
            Assert.Equal(record.Donations.Sum(d => d.Quantity), record.Dispatches.Sum(d => d.Quantity) + record.End.Held.Sum(h => h.Remaining));
        },
        iter: 500);

    [Fact]
    public void The_same_days_are_matched_the_same_way() => Seeds.Sample(
        seed => Assert.Equal(RandomArrivals.Of(seed).Match().Dispatches, RandomArrivals.Of(seed).Match().Dispatches), iter: 300);

    [Fact]
    public void The_order_of_a_days_requests_of_different_recipients_does_not_matter() => Seeds.Sample(
        seed =>
        {
            RandomArrivals arrivals = RandomArrivals.TinyDay(seed, (MatchingPolicy)(seed % 4));
            RandomArrivals reversed = arrivals with { Requests = [.. arrivals.Requests.Reverse()] };
            Assert.Equal(arrivals.Match().Dispatches, reversed.Match().Dispatches);
        },
        iter: 300);

    [Fact]
    public void A_higher_class_receives_the_same_whatever_lower_ones_want() => Seeds.Sample(
        seed =>
        {
            RandomArrivals arrivals = RandomArrivals.Of(seed) with
            {
                Options = new MatchingOptions { Policy = (MatchingPolicy)(seed % 4), ShipmentPrice = seed % 3 * 0.4 },
            };
            RandomArrivals both = arrivals with
            {
                Requests = [.. arrivals.Requests.Select(r => r with { Day = 0, LastDay = int.MaxValue, Recipient = (4 * r.Recipient) + r.PriorityClass })],
                Donations = [.. arrivals.Donations.Select(d => d with { Day = 0 })],
            };
            RandomArrivals alone = both with { Requests = [.. both.Requests.Where(r => r.PriorityClass == 1)] };

            Assert.Equal(Lines(alone), Lines(both));

            static Dispatch[] Lines(RandomArrivals of)
            {
                int first = of.Every - 1;
                HashSet<int> urgent = [.. of.Requests.Where(r => r.PriorityClass == 1).Select(r => r.Recipient)];
                return [.. of.Match().Dispatches.Where(d => d.Day == first && urgent.Contains(d.Recipient))];
            }
        },
        iter: 300);

    [Fact]
    public void Of_one_item_there_are_at_most_as_many_shipments_as_donors_and_served_recipients() => Seeds.Sample(
        seed =>
        {
            foreach (MatchingPolicy policy in (MatchingPolicy[])[MatchingPolicy.Leximin, MatchingPolicy.MeanFillRate])
            {
                MatchingRecord record = RandomArrivals.TinyDay(seed, policy, items: 1).Match();
                Assert.InRange(
                    record.Dispatches.Length,
                    0,
                    record.Donations.Select(d => d.Donor).Distinct().Count() + record.Dispatches.Select(d => d.Recipient).Distinct().Count());
            }
        },
        iter: 500);

    [Fact]
    public void A_higher_price_never_keeps_anything_back() => Seeds.Sample(
        seed =>
        {
            RandomArrivals free = RandomArrivals.TinyDay(seed, MatchingPolicy.MeanFillRate);
            RandomArrivals dear = free with { Options = free.Options with { ShipmentPrice = 5 } };
            Assert.Equal(free.Match().Dispatches.Sum(d => d.Quantity), dear.Match().Dispatches.Sum(d => d.Quantity));
        },
        iter: 500);
}
