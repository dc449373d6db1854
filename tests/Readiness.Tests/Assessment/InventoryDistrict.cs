using System.Collections.Immutable;
using Readiness.Demand;
using Readiness.Districts;

namespace Readiness.Tests.Assessment;

/// <summary>
/// A district small enough to do its inventory in the head: ten days from Friday, 24 January; a clinic whose two nurses wear three
/// masks each and work eight hours, a store with nothing to do, one site of ten rooms, and nobody ill.
/// </summary>
internal static class InventoryDistrict
{
    public static readonly DateOnly Start = new(2020, 1, 24);

    public static District Make() => new()
    {
        SchemaVersion = District.CurrentSchemaVersion,
        Id = "inventory",
        Name = Name("Inventory"),
        Horizon = new PlanningHorizon(Start, 10),
        Policy = new PlanningPolicy { Quarantine = new QuarantinePolicy { LengthDays = 3 } },
        Epidemic = new Epidemic { Region = "city", DistrictShare = 1, Rates = new DemandRates { BackgroundFeverVisitsPer10000 = 0 } },
        Zones = [new Zone("zone", Name("Zone"), 10_000, new GeoPoint(25, 102))],
        Organisations = [new Organisation("health", Name("Health"))],
        Facilities =
        [
            new Facility("clinic", Name("Clinic"), FacilityKind.Hospital, "health", "zone", new GeoPoint(25, 102), 40, 5),
            new Facility("store", Name("Store"), FacilityKind.Warehouse, "health", "zone", new GeoPoint(25, 102.01)),
        ],
        Items = [new Item("mask", Name("Mask"), "piece")],
        Kits = [new Kit("kit", Name("Kit"), [new KitItem("mask", 3)])],
        Skills = [new Skill("nurse", Name("Nurse")), new Skill("driver", Name("Driver"))],
        ShiftTypes = [new ShiftType("day", Name("Day"), new TimeOnly(8, 0), 480), new ShiftType("night", Name("Night"), new TimeOnly(20, 0), 720)],
        // 42 hours a week are six a day.
        Contracts = [new Contract { Id = "full", Name = Name("Full"), NormalMinutesPerWeek = 2520 }],
        Staff = [new StaffMember("a", "clinic", ["nurse"], "full"), new StaffMember("b", "clinic", ["nurse"], "full"), new StaffMember("c", "clinic", ["nurse"], "full")],
        Duties = [Duty("care", "clinic", new DutyLine("line", "nurse", 2, 1, "kit"))],
        CandidateSites =
        [
            new CandidateSite
            {
                Id = "hotel",
                Name = Name("Hotel"),
                Kind = SiteKind.Hotel,
                Zone = "zone",
                Location = new GeoPoint(25, 102.02),
                Rooms = 10,
                Shifts = ["day", "night"],
                Lines = [new SiteLine("nurse", "nurse", 1, 4, 2, "kit")],
                GuestNeeds = [new GuestNeed("mask", 0.5, 2)],
            },
        ],
    };

    public static LocalizedName Name(string name) => new(name);

    public static Duty Duty(string id, string place, params ImmutableArray<DutyLine> lines) => new()
    {
        Id = id,
        Name = Name(id),
        Kind = DutyKind.Other,
        Place = place,
        Shifts = ["day"],
        Lines = lines,
    };

    /// <summary>A forecast for the one zone; what is not given is zero.</summary>
    public static DemandForecast Forecast(long[]? contacts = null, double[]? patients = null, double[]? samples = null) =>
        new(Make().Horizon, [new DemandTrajectory(1, [new ZoneDemand("zone", [.. Days<double>(null)], [.. Days(contacts)], [.. Days<double>(null)], [.. Days(patients)], [.. Days(samples)])])]);

    private static T[] Days<T>(T[]? values)
    {
        var days = new T[10];
        values?.CopyTo(days, 0);
        return days;
    }
}
