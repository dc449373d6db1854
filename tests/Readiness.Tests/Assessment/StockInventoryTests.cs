using Readiness.Assessment;
using Readiness.Districts;

namespace Readiness.Tests.Assessment;

/// <summary>Days of supply: two nurses with three masks each use six a day, sixty in ten days.</summary>
public sealed class StockInventoryTests
{
    private static readonly District Base = InventoryDistrict.Make();

    [Fact]
    public void Days_of_supply_are_stock_over_mean_use_and_the_stock_is_followed_day_by_day()
    {
        // 27 / 6 = 4.5 days: four full days, and on the fifth three of six are missing, then six on each of five days.
        StockEntry entry = At("clinic", Base with { StockLots = [Lot(27)] });

        Assert.Equal(4.5, entry.Value);
        Assert.Equal((27, 6, 33, 60), (entry.Capacity, entry.Need, entry.Missing, entry.Consumption));
        Assert.Equal((4, Day(4)), (entry.DaysUntilShort, entry.FirstShort));
        Assert.Equal(("days", "piece", 27, 0), (entry.Unit, entry.Measure, entry.OnHand, entry.Arriving));
        Assert.Equal("27 usable / 6 a day = 4.5 days of supply; short from 2020-01-28, 33 of 60 missing over 10 days.", entry.Explanation);
    }

    [Fact]
    public void What_expires_before_it_would_be_used_is_not_usable()
    {
        // 30 may be used through day 1: 12 of them are, 18 expire; then 12 last two more days.
        StockEntry entry = At("clinic", Base with { StockLots = [Lot(12), Lot(30, expires: 1)] });

        Assert.Equal((42, 24, 18), (entry.OnHand, entry.Capacity, entry.Expiring));
        Assert.Equal(4, entry.Value);
        Assert.Equal((4, 36), (entry.DaysUntilShort, entry.Missing));
        Assert.Contains("24 of 42 usable before they expire", entry.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lot_may_be_used_on_its_last_day_and_the_first_to_expire_goes_first()
    {
        // Were the lasting lot used first, the other would expire.
        StockEntry entry = At("clinic", Base with { StockLots = [Lot(6), Lot(18, expires: 2)] });

        Assert.Equal((24, 0, 4), (entry.Capacity, entry.Expiring, entry.DaysUntilShort));
    }

    [Fact]
    public void Shipments_count_from_the_day_they_arrive_but_not_in_days_of_supply()
    {
        // 12 last two days; day 2 is short, 48 arrive for the other seven days, which take 42; six are left, as many as were missing.
        StockEntry entry = At("clinic", Base with { StockLots = [Lot(12)], Shipments = [Shipment(48, 3)] });

        Assert.Equal(2, entry.Value);
        Assert.Equal((48, 6, Day(2)), (entry.Arriving, entry.Missing, entry.FirstShort));
        Assert.Equal(TrafficLight.Red, entry.Light);
        Assert.Equal(0, At("clinic", Base with { StockLots = [Lot(12)], Shipments = [Shipment(48, 2)] }).Missing);
    }

    [Fact]
    public void A_shipment_after_the_horizon_does_not_count() =>
        Assert.Equal((0, 60), Figures(At("clinic", Base with { Shipments = [Shipment(48, 10)] })));

    [Fact]
    public void Without_stock_it_is_short_at_once()
    {
        StockEntry entry = At("clinic", Base);

        Assert.Equal((0, 0, Day(0), 60), (entry.Value, entry.DaysUntilShort, entry.FirstShort, entry.Missing));
        Assert.Equal(TrafficLight.Red, entry.Light);
    }

    [Fact]
    public void Stock_without_use_is_green_and_has_no_days()
    {
        StockEntry entry = At("store", Base with { StockLots = [Lot(30, place: "store")] });

        Assert.Null(entry.Value);
        Assert.Null(entry.FirstShort);
        Assert.Equal((TrafficLight.Green, 0, 30), (entry.Light, entry.Missing, entry.OnHand));
        Assert.Equal("Not used here; 30 on hand, 0 arriving.", entry.Explanation);
    }

    [Fact]
    public void A_place_without_stock_and_use_has_no_entry() =>
        Assert.DoesNotContain(InventoryAssessor.Assess(Base).Supplies, entry => entry.Place == "store");

    [Fact]
    public void The_district_pools_what_its_places_cannot_share()
    {
        District district = Base with { StockLots = [Lot(12), Lot(48, place: "store")] };

        Assert.Equal(TrafficLight.Red, At("clinic", district).Light);
        StockEntry whole = At(null, district);
        Assert.Equal((60, 10.0, TrafficLight.Green, 0), (whole.OnHand, whole.Value, whole.Light, whole.Missing));
    }

    [Theory]
    [InlineData(3, TrafficLight.Red)]
    [InlineData(4, TrafficLight.Amber)]
    [InlineData(9, TrafficLight.Amber)]
    [InlineData(10, TrafficLight.Green)]
    public void The_light_changes_at_the_thresholds_and_is_green_if_the_stock_lasts(int days, TrafficLight light) =>
        Assert.Equal(light, At("clinic", Base with { StockLots = [Lot(6 * days)] }).Light);

    [Fact]
    public void Thresholds_can_be_set()
    {
        District district = Base with { StockLots = [Lot(6 * 5)] };

        Assert.Equal(TrafficLight.Green, At("clinic", district, new LightThresholds(5, 2)).Light);
        Assert.Equal(TrafficLight.Amber, At("clinic", district, new LightThresholds(5.1, 5)).Light);
        Assert.Equal(TrafficLight.Red, At("clinic", district, new LightThresholds(6, 5.1)).Light);
    }

    [Fact]
    public void The_mean_use_is_that_of_the_window()
    {
        // The second half of the horizon uses twelve a day.
        District district = Base with
        {
            Duties = [.. Base.Duties, InventoryDistrict.Duty("late", "clinic", new DutyLine("line", "nurse", 2, 1, "kit")) with { From = Day(5) }],
            StockLots = [Lot(54)],
        };

        Assert.Equal([6, 7, 9, 9], ((int[])[5, 6, 10, 366]).Select(window =>
            Entry(null, district, new InventoryOptions { WindowDays = window }).Need));
        Assert.Equal(7, At("clinic", district).DaysUntilShort);
    }

    [Fact]
    public void Burn_rates_and_both_shifts_count()
    {
        Duty clock = Base.Duties[0] with { Shifts = ["day", "night"] };
        District district = Base with { Duties = [clock], BurnRates = [new BurnRate("burn", "clinic", "mask", 2, 4)] };

        Assert.Equal(16, At("clinic", district).Need);
    }

    [Fact]
    public void Guests_use_items_only_if_people_are_taken_to_be_at_sites()
    {
        // Four contacts on day 2 stay three days: 4 x 0.5 masks, and one nurse of three masks in each of two shifts, on nine open days.
        var forecast = InventoryDistrict.Forecast(contacts: [0, 0, 4]);
        ReadinessInventory home = InventoryAssessor.Assess(Base, forecast);
        ReadinessInventory sites = InventoryAssessor.Assess(Base, forecast, new InventoryOptions { Housing = HousingAssumption.AtSites });

        Assert.DoesNotContain(home.Supplies, entry => entry.Place == "hotel");
        Assert.Equal(9 * 6 + 3 * 2, sites.Supplies.Single(entry => entry.Place == "hotel").Consumption);
    }

    private static (double, double) Figures(StockEntry entry) => (entry.Arriving, entry.Missing);

    private static StockEntry At(string? place, District district, LightThresholds? supplies = null) =>
        Entry(place, district, supplies is null ? null : new InventoryOptions { Thresholds = new InventoryThresholds { Supplies = supplies } });

    private static StockEntry Entry(string? place, District district, InventoryOptions? options) =>
        InventoryAssessor.Assess(district, options: options).Supplies.Single(entry => entry.Place == place);

    private static DateOnly Day(int day) => InventoryDistrict.Start.AddDays(day);

    private static StockLot Lot(long quantity, int? expires = null, string place = "clinic") =>
        new(place, "mask", quantity, expires is { } day ? Day(day) : null);

    private static Shipment Shipment(long quantity, int arrives) => new("shipment", "mask", "clinic", quantity, Day(arrives));
}
