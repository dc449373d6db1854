using Readiness.Districts;

namespace Readiness.Tests.Districts;

/// <summary>A valid district with one or two of everything.</summary>
internal static class SmallDistrict
{
    public static readonly DateOnly Start = new(2020, 1, 24);

    public static District Make() => new()
    {
        SchemaVersion = District.CurrentSchemaVersion,
        Id = "small",
        Name = new LocalizedName("Small", "小区"),
        Sources = [new SourceNote("", SourceKind.Invention, "All made up.\nFor tests.")],
        Horizon = new PlanningHorizon(Start, 7),
        Policy = new PlanningPolicy { TravelLimitKm = 12.5, ShipmentConfidence = 0.7, PurchaseBudget = 900, Quarantine = new QuarantinePolicy { LengthDays = 10 } },
        Epidemic = new Epidemic
        {
            Region = "City",
            DistrictShare = 0.1,
            NewCases = [new DailyCount(Start.AddDays(-3), 2), new DailyCount(Start, 1.5)],
            ImportedCases = [new ZoneCount(Start.AddDays(1), "east", 1)],
            Arrivals = [new DailyCount(Start, 12)],
        },
        Zones = [new Zone("east", new LocalizedName("East", "东"), 50_000, new GeoPoint(25.05, 102.75)), new Zone("west", new LocalizedName("West"), 0, new GeoPoint(25, 102.6))],
        Organisations = [new Organisation("health", new LocalizedName("Health")), new Organisation("police", new LocalizedName("Police"))],
        Facilities =
        [
            new Facility("clinic", new LocalizedName("Clinic"), FacilityKind.Hospital, "health", "east", new GeoPoint(25.06, 102.76), 120, 6),
            new Facility("station", new LocalizedName("Station"), FacilityKind.PoliceStation, "police", "west", new GeoPoint(25.01, 102.61)),
        ],
        Items = [new Item("respirator", new LocalizedName("Respirator"), "piece", 10, 2.5), new Item("gown", new LocalizedName("Gown"), "piece")],
        StockLots = [new StockLot("clinic", "respirator", 500, Start.AddDays(3)), new StockLot("hotel", "gown", 10)],
        Shipments = [new Shipment("s1", "gown", "clinic", 200, Start.AddDays(2), Start.AddDays(400)) { Arrival = [new ShipmentOutcome(0, 0.75), new ShipmentOutcome(3, 0.125, 0.5)] }],
        Offers = [new PurchaseOffer("maker", "gown", "clinic", 3, 250.5, 20, 2, Start.AddDays(1), Start.AddDays(90))],
        Recipes = [new Recipe("washable", "gown", [new RecipeItem("respirator", 2), new RecipeItem("gown", 2)], [3, 4], 3, 0.5, 2)],
        Lanes = [new Lane("clinic", "hotel", 1, 300, 20), new Lane("hotel", "clinic")],
        Kits = [new Kit("ward", new LocalizedName("Ward kit"), [new KitItem("respirator", 2), new KitItem("gown", 1)])],
        BurnRates = [new BurnRate("masks", "clinic", "gown", 3, 4, WorkloadDriver.FeverVisits, 0.5, ["east"])],
        Skills = [new Skill("nurse", new LocalizedName("Nurse")), new Skill("officer", new LocalizedName("Officer"))],
        ShiftTypes =
        [
            new ShiftType("day", new LocalizedName("Day"), new TimeOnly(8, 0), 720),
            new ShiftType("night", new LocalizedName("Night"), new TimeOnly(20, 30), 690),
        ],
        Contracts =
        [
            new Contract
            {
                Id = "full",
                Name = new LocalizedName("Full time"),
                MaxMinutesPerWeek = 3000,
                ShiftTypes = ["day"],
                MaxWeekends = 1,
                MaxShifts = [new ShiftLimit("day", 5)],
                ClosedLoopDays = 14,
                IsolationDays = 7,
                MaxProtectiveMinutesPerShift = 360,
                MaxProtectiveMinutesPerWeek = 1440,
            },
        ],
        Staff = [new StaffMember("n1", "clinic", ["nurse"], "full"), new StaffMember("o1", "station", ["officer"], "full", Lendable: false, [new WorkedShift(Start.AddDays(-1), "day"), new WorkedShift(Start.AddDays(-4), "night")])],
        Absences = [new Absence("n1", Start.AddDays(-2), Start.AddDays(1), AbsenceKind.Leave)],
        Duties =
        [
            new Duty
            {
                Id = "fever",
                Name = new LocalizedName("Fever clinic"),
                Kind = DutyKind.FeverClinic,
                Place = "clinic",
                Shifts = ["day", "night"],
                From = Start,
                To = Start.AddDays(5),
                Weekdays = [DayOfWeek.Friday, DayOfWeek.Monday],
                Zones = ["east"],
                Lines = [new DutyLine("nurses", "nurse", 2, 1, "ward", "health", new Workload(WorkloadDriver.FeverVisits, 20), 30)],
            },
            new Duty
            {
                Id = "visits",
                Name = new LocalizedName("Home visits"),
                Kind = DutyKind.HomeMonitoring,
                Place = "station",
                Shifts = ["day"],
                Together = true,
                TeamWorkload = new Workload(WorkloadDriver.HomeMonitored, 30),
                Lines = [new DutyLine("nurse", "nurse", 1, 2), new DutyLine("officer", "officer", 1, 2, Organisation: "police")],
            },
        ],
        CandidateSites =
        [
            new CandidateSite
            {
                Id = "hotel",
                Name = new LocalizedName("Hotel"),
                Kind = SiteKind.Hotel,
                Zone = "east",
                Location = new GeoPoint(25.04, 102.74),
                Rooms = 40,
                SetUpDays = 2,
                Status = SiteStatus.MustOpen,
                Shifts = ["day"],
                Lines = [new SiteLine("nurses", "nurse", 1, 15, 2, "ward", ProtectiveMinutesPerHour: 20)],
                GuestNeeds = [new GuestNeed("gown", 0.25, 3)],
            },
        ],
    };
}
