using System.Collections.Immutable;
using Readiness.Demand;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Tests.Audit;

/// <summary>
/// A ten-day district small enough to follow by hand, and a good plan for it: a ward short of gowns on day 2 and of masks on
/// days 7 and 8, a joint team, a hotel with two guests, a third contact at home.
/// </summary>
internal static class TinyPlan
{
    private static readonly PlanningHorizon Horizon = new(new DateOnly(2020, 1, 24), 10);

    public static DraftPlan Good { get; } = new(CreateDistrict(), CreateForecast(), CreateDecisions());

    public static DateOnly Date(int day) => Horizon.DateOf(day);

    public static Assignment Turn(string staff, string duty, string line, int day, string shift = "day") =>
        new(staff, duty, line, Date(day), shift);

    public static PlannedShipment Send(string item, string from, string to, int day, int arrives, long quantity) =>
        new(item, from, to, Date(day), Date(arrives), quantity);

    public static LocalizedName Name(string id) => new(id, id);

    private static District CreateDistrict() => new()
    {
        SchemaVersion = District.CurrentSchemaVersion,
        Id = "tiny",
        Name = Name("tiny"),
        Horizon = Horizon,
        Policy = new PlanningPolicy
        {
            TravelLimitKm = 15,
            LendingShare = 0.75,
            Quarantine = new QuarantinePolicy { LengthDays = 2, MaxDistanceKm = 5, GuestClass = 2, MinimumSiteCover = 0.75 },
        },
        Epidemic = new Epidemic { Region = "city", DistrictShare = 0 },
        Zones =
        [
            new Zone("west", Name("west"), 10_000, new GeoPoint(25, 102)),
            new Zone("north", Name("north"), 10_000, new GeoPoint(25.1, 102)),
        ],
        Organisations = [new Organisation("health", Name("health")), new Organisation("police", Name("police"))],
        Facilities =
        [
            new Facility("hospital", Name("hospital"), FacilityKind.Hospital, "health", "west", new GeoPoint(25, 102)),
            new Facility("store", Name("store"), FacilityKind.Warehouse, "health", "west", new GeoPoint(25, 102.01)),
            new Facility("station", Name("station"), FacilityKind.PoliceStation, "police", "north", new GeoPoint(25.1, 102)),
        ],
        Items = [new Item("mask", Name("mask"), "piece", 10, 2), new Item("gown", Name("gown"), "piece")],
        StockLots =
        [
            new StockLot("store", "mask", 100),
            new StockLot("hospital", "mask", 8, Date(1)),
            new StockLot("hospital", "gown", 2),
        ],
        Shipments = [new Shipment("donation", "mask", "hospital", 4, Date(9))],
        Lanes = [new Lane("store", "hospital", 1, 10), new Lane("store", "hotel"), new Lane("hospital", "store", 2)],
        Kits =
        [
            new Kit("full", Name("full"), [new KitItem("mask", 1), new KitItem("gown", 1)]),
            new Kit("basic", Name("basic"), [new KitItem("mask", 1)]),
        ],
        BurnRates = [new BurnRate("patients", "hospital", "mask", 3, PerDay: 2)],
        Skills = [new Skill("nurse", Name("nurse")), new Skill("officer", Name("officer"))],
        ShiftTypes = [new ShiftType("day", Name("day"), new TimeOnly(8, 0), 480), new ShiftType("night", Name("night"), new TimeOnly(20, 0), 720)],
        Contracts = [new Contract { Id = "standard", Name = Name("standard"), NormalMinutesPerWeek = 960, MaxMinutesPerWeek = 1440, MaxConsecutiveDays = 3 }],
        Staff =
        [
            new StaffMember("n1", "hospital", ["nurse"], "standard"),
            new StaffMember("n2", "hospital", ["nurse"], "standard"),
            new StaffMember("p1", "station", ["officer"], "standard"),
        ],
        Absences = [new Absence("p1", Date(5), Date(6), AbsenceKind.Leave)],
        Duties =
        [
            new Duty
            {
                Id = "ward", Name = Name("ward"), Kind = DutyKind.IsolationWard, Place = "hospital", Shifts = ["day"], To = Date(2),
                Lines = [new DutyLine("care", "nurse", 1, 1, "full")],
            },
            new Duty
            {
                Id = "team", Name = Name("team"), Kind = DutyKind.HomeMonitoring, Place = "station", Shifts = ["day"], To = Date(0), Together = true,
                Lines = [new DutyLine("health", "nurse", 1, 4, Organisation: "health"), new DutyLine("police", "officer", 1, 4, Organisation: "police")],
            },
        ],
        CandidateSites = [Site("hotel", SiteStatus.Available), Site("dorm", SiteStatus.Closed)],
    };

    private static CandidateSite Site(string id, SiteStatus status) => new()
    {
        Id = id,
        Name = Name(id),
        Kind = SiteKind.Hotel,
        Zone = "west",
        Location = new GeoPoint(25, 102.02),
        Rooms = 3,
        SetUpDays = 1,
        OpeningCost = 100,
        Status = status,
        Shifts = ["day"],
        Lines = [new SiteLine("watch", "nurse", 1, Kit: "basic")],
        GuestNeeds = [new GuestNeed("mask", 0.5, 3)],
    };

    private static DemandForecast CreateForecast()
    {
        ImmutableArray<double> none = [.. new double[10]];
        return new DemandForecast(
            Horizon,
            [
                new DemandTrajectory(1,
                [
                    new ZoneDemand("west", none, [0, 2, 0, 0, 0, 0, 0, 0, 0, 0], none, none, none),
                    new ZoneDemand("north", none, [0, 1, 0, 0, 0, 0, 0, 0, 0, 0], none, none, none),
                ]),
            ]);
    }

    private static PlanDecisions CreateDecisions() => new(
        Sites: [new SiteOpening("hotel", Date(1), Date(2), [new Admission("west", Date(1), 2)])],
        Assignments:
        [
            Turn("n1", "ward", "care", 0),
            Turn("n1", "ward", "care", 1),
            Turn("n2", "team", "health", 0),
            Turn("p1", "team", "police", 0),
            Turn("n2", "hotel", "watch", 1),
            Turn("n2", "hotel", "watch", 2),
        ],
        Shipments: [Send("mask", "store", "hospital", 0, 1, 10), Send("mask", "store", "hotel", 1, 1, 10)],
        Issues:
        [
            .. new[] { 0, 1, 2, 3, 4, 5, 6, 9 }.Select(day => new StockIssue("patients", "mask", Date(day), 2)),
            new StockIssue("hotel", "mask", Date(1), 1),
            new StockIssue("hotel", "mask", Date(2), 1),
        ],
        Unmet:
        [
            new UnmetNeed(UnmetKind.Cover, 1, Date(2), "ward", "care", "day", null, 1, UnmetCause.Kit, "gown"),
            new UnmetNeed(UnmetKind.Guests, 2, Date(1), "north", null, null, null, 1, UnmetCause.Room),
            new UnmetNeed(UnmetKind.Items, 3, Date(7), "patients", null, null, "mask", 2, UnmetCause.Stock),
            new UnmetNeed(UnmetKind.Items, 3, Date(8), "patients", null, null, "mask", 2, UnmetCause.Stock),
        ]);
}
