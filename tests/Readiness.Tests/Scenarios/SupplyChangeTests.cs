using Readiness.Districts;
using Readiness.Scenarios;
using Readiness.Tests.Districts;

namespace Readiness.Tests.Scenarios;

public sealed class SupplyChangeTests
{
    private static readonly DateOnly Start = SmallDistrict.Start;

    private static readonly District Small = SmallDistrict.Make() with
    {
        Shipments =
        [
            new Shipment("a", "gown", "clinic", 10, Start, Start.AddDays(4)),
            new Shipment("b", "gown", "hotel", 20, Start.AddDays(3)),
            new Shipment("c", "gown", "clinic", 30, Start.AddDays(6)),
            new Shipment("d", "respirator", "clinic", 40, Start.AddDays(3)),
        ],
        StockLots =
        [
            new StockLot("clinic", "gown", 30, Start.AddDays(2)),
            new StockLot("hotel", "gown", 5),
            new StockLot("clinic", "gown", 7, Start.AddDays(9)),
            new StockLot("clinic", "gown", 0),
            new StockLot("clinic", "respirator", 30),
        ],
    };

    [Fact]
    public void A_delay_moves_every_shipment_of_the_item_beyond_the_horizon_too() =>
        Assert.Equal([("a", 4), ("b", 7), ("c", 10), ("d", 3)], Arrivals(new DelayShipments("gown", 4)));

    [Fact]
    public void What_would_arrive_expired_is_dropped() =>
        Assert.Equal([("b", 8), ("c", 11), ("d", 3)], Arrivals(new DelayShipments("gown", 5)));

    [Theory]
    [InlineData("clinic", null, null, 2, 3, 8)]
    [InlineData("hotel", null, null, 0, 5, 6)]
    [InlineData(null, 3, null, 0, 5, 8)]
    [InlineData(null, null, 3, 2, 5, 6)]
    [InlineData("clinic", 1, 6, 0, 3, 8)]
    public void A_delay_is_narrowed_by_place_and_planned_dates(string? facility, int? from, int? to, int a, int b, int c) =>
        Assert.Equal([("a", a), ("b", b), ("c", c), ("d", 3)], Arrivals(new DelayShipments("gown", 2, facility, Day(from), Day(to))));

    [Fact]
    public void A_delay_past_the_end_of_the_calendar_stops_there()
    {
        District far = Small with { Shipments = [new Shipment("z", "gown", "clinic", 1, DateOnly.MaxValue.AddDays(-1))] };
        Assert.Equal(DateOnly.MaxValue, ScenarioRunner.Apply(far, new Scenario("x", [new DelayShipments("gown", 300)])).Shipments[0].Arrives);
    }

    [Theory]
    [InlineData(null, null, null, "d")]
    [InlineData("hotel", null, null, "a c d")]
    [InlineData(null, 1, 5, "a c d")]
    [InlineData("clinic", 1, null, "a b d")]
    public void Cancelled_shipments_are_gone(string? facility, int? from, int? to, string left) =>
        Assert.Equal(left, string.Join(' ', Apply(new CancelShipments("gown", facility, Day(from), Day(to))).Shipments.Select(shipment => shipment.Id)));

    [Fact]
    public void An_added_shipment_comes_last()
    {
        var gift = new Shipment("gift", "respirator", "hotel", 5_000, Start.AddDays(6), Start.AddDays(6));
        Assert.Equal([.. Small.Shipments, gift], Apply(new AddShipment(gift)).Shipments);
    }

    [Fact]
    public void A_share_is_lost_of_every_lot_to_the_nearest_unit()
    {
        // 30 * 0.1 is a trace more than 3 in binary; halves go up: 5 * 0.1 and 7 * 0.5.
        Assert.Equal([27, 4, 6, 0, 30], Left(new LoseStock("gown", Share: 0.1)));
        Assert.Equal([15, 2, 3, 0, 30], Left(new LoseStock("gown", Share: 0.5)));
        Assert.Equal([15, 5, 3, 0, 30], Left(new LoseStock("gown", Share: 0.5, Facility: "clinic")));
    }

    [Fact]
    public void Emptied_lots_are_dropped()
    {
        Assert.Equal([0, 30], Left(new LoseStock("gown", Share: 1)));
        Assert.Equal([30, 5, 7, 0], Left(new LoseStock("respirator", Quantity: 30)));
    }

    [Fact]
    public void A_quantity_is_lost_from_what_keeps_longest()
    {
        Assert.Equal([30, 1, 7, 0, 30], Left(new LoseStock("gown", Quantity: 4)));
        Assert.Equal([28, 0, 30], Left(new LoseStock("gown", Quantity: 14)));
        Assert.Equal([30, 5, 3, 0, 30], Left(new LoseStock("gown", Quantity: 4, Facility: "clinic")));
    }

    [Fact]
    public void A_burn_rate_changes_wherever_the_item_is_used()
    {
        District after = Apply(new ChangeBurnRate("gown", 2.5));

        Assert.Equal((10, 1.25), (after.BurnRates[0].PerDay, after.BurnRates[0].PerDriverUnit));
        Assert.Equal([new KitItem("respirator", 2), new KitItem("gown", 3)], after.Kits[0].Items);
        Assert.Equal(0.625, after.CandidateSites[0].GuestNeeds[0].PerGuestDay);
        Assert.Equal([new KitItem("respirator", 1), new KitItem("gown", 1)], Apply(new ChangeBurnRate("respirator", 0.01)).Kits[0].Items);
        Assert.Equal(Small.BurnRates[0].PerDay, Apply(new ChangeBurnRate("respirator", 0.01)).BurnRates[0].PerDay);
    }

    [Fact]
    public void An_item_that_nobody_uses_has_no_burn_rate_to_change()
    {
        District spare = Small with { Items = [.. Small.Items, new Item("spare", new LocalizedName("Spare"), "piece")] };
        DistrictError error = Assert.Single(ScenarioDocument.Validate(new Scenario("x", [new ChangeBurnRate("spare", 2)]), spare));
        Assert.Equal(("/changes/0/item", "nothing uses spare: the change would do nothing"), (error.Pointer, error.Message));
    }

    [Fact]
    public void Burn_rates_that_grow_beyond_all_numbers_make_the_district_invalid()
    {
        DistrictError error = Assert.Single(ScenarioDocument.Validate(new Scenario("x", [.. Enumerable.Repeat(new ChangeBurnRate("gown", 100), 12)]), Small));
        Assert.StartsWith("makes the district invalid", error.Message, StringComparison.Ordinal);
    }

    private static DateOnly? Day(int? day) => day is { } given ? Start.AddDays(given) : null;

    private static District Apply(ScenarioChange change) => ScenarioRunner.Apply(Small, new Scenario("x", [change]));

    private static IEnumerable<(string Id, int Day)> Arrivals(ScenarioChange change) =>
        Apply(change).Shipments.Select(shipment => (shipment.Id, Small.Horizon.DayOf(shipment.Arrives)));

    private static IEnumerable<long> Left(ScenarioChange change) => Apply(change).StockLots.Select(lot => lot.Quantity);
}
