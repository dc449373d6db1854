using Readiness.Supplies.Online;

namespace Readiness.Tests.Supplies.Online;

public sealed class MatchingAuditorTests
{
    private static readonly MatchingOptions Options = new();

    private static readonly MatchingRecord Sound = new(
        [new Donation(7, 0, 10, 1), new Donation(8, 0, 5, 3)],
        [new SupplyRequest(1, 0, 4, 0, LastDay: 2), new SupplyRequest(2, 0, 20, 2)],
        [new Dispatch(2, 7, 1, 0, 4), new Dispatch(2, 7, 2, 0, 6), new Dispatch(3, 8, 2, 0, 5)],
        new MatchingState { Day = 3, Open = [new OpenRequest(new SupplyRequest(2, 0, 20, 2), 9)], RequestCounts = [new RequestCount(4, 0, 2)] });

    [Fact]
    public void A_sound_record_has_no_violation() => Assert.Empty(Rules(Sound));

    [Fact]
    public void A_dispatch_before_its_donation_is_named() => Assert.Equal(["donatedUnits"], Rules(At(2, new Dispatch(2, 8, 2, 0, 5)))[..1]);

    [Fact]
    public void A_dispatch_before_its_request_is_named() => Assert.Contains("requestedUnits", Rules(At(1, new Dispatch(1, 7, 2, 0, 6), before: 0)));

    [Fact]
    public void A_dispatch_after_the_last_day_of_its_request_is_named() => Assert.Contains("requestedUnits", Rules(At(0, new Dispatch(3, 7, 1, 0, 4), before: 3)));

    [Fact]
    public void More_than_was_donated_is_named() => Assert.Contains("donatedUnits", Rules(At(1, new Dispatch(2, 7, 2, 0, 7))));

    [Fact]
    public void More_than_is_wanted_is_named() => Assert.Contains("requestedUnits", Rules(At(0, new Dispatch(2, 7, 1, 0, 5))));

    [Fact]
    public void An_item_that_nobody_has_or_wants_is_named() =>
        Assert.Equal(["donatedUnits", "requestedUnits"], Rules(Sound with { Dispatches = [.. Sound.Dispatches, new Dispatch(3, 7, 2, 1, 1)] }));

    [Fact]
    public void A_line_without_units_is_named() =>
        Assert.Equal(["dispatchUnits"], Rules(Sound with { Dispatches = [.. Sound.Dispatches, new Dispatch(3, 7, 2, 0, 0)] }));

    [Fact]
    public void A_line_after_the_end_is_named() => Assert.Equal(["dispatchDay"], Rules(At(2, new Dispatch(4, 8, 2, 0, 5))));

    [Fact]
    public void Lines_out_of_order_are_named() => Assert.Equal(
        ["dispatchDay"], Rules(Sound with { Dispatches = [Sound.Dispatches[0], Sound.Dispatches[2], Sound.Dispatches[1]] }));

    [Fact]
    public void Units_that_vanish_are_named() => Assert.Equal(["heldUnits", "openUnits", "idleStock"], Rules(At(2, new Dispatch(3, 8, 2, 0, 4))));

    [Fact]
    public void Units_that_appear_are_named() =>
        Assert.Equal(["heldUnits"], Rules(Sound with { End = Sound.End with { Held = [new HeldDonation(Sound.Donations[0], 1)] } }));

    [Fact]
    public void A_request_that_is_lost_is_named() => Assert.Equal(["openUnits"], Rules(Sound with { End = Sound.End with { Open = [] } }));

    [Fact]
    public void A_request_that_is_over_and_still_open_is_named() => Assert.Equal(
        ["openUnits"],
        Rules(Sound with { End = Sound.End with { Open = [.. Sound.End.Open, new OpenRequest(Sound.Requests[0], 1)] } }));

    [Fact]
    public void A_wrong_count_of_requests_is_named() =>
        Assert.Equal(["requestCounts"], Rules(Sound with { End = Sound.End with { RequestCounts = [new RequestCount(4, 0, 3)] } }));

    [Fact]
    public void Arrivals_after_the_end_are_named() => Assert.Contains("endDay", Rules(Sound with { Requests = [.. Sound.Requests, new SupplyRequest(3, 1, 1, 4)] }));

    [Fact]
    public void A_line_that_brings_too_little_is_named() =>
        Assert.Equal(["leastLine"], new MatchingAuditor().Audit(Sound, Options with { LeastQuantity = 6 }).Select(v => v.Rule));

    [Fact]
    public void A_share_that_is_too_small_is_named() =>
        Assert.Equal(["leastLine"], new MatchingAuditor().Audit(Sound, Options with { LeastShare = 0.3 }).Select(v => v.Rule));

    [Fact]
    public void Stock_may_wait_as_long_as_the_options_say()
    {
        MatchingRecord waiting = new(
            [new Donation(7, 0, 10, 1)],
            [new SupplyRequest(1, 0, 20, 1)],
            [],
            new MatchingState
            {
                Day = 3,
                Held = [new HeldDonation(new Donation(7, 0, 10, 1), 10)],
                Open = [new OpenRequest(new SupplyRequest(1, 0, 20, 1), 20)],
                RequestCounts = [new RequestCount(4, 0, 1)],
            });
        var options = new MatchingOptions { Policy = MatchingPolicy.MeanFillRate, MostDaysHeld = 3 };

        Assert.Empty(new MatchingAuditor().Audit(waiting, options));
        Assert.Equal(["idleStock"], new MatchingAuditor().Audit(waiting, options with { MostDaysHeld = 2 }).Select(v => v.Rule));
    }

    [Fact]
    public void A_malformed_record_is_refused_with_all_its_faults()
    {
        string message = Assert.Throws<ArgumentException>(() => Rules(Sound with
        {
            Donations = [new Donation(-1, 0, 0, 0)],
            Requests = [new SupplyRequest(0, 0, 1, 0, 7)],
        })).Message;

        Assert.All(["Donations[0].Donor", "Donations[0].Quantity", "Requests[0].PriorityClass"], fault => Assert.Contains(fault, message));
    }

    private static MatchingRecord At(int replaced, Dispatch by, int? before = null)
    {
        List<Dispatch> dispatches = [.. Sound.Dispatches];
        dispatches.Insert(before ?? replaced, by);
        dispatches.Remove(Sound.Dispatches[replaced]);
        return Sound with { Dispatches = [.. dispatches] };
    }

    private static string[] Rules(MatchingRecord record) =>
        [.. new MatchingAuditor().Audit(record, Options).Select(v => v.Rule)];
}
