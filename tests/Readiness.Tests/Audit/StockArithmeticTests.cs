using System.Collections.Immutable;
using Readiness.Audit;
using Readiness.Demand;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Tests.Audit;

/// <summary>Two places, one item in single units, needs that are only issues: the arithmetic of days, lots and lanes by hand.</summary>
public sealed class StockArithmeticTests
{
    private static readonly PlanningHorizon Horizon = new(new DateOnly(2020, 1, 24), 6);

    [Fact]
    public void A_lot_may_be_used_on_its_expiry_date_and_not_after()
    {
        District district = Create([new StockLot("a", "mask", 5, Horizon.DateOf(1))], []);

        Assert.Empty(StockRules(district, [Issue("a", 0, 2), Issue("a", 1, 3)], []));
        Assert.Equal([("issueBeyondStock", 2)], StockRules(district, [Issue("a", 0, 2), Issue("a", 1, 2), Issue("a", 2, 1)], []));
        Assert.Equal(1, Expired(district, [Issue("a", 0, 2), Issue("a", 1, 2)], []));
    }

    [Fact]
    public void Use_takes_what_expires_first()
    {
        // Listed last and still taken first; used in another order two units would be wasted on day 1.
        District district = Create([new StockLot("a", "mask", 4), new StockLot("a", "mask", 3, Horizon.DateOf(4)), new StockLot("a", "mask", 2, Horizon.DateOf(1))], []);

        Assert.Equal(0, Expired(district, [Issue("a", 0, 2), Issue("a", 3, 3)], []));
        Assert.Equal(3, Expired(district, [Issue("a", 0, 2)], []));
        Assert.Equal(1, Expired(district, [Issue("a", 1, 4)], []));
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 3)]
    [InlineData(3, 5)]
    public void A_transfer_is_usable_after_the_lead_time(int leadTime, int firstDay)
    {
        District district = Create([new StockLot("a", "mask", 5)], [new Lane("a", "b", leadTime)]);
        PlannedShipment[] sent = [Send("a", "b", 2, leadTime, 5)];

        Assert.Empty(StockRules(district, [Issue("b", firstDay, 5)], sent));
        Assert.Equal([("issueBeyondStock", firstDay - 1)], StockRules(district, [Issue("b", firstDay - 1, 1)], sent));
    }

    [Fact]
    public void Same_day_transfers_leave_before_use_and_longer_ones_after()
    {
        District sameDay = Create([new StockLot("a", "mask", 5)], [new Lane("a", "b")]);
        Assert.Equal([("issueBeyondStock", 0)], StockRules(sameDay, [Issue("a", 0, 1)], [Send("a", "b", 0, 0, 5)]));

        District longer = Create([new StockLot("a", "mask", 5)], [new Lane("a", "b", 1)]);
        Assert.Equal([("dispatchBeyondStock", 0)], StockRules(longer, [Issue("a", 0, 1)], [Send("a", "b", 0, 1, 5)]));
        Assert.Empty(StockRules(longer, [Issue("a", 0, 1)], [Send("a", "b", 0, 1, 4)]));
    }

    [Fact]
    public void Same_day_transfers_do_not_pass_on_what_came_that_day()
    {
        District district = Create([new StockLot("a", "mask", 5)], [new Lane("a", "b"), new Lane("b", "c")]);

        Assert.Equal([("dispatchBeyondStock", 0)], StockRules(district, [], [Send("a", "b", 0, 0, 5), Send("b", "c", 0, 0, 5)]));
        Assert.Empty(StockRules(district, [Issue("c", 1, 5)], [Send("a", "b", 0, 0, 5), Send("b", "c", 1, 0, 5)]));
    }

    [Fact]
    public void A_longer_transfer_passes_on_what_a_same_day_one_brought()
    {
        District district = Create([new StockLot("a", "mask", 5)], [new Lane("a", "b"), new Lane("b", "c", 1)]);

        Assert.Empty(StockRules(district, [Issue("c", 1, 5)], [Send("a", "b", 0, 0, 5), Send("b", "c", 0, 1, 5)]));
    }

    [Fact]
    public void A_transfer_takes_only_lots_usable_on_arrival_and_keeps_their_expiry()
    {
        District district = Create(
            [new StockLot("a", "mask", 2, Horizon.DateOf(1)), new StockLot("a", "mask", 3, Horizon.DateOf(3))],
            [new Lane("a", "b", 2)]);

        Assert.Equal([("dispatchBeyondStock", 0)], StockRules(district, [], [Send("a", "b", 0, 2, 4)]));
        Assert.Empty(StockRules(district, [Issue("a", 1, 2), Issue("b", 3, 3)], [Send("a", "b", 0, 2, 3)]));
        Assert.Equal([("issueBeyondStock", 4)], StockRules(district, [Issue("b", 4, 1)], [Send("a", "b", 0, 2, 3)]));
        Assert.Equal(2 + 3, Expired(district, [], [Send("a", "b", 0, 2, 3)]));
    }

    [Fact]
    public void The_sooner_arrival_leaves_the_longer_lived_lots()
    {
        // Both orders of the list must do: the lane of one day takes the lot of day 1, the lane of two days the other.
        District district = Create(
            [new StockLot("a", "mask", 2, Horizon.DateOf(1)), new StockLot("a", "mask", 2, Horizon.DateOf(2))],
            [new Lane("a", "c", 2), new Lane("a", "b", 1)]);
        PlannedShipment[] sent = [Send("a", "c", 0, 2, 2), Send("a", "b", 0, 1, 2)];

        Assert.Empty(StockRules(district, [Issue("b", 1, 2), Issue("c", 2, 2)], sent));
        Assert.Empty(StockRules(district, [Issue("b", 1, 2), Issue("c", 2, 2)], [.. sent.Reverse()]));
    }

    [Fact]
    public void Deliveries_are_usable_from_their_day_to_their_expiry()
    {
        District district = Create([], []) with { Shipments = [new Shipment("s", "mask", "a", 4, Horizon.DateOf(2), Horizon.DateOf(3))] };

        Assert.Empty(StockRules(district, [Issue("a", 2, 4)], []));
        Assert.Equal([("issueBeyondStock", 1)], StockRules(district, [Issue("a", 1, 1)], []));
        Assert.Equal(4, Expired(district, [], []));
    }

    [Fact]
    public void What_leaves_for_a_day_beyond_the_horizon_is_gone_and_not_waste()
    {
        District district = Create([new StockLot("a", "mask", 5, Horizon.DateOf(8))], [new Lane("a", "b", 3)]);

        Assert.Empty(StockRules(district, [], [Send("a", "b", 5, 3, 5)]));
        Assert.Equal(0, Expired(district, [], [Send("a", "b", 5, 3, 5)]));
    }

    private static District Create(ImmutableArray<StockLot> lots, ImmutableArray<Lane> lanes) => new()
    {
        SchemaVersion = District.CurrentSchemaVersion,
        Id = "stock",
        Name = TinyPlan.Name("stock"),
        Horizon = Horizon,
        Policy = new PlanningPolicy(),
        Epidemic = new Epidemic { Region = "city", DistrictShare = 0 },
        Zones = [new Zone("zone", TinyPlan.Name("zone"), 1, new GeoPoint(25, 102))],
        Organisations = [new Organisation("health", TinyPlan.Name("health"))],
        Facilities = [Place("a"), Place("b"), Place("c")],
        Items = [new Item("mask", TinyPlan.Name("mask"), "piece")],
        StockLots = lots,
        Lanes = lanes,
        BurnRates = [.. new[] { "a", "b", "c" }.Select(place => new BurnRate(place, place, "mask", 1, PerDay: 5))],
    };

    private static Facility Place(string id) =>
        new(id, TinyPlan.Name(id), FacilityKind.Warehouse, "health", "zone", new GeoPoint(25, 102));

    private static StockIssue Issue(string place, int day, long quantity) => new(place, "mask", Horizon.DateOf(day), quantity);

    private static PlannedShipment Send(string from, string to, int day, int leadTime, long quantity) =>
        new("mask", from, to, Horizon.DateOf(day), Horizon.DateOf(day + leadTime), quantity);

    private static PlanAudit Audit(District district, StockIssue[] issues, PlannedShipment[] shipments) =>
        PlanAuditor.Audit(district, DemandForecaster.Forecast(district), new PlanDecisions([], [], [.. shipments], [.. issues], []));

    private static (string, int)[] StockRules(District district, StockIssue[] issues, PlannedShipment[] shipments) =>
    [
        .. Audit(district, issues, shipments).Violations
            .Where(violation => violation.Rule is not AuditRules.UnmetNotBooked)
            .Select(violation => (violation.Rule, violation.Day!.Value)),
    ];

    private static double Expired(District district, StockIssue[] issues, PlannedShipment[] shipments) =>
        Audit(district, issues, shipments).Indicators[IndicatorIds.WasteExpiredUnits].Value;
}
