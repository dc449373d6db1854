using Readiness.Supplies.Online;

namespace Readiness.Tests.Supplies.Online;

public sealed class DonationMatcherExampleTests
{
    private static readonly SupplyRequest[] HundredAndTen = [new(1, 0, 100, 0), new(2, 0, 10, 0)];

    [Fact]
    public void Leximin_gives_all_the_same_share() =>
        Assert.Equal([(7, 1, 50L), (7, 2, 5L)], Day(MatchingPolicy.Leximin, [new(7, 0, 55, 0)], HundredAndTen));

    [Fact]
    public void The_mean_fill_rate_is_highest_if_small_requests_go_first() =>
        Assert.Equal([(7, 1, 45L), (7, 2, 10L)], Day(MatchingPolicy.MeanFillRate, [new(7, 0, 55, 0)], HundredAndTen));

    [Fact]
    public void At_a_price_of_more_than_a_request_a_donation_leaves_in_one_shipment() =>
        Assert.Equal(
            [(7, 1, 55L)],
            Day(new MatchingOptions { Policy = MatchingPolicy.MeanFillRate, ShipmentPrice = 1.5 }, [new(7, 0, 55, 0)], HundredAndTen));

    [Fact]
    public void What_is_left_over_goes_where_it_fills_most() =>
        Assert.Equal(
            [(7, 3, 55L)],
            Day(
                new MatchingOptions { Policy = MatchingPolicy.MeanFillRate, ShipmentPrice = 1.5 },
                [new(7, 0, 55, 0)],
                [.. HundredAndTen, new(3, 0, 60, 0), new(4, 0, 54, 0)]));

    [Fact]
    public void A_recipient_of_two_items_is_served_by_the_donor_who_has_both()
    {
        DayMatch match = Match(
            new MatchingOptions { Policy = MatchingPolicy.MeanFillRate }, [new(1, 0, 5, 0), new(2, 0, 5, 0), new(2, 1, 5, 0), new(3, 1, 5, 0)], [new(9, 0, 5, 0), new(9, 1, 5, 0)]);

        Assert.Equal([2, 2], match.Dispatches.Select(d => d.Donor));
    }

    [Fact]
    public void First_come_first_matched_pairs_the_waiting_in_order_and_each_once_a_day()
    {
        Donation[] donations = [new(1, 0, 10, 1), new(2, 0, 10, 0)];
        SupplyRequest[] requests = [new(5, 0, 4, 1), new(6, 0, 30, 0), new(7, 0, 1, 1)];

        Assert.Equal([(1, 5, 4L), (2, 6, 10L)], Day(MatchingPolicy.FirstComeFirstMatched, donations, requests, day: 1));
    }

    [Fact]
    public void Smallest_request_first_goes_by_what_is_still_wanted()
    {
        Donation[] donations = [new(1, 0, 3, 0), new(2, 0, 3, 0)];
        SupplyRequest[] requests = [new(5, 0, 4, 0), new(6, 0, 30, 0), new(7, 0, 1, 0)];

        Assert.Equal([(1, 5, 2L), (1, 7, 1L), (2, 5, 2L), (2, 6, 1L)], Day(MatchingPolicy.SmallestRequestFirst, donations, requests));
    }

    [Fact]
    public void The_first_class_is_served_whole_before_the_others() =>
        Assert.Equal(
            [(7, 1, 50L), (7, 2, 5L)],
            Day(MatchingPolicy.Leximin, [new(7, 0, 55, 0)], [new(1, 0, 50, 0, PriorityClass: 1), new(2, 0, 10, 0, PriorityClass: 2)]));

    [Fact]
    public void A_request_ends_after_its_last_day()
    {
        DayMatch first = Match(new MatchingOptions(), [], [new(1, 0, 5, 0, LastDay: 2), new(2, 0, 5, 0, LastDay: 3)]);
        DayMatch third = Next(first, [new(7, 0, 9, 3)], [], day: 3);

        Assert.Equal([2], third.Dispatches.Select(d => d.Recipient));
        Assert.Equal([new HeldDonation(new Donation(7, 0, 9, 3), 4)], third.State.Held.AsEnumerable());
        Assert.Empty(third.State.Open);
    }

    [Fact]
    public void What_waits_is_served_first_from_the_oldest_donation()
    {
        DayMatch first = Match(new MatchingOptions(), [new(7, 0, 3, 0)], []);
        DayMatch second = Next(first, [new(7, 0, 4, 1)], [new(1, 0, 5, 1)], day: 1);

        Assert.Equal([new HeldDonation(new Donation(7, 0, 4, 1), 2)], second.State.Held.AsEnumerable());
    }

    [Theory]
    [InlineData(4, 0, 0)]
    [InlineData(0, 0.5, 0)]
    [InlineData(3, 0, 3)]
    [InlineData(0, 0.3, 3)]
    public void A_line_brings_the_least_or_does_not_leave(long leastQuantity, double leastShare, long sent)
    {
        var options = new MatchingOptions { LeastQuantity = leastQuantity, LeastShare = leastShare };

        Assert.Equal(sent, Match(options, [new(7, 0, 3, 0)], [new(1, 0, 10, 0)]).Dispatches.Sum(d => d.Quantity));
    }

    [Fact]
    public void A_line_that_brings_all_that_is_wanted_may_be_small() =>
        Assert.Equal([(7, 1, 2L)], Day(new MatchingOptions { LeastQuantity = 50, LeastShare = 1 }, [new(7, 0, 3, 0)], [new(1, 0, 2, 0)]));

    [Fact]
    public void A_donation_waits_as_long_as_it_may_for_shipments_that_are_worth_their_price()
    {
        var options = new MatchingOptions { Policy = MatchingPolicy.MeanFillRate, ShipmentPrice = 1.5, MostDaysHeld = 2 };
        DayMatch match = Match(options, [new(7, 0, 3, 0)], [new(1, 0, 10, 0)]);
        Assert.Empty(match.Dispatches);
        match = Next(match, [], [], day: 1, options);
        Assert.Empty(match.Dispatches);
        match = Next(match, [], [], day: 2, options);

        Assert.Equal([new Dispatch(2, 7, 1, 0, 3)], match.Dispatches.AsEnumerable());
    }

    [Fact]
    public void All_that_is_wrong_with_a_day_is_said_at_once()
    {
        MatchingState state = new() { Day = 3, Held = [new HeldDonation(new Donation(0, 0, 5, 0), 6)], Open = [new OpenRequest(new SupplyRequest(0, 0, 5, 0), 1)] };

        string message = Assert.Throws<ArgumentException>(() => Next(
            new DayMatch([], state), [new(-1, -2, 0, 9)], [new(-3, -4, 2_000_000_000_000, 2, 5, 1)], day: 3)).Message;

        string[] faults =
        [
            "The day is 3; it must be after 3", "Held[0].Remaining is 6", "RequestCounts lacks class 4 and item 0", "Donations[0].Donor is -1", "Donations[0].Item is -2",
            "Donations[0].Quantity is 0", "Donations[0].Day is 9", "Requests[0].Recipient is -3", "Requests[0].Item is -4", "Requests[0].Quantity is 2000000000000",
            "Requests[0].PriorityClass is 5", "Requests[0].LastDay is 1",
        ];
        Assert.All(faults, fault => Assert.Contains(fault, message));
    }

    [Fact]
    public void All_that_is_wrong_with_options_is_said_at_once()
    {
        var options = new MatchingOptions { Policy = (MatchingPolicy)9, ShipmentPrice = double.NaN, MostDaysHeld = -1, LeastQuantity = -1, LeastShare = 1.5 };

        string message = Assert.Throws<ArgumentException>(() => Match(options, [], [])).Message;

        Assert.All(["Policy", "ShipmentPrice", "MostDaysHeld", "LeastQuantity", "LeastShare"], name => Assert.Contains(name, message));
    }

    [Fact]
    public void A_day_that_is_cancelled_has_no_answer() => Assert.Throws<OperationCanceledException>(() =>
        new DonationMatcher().Match(MatchingState.Empty, 0, [], [], cancellationToken: new CancellationToken(canceled: true)));

    private static (int, int, long)[] Day(MatchingPolicy policy, Donation[] donations, SupplyRequest[] requests, int day = 0) =>
        Day(new MatchingOptions { Policy = policy }, donations, requests, day);

    private static (int Donor, int Recipient, long Quantity)[] Day(MatchingOptions options, Donation[] donations, SupplyRequest[] requests, int day = 0) =>
        [.. Match(options, donations, requests, day).Dispatches.Select(d => (d.Donor, d.Recipient, d.Quantity)).Order()];

    private static DayMatch Match(MatchingOptions options, Donation[] donations, SupplyRequest[] requests, int day = 0) =>
        Next(new DayMatch([], MatchingState.Empty), donations, requests, day, options);

    private static DayMatch Next(DayMatch last, Donation[] donations, SupplyRequest[] requests, int day, MatchingOptions? options = null) =>
        new DonationMatcher().Match(last.State, day, [.. donations], [.. requests], options, TestContext.Current.CancellationToken);
}
