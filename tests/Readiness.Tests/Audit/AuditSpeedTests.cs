using System.Diagnostics;
using Readiness.Audit;
using Readiness.Demand;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Tests.Audit;

/// <summary>A plan as large as a real district's: 28 facilities, 1,176 people, 28 days, 23,520 assignments, 4,704 transfers, 9,408 issues.</summary>
public sealed class AuditSpeedTests
{
    private const int Units = 28;
    private const int PeoplePerUnit = 42;
    private const int Days = 28;
    private const int Items = 12;
    private static readonly PlanningHorizon Horizon = new(new DateOnly(2020, 1, 24), Days);

    [Fact]
    public void A_plan_of_a_real_district_is_audited_in_a_fraction_of_a_second()
    {
        District district = Create();
        DemandForecast forecast = DemandForecaster.Forecast(district);
        PlanDecisions decisions = Decide();
        Assert.Empty(PlanAuditor.Audit(district, forecast, decisions).Violations);

        var times = new double[7];
        for (int round = 0; round < times.Length; round++)
        {
            long started = Stopwatch.GetTimestamp();
            Assert.True(PlanAuditor.Audit(district, forecast, decisions).Passed);
            times[round] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }

        Array.Sort(times);
        TestContext.Current.TestOutputHelper?.WriteLine($"median {times[3]:F0} ms, best {times[0]:F0} ms");

        // Generous: the test machine may be busy with everything else.
        Assert.InRange(times[0], 0, 500);
    }

    private static string Unit(int unit) => $"unit{unit}";

    private static string Item(int item) => $"item{item}";

    private static District Create() => new()
    {
        SchemaVersion = District.CurrentSchemaVersion,
        Id = "large",
        Name = TinyPlan.Name("large"),
        Horizon = Horizon,
        Policy = new PlanningPolicy(),
        Epidemic = new Epidemic { Region = "city", DistrictShare = 0 },
        Zones = [new Zone("zone", TinyPlan.Name("zone"), 500_000, new GeoPoint(25, 102))],
        Organisations = [new Organisation("health", TinyPlan.Name("health"))],
        Facilities = [Place("store"), .. Enumerable.Range(0, Units).Select(unit => Place(Unit(unit)))],
        Items = [.. Enumerable.Range(0, Items).Select(item => new Item(Item(item), TinyPlan.Name(Item(item)), "piece"))],
        StockLots =
        [
            .. Enumerable.Range(0, Items).SelectMany(item => new[]
            {
                new StockLot("store", Item(item), 10_000, Horizon.DateOf(20)),
                new StockLot("store", Item(item), 10_000, Horizon.DateOf(27)),
                new StockLot("store", Item(item), 1_000_000),
            }),
        ],
        Lanes = [.. Enumerable.Range(0, Units).Select(unit => new Lane("store", Unit(unit), 0, 1e6))],
        Kits = [new Kit("kit", TinyPlan.Name("kit"), [.. Enumerable.Range(0, Items).Select(item => new KitItem(Item(item), 1))])],
        BurnRates =
        [
            .. Enumerable.Range(0, Units).SelectMany(unit =>
                Enumerable.Range(0, Items).Select(item => new BurnRate($"{Unit(unit)}-{item}", Unit(unit), Item(item), 3, PerDay: 2))),
        ],
        Skills = [new Skill("nurse", TinyPlan.Name("nurse")), new Skill("doctor", TinyPlan.Name("doctor"))],
        ShiftTypes = [new ShiftType("day", TinyPlan.Name("day"), new TimeOnly(8, 0), 480)],
        Contracts = [new Contract { Id = "standard", Name = TinyPlan.Name("standard") }],
        Staff =
        [
            .. Enumerable.Range(0, Units * PeoplePerUnit).Select(person =>
                new StaffMember($"p{person}", Unit(person / PeoplePerUnit), ["doctor", "nurse"], "standard")),
        ],
        Duties =
        [
            .. Enumerable.Range(0, Units).Select(unit => new Duty
            {
                Id = $"duty{unit}", Name = TinyPlan.Name("duty"), Kind = DutyKind.RoutineCare, Place = Unit(unit), Shifts = ["day"],
                Lines = [new DutyLine("care", "nurse", 31, 2, "kit")],
            }),
        ],
    };

    // Everyone works five days of seven, so that 30 of the 31 heads asked for are there; goods come every other day.
    private static PlanDecisions Decide()
    {
        int[] days = [.. Enumerable.Range(0, Days)];
        return new PlanDecisions(
            [],
            [
                .. days.SelectMany(day => Enumerable.Range(0, Units * PeoplePerUnit)
                    .Where(person => (day + person) % 7 > 1)
                    .Select(person => new Assignment($"p{person}", $"duty{person / PeoplePerUnit}", "care", Horizon.DateOf(day), "day"))),
            ],
            [
                .. days.Where(day => day % 2 == 0).SelectMany(day => Enumerable.Range(0, Units * Items).Select(pair =>
                    new PlannedShipment(Item(pair % Items), "store", Unit(pair / Items), Horizon.DateOf(day), Horizon.DateOf(day), 64))),
            ],
            [
                .. days.SelectMany(day => Enumerable.Range(0, Units * Items).Select(pair =>
                    new StockIssue($"{Unit(pair / Items)}-{pair % Items}", Item(pair % Items), Horizon.DateOf(day), 2))),
            ],
            [
                .. days.SelectMany(day => Enumerable.Range(0, Units).Select(unit =>
                    new UnmetNeed(UnmetKind.Cover, 2, Horizon.DateOf(day), $"duty{unit}", "care", "day", null, 1, UnmetCause.Staff))),
            ]);
    }

    private static Facility Place(string id) =>
        new(id, TinyPlan.Name(id), FacilityKind.CommunityHealthCentre, "health", "zone", new GeoPoint(25, 102));
}
