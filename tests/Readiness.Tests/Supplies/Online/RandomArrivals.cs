using System.Collections.Immutable;
using Readiness.Supplies.Online;

namespace Readiness.Tests.Supplies.Online;

/// <summary>Random donations and requests, and their matching day by day.</summary>
/// <param name="Donations">The donations.</param>
/// <param name="Requests">The requests.</param>
/// <param name="Options">Options of all days.</param>
/// <param name="Every">Days between matches.</param>
internal sealed record RandomArrivals(ImmutableArray<Donation> Donations, ImmutableArray<SupplyRequest> Requests, MatchingOptions Options, int Every)
{
    private const int Days = 8;

    /// <summary>Arrivals over some days, with every option in use now and then.</summary>
    public static RandomArrivals Of(int seed)
    {
        var random = new Random(seed);
        int items = random.Next(1, 4);
        return new RandomArrivals(
            [.. Enumerable.Range(0, random.Next(1, 15)).Select(_ => new Donation(random.Next(5), random.Next(items), random.Next(1, 30), random.Next(Days)))],
            [.. Enumerable.Range(0, random.Next(1, 25)).Select(_ => Request(random, items))],
            new MatchingOptions
            {
                Policy = Enum.GetValues<MatchingPolicy>()[random.Next(4)],
                ShipmentPrice = random.Next(3) * 0.7,
                MostDaysHeld = random.Next(3) == 0 ? random.Next(4) : 0,
                LeastQuantity = random.Next(3) == 0 ? random.Next(6) : 0,
                LeastShare = random.Next(3) == 0 ? random.Next(11) / 10.0 : 0,
            },
            random.Next(1, 4));
    }

    /// <summary>Donations and requests of one day and one class, few enough to try every plan.</summary>
    public static RandomArrivals TinyDay(int seed, MatchingPolicy policy, int items = 2)
    {
        var random = new Random(seed);
        return new RandomArrivals(
            [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => new Donation(random.Next(3), random.Next(items), random.Next(1, 6), 0))],
            [.. Enumerable.Range(0, random.Next(1, 5)).Select(r => new SupplyRequest(r, random.Next(items), random.Next(1, 7), 0))],
            new MatchingOptions { Policy = policy },
            1);
    }

    /// <summary>Matches all days.</summary>
    public MatchingRecord Match()
    {
        MatchingState state = MatchingState.Empty;
        List<Dispatch> dispatches = [];
        for (int day = Every - 1; day < Days + Every; day += Every)
        {
            DayMatch match = new DonationMatcher().Match(
                state,
                day,
                [.. Donations.Where(d => d.Day > state.Day && d.Day <= day)],
                [.. Requests.Where(r => r.Day > state.Day && r.Day <= day)],
                Options);
            Assert.All(match.Dispatches, dispatch => Assert.Equal(day, dispatch.Day));
            dispatches.AddRange(match.Dispatches);
            state = match.State;
        }

        return new MatchingRecord(Donations, Requests, [.. dispatches], state);
    }

    private static SupplyRequest Request(Random random, int items)
    {
        int day = random.Next(Days);
        return new SupplyRequest(
            random.Next(6), random.Next(items), random.Next(1, 20), day, random.Next(1, 5), random.Next(3) == 0 ? day + random.Next(5) : int.MaxValue);
    }
}
