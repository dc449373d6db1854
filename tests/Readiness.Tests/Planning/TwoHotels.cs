using Readiness.Districts;

namespace Readiness.Tests.Planning;

/// <summary>
/// Three days small enough to follow by hand: eight travellers a day who stay for two, a near and a far hotel, a desk (class 4) on the
/// first two days and a ward (class 1) on the third that wear a gown each, and two gowns.
/// </summary>
internal static class TwoHotels
{
    private static readonly PlanningHorizon Horizon = new(new DateOnly(2020, 1, 24), 3);

    public static DateOnly Date(int day) => Horizon.DateOf(day);

    /// <param name="nearRooms">Rooms of the near hotel, which costs twice as much as the far one and takes twice the heads.</param>
    /// <param name="farRooms">Rooms of the far hotel.</param>
    /// <param name="nearSkill">Skill of the near hotel's heads.</param>
    public static District Make(int nearRooms, int farRooms, string nearSkill = "nurse") => new()
    {
        SchemaVersion = District.CurrentSchemaVersion,
        Id = "two-hotels",
        Name = Name("Two hotels"),
        Horizon = Horizon,
        Policy = new PlanningPolicy { LendingShare = 1, Quarantine = new QuarantinePolicy { LengthDays = 2 } },
        Epidemic = new Epidemic
        {
            Region = "city",
            DistrictShare = 0,
            Arrivals = [new DailyCount(Date(0), 8), new DailyCount(Date(1), 8), new DailyCount(Date(2), 8)],
        },
        Zones = [new Zone("town", Name("Town"), 10_000, new GeoPoint(25, 102))],
        Organisations = [new Organisation("health", Name("Health"))],
        Facilities = [new Facility("clinic", Name("Clinic"), FacilityKind.Hospital, "health", "town", new GeoPoint(25, 102))],
        Items = [new Item("gown", Name("Gown"), "piece")],
        StockLots = [new StockLot("clinic", "gown", 2)],
        Kits = [new Kit("gown", Name("Gown"), [new KitItem("gown", 1)])],
        Skills = [new Skill("nurse", Name("Nurse")), new Skill("clerk", Name("Clerk")), new Skill("surgeon", Name("Surgeon"))],
        ShiftTypes = [new ShiftType("day", Name("Day"), new TimeOnly(8, 0), 480)],
        Contracts = [new Contract { Id = "full", Name = Name("Full time") }],
        Staff =
        [
            .. Enumerable.Range(1, 5).Select(number => new StaffMember($"nurse{number}", "clinic", ["nurse"], "full")),
            new StaffMember("clerk", "clinic", ["clerk"], "full"),
        ],
        Duties =
        [
            Duty("desk", 0, 1, new DutyLine("clerk", "clerk", 1, 4, "gown")),
            Duty("ward", 2, 2, new DutyLine("nurse", "nurse", 1, 1, "gown")),
        ],
        CandidateSites = [Hotel("near", 102.01, nearRooms, 2, nearSkill), Hotel("far", 102.05, farRooms, 1, "nurse")],
    };

    /// <summary>Nobody wears anything, a ward (class 2) wants four of the five nurses every day, and the one hotel wants two of them and a surgeon, who does not exist.</summary>
    public static District WithoutSurgeon()
    {
        District district = Make(nearRooms: 100, farRooms: 100);
        return district with
        {
            Items = [],
            StockLots = [],
            Kits = [],
            Duties = [district.Duties[1] with { From = null, To = null, Lines = [new DutyLine("nurses", "nurse", 4, 2)] }],
            CandidateSites =
            [
                district.CandidateSites[0] with { Lines = [new SiteLine("nurses", "nurse", 2), new SiteLine("surgeon", "surgeon", 1)] },
            ],
        };
    }

    private static LocalizedName Name(string text) => new(text, text);

    private static Duty Duty(string id, int from, int to, DutyLine line) => new()
    {
        Id = id,
        Name = Name(id),
        Kind = DutyKind.FeverClinic,
        Place = "clinic",
        Shifts = ["day"],
        From = Date(from),
        To = Date(to),
        Lines = [line],
    };

    private static CandidateSite Hotel(string id, double longitude, int rooms, int heads, string skill) => new()
    {
        Id = id,
        Name = Name(id),
        Kind = SiteKind.Hotel,
        Zone = "town",
        Location = new GeoPoint(25, longitude),
        Rooms = rooms,
        SetUpDays = 0,
        OpeningCost = heads * 100,
        Shifts = ["day"],
        Lines = [new SiteLine("heads", skill, heads)],
    };
}
