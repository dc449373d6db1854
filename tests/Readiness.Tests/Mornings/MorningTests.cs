using System.Collections.Immutable;
using System.Text.Json;
using Readiness.Assessment;
using Readiness.Districts;
using Readiness.Mornings;
using Readiness.Planning;
using Readiness.Plans;
using Readiness.Tests.Planning;

namespace Readiness.Tests.Mornings;

public sealed class MorningTests
{
    private static readonly PlannerOptions Quick = new() { TimeLimit = TimeSpan.FromSeconds(60), WorkLimit = 2, Threads = 1 };

    private static readonly Lazy<ReadinessPlan> Hotels = new(() => Plan(TwoHotels.Make(nearRooms: 100, farRooms: 100)));

    private static District District => Hotels.Value.District;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 4)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Where_the_morning_is_as_expected_the_plan_made_on_top_keeps_every_pinned_decision(int seed)
    {
        ReadinessPlan before = Plan(DistrictGenerator.Generate(GeneratorOptions.Tiny with { Seed = seed, StockRules = seed % 2 == 0 }));
        var published = new PublishedPlan(before.Decisions, Start: before.District.Horizon.Start);
        DateOnly date = before.District.Horizon.DateOf(1);

        MorningResult morning = MorningDocument.Apply(new Morning { Date = date, Days = before.District.Horizon.Days - 1 }, before.District, published);
        ReadinessPlan after = Plan(morning.OrThrow(), published with { Window = new PlanWindow(date, before.District.Horizon.End) });

        // People are counted as wholes from the first day of a horizon, so that a guest may fall to another day; nothing else depends on where it begins.
        Assert.True(after.Audit.Passed);
        Assert.All(after.Audit.Forced, change => Assert.Equal(DecisionKind.Admission, change.Kind));
        Assert.All(before.Decisions.Assignments.Where(work => work.Day >= date), work => Assert.Contains(work, after.Decisions.Assignments));
        Assert.All(before.Decisions.Shipments.Where(sent => sent.Day >= date), sent => Assert.Contains(sent, after.Decisions.Shipments));
        Assert.NotEmpty(morning.Derived);
    }

    [Fact]
    public void What_was_worked_becomes_history_and_guests_stay_where_they_were_placed()
    {
        MorningResult morning = Apply(new Morning { Date = TwoHotels.Date(1) });

        District district = morning.OrThrow();
        Assert.Equal(new PlanningHorizon(TwoHotels.Date(1), 2), district.Horizon);
        Assert.Equal(
            Hotels.Value.Decisions.Assignments.Where(work => work.Day < TwoHotels.Date(1)).Select(work => (work.Staff, work.Day, work.Shift)).Order(),
            district.Staff.SelectMany(person => person.History.Select(shift => (person.Id, shift.Date, shift.Shift))).Order());

        // Travellers stay for two days, so that those of the first are there on the second, and gone on the third.
        Assert.Equal(8, district.InQuarantine.Sum(group => group.People));
        Assert.All(district.InQuarantine, group => Assert.Equal(TwoHotels.Date(1), group.Until));
        long placed = Hotels.Value.Decisions.Sites.SelectMany(site => site.Admissions).Where(admission => admission.Day == TwoHotels.Date(0)).Sum(admission => admission.Guests);
        Assert.True(placed > 0);
        Assert.Equal(placed, district.InQuarantine.Where(group => group.Site is not null).Sum(group => group.People));
        Assert.All(
            district.CandidateSites.Where(site => district.InQuarantine.Any(group => group.Site == site.Id)), site => Assert.Equal((0, 0.0), (site.SetUpDays, site.OpeningCost)));
        Assert.True(Plan(district).Audit.Passed);
    }

    [Fact]
    public void Who_was_reported_ill_has_not_worked_and_a_reported_shift_counts()
    {
        Assignment worked = Hotels.Value.Decisions.Assignments.First(work => work.Day == TwoHotels.Date(0));
        string other = District.Staff.First(person => !Hotels.Value.Decisions.Assignments.Any(work => work.Staff == person.Id && work.Day == TwoHotels.Date(0))).Id;

        District district = Apply(new Morning
        {
            Date = TwoHotels.Date(1),
            Absences = [new Absence(worked.Staff, TwoHotels.Date(0), TwoHotels.Date(1), AbsenceKind.Sick)],
            Worked = [new TurnWorked(other, TwoHotels.Date(0), "day")],
        }).OrThrow();

        Assert.Empty(district.Staff.Single(person => person.Id == worked.Staff).History);
        Assert.Equal([new WorkedShift(TwoHotels.Date(0), "day")], district.Staff.Single(person => person.Id == other).History);
        Assert.Contains(district.Absences, absence => absence.Staff == worked.Staff);
    }

    [Fact]
    public void Counted_stock_takes_the_place_of_what_is_left_and_a_delivery_comes_in_part_or_later()
    {
        District announced = District with
        {
            Items = [.. District.Items, new Item("mask", new LocalizedName("Mask", "Mask"), "piece")],
            StockLots = [.. District.StockLots, new StockLot("clinic", "mask", 7)],
            Shipments = [new Shipment("masks", "mask", "clinic", 10, TwoHotels.Date(0)), new Shipment("late", "mask", "clinic", 5, TwoHotels.Date(2))],
        };

        MorningResult derived = MorningDocument.Apply(new Morning { Date = TwoHotels.Date(1) }, announced, null);
        Assert.Equal(17, derived.OrThrow().StockLots.Where(lot => lot.Item == "mask").Sum(lot => lot.Quantity));
        Assert.Contains(derived.Derived, fact => fact is { Subject: "shipments", Id: "masks" });
        Assert.Equal(["late"], derived.OrThrow().Shipments.Select(shipment => shipment.Id));

        MorningResult partly = MorningDocument.Apply(
            new Morning { Date = TwoHotels.Date(1), Deliveries = [new DeliveryNote("masks", 4, TwoHotels.Date(2))] }, announced, null);
        Assert.Equal(11, partly.OrThrow().StockLots.Where(lot => lot.Item == "mask").Sum(lot => lot.Quantity));
        Assert.Contains(partly.OrThrow().Shipments, shipment => shipment is { Id: "masks", Quantity: 6 } && shipment.Arrives == TwoHotels.Date(2));

        MorningResult counted = MorningDocument.Apply(
            new Morning { Date = TwoHotels.Date(1), Stock = [new StockCount("clinic", "mask", 3)], Deliveries = [new DeliveryNote("masks", 0)] }, announced, null);
        Assert.Equal([3L], counted.OrThrow().StockLots.Where(lot => lot.Item == "mask").Select(lot => lot.Quantity));
        Assert.DoesNotContain(counted.OrThrow().Shipments, shipment => shipment.Id == "masks");
    }

    [Fact]
    public void Reported_cases_take_the_place_of_expected_ones()
    {
        District district = Apply(new Morning
        {
            Date = TwoHotels.Date(1),
            NewCases = [new DailyCount(TwoHotels.Date(0), 12)],
            ImportedCases = [new ZoneCount(TwoHotels.Date(0), "town", 2)],
        }).OrThrow();

        Assert.Equal([new DailyCount(TwoHotels.Date(0), 12)], district.Epidemic.NewCases);
        Assert.Equal([new ZoneCount(TwoHotels.Date(0), "town", 2)], district.Epidemic.ImportedCases);
    }

    [Fact]
    public void Every_fault_of_a_report_is_told_at_once_with_its_place()
    {
        const string report = """
            {
              "date": "2020-01-25",
              "stock": [{ "place": "nowhere", "item": "gown", "quantity": -1, "expires": "2020-01-24" }],
              "absences": [{ "staff": "nurse1", "from": "2020-01-26", "to": "2020-01-25", "kind": "sick" }],
              "worked": [{ "staff": "nobody", "date": "2020-01-25", "shift": "day" }],
              "inQuarantine": [{ "zone": "town", "until": "2020-01-24", "people": 1 }],
              "weather": "fine"
            }
            """;
        using JsonDocument document = JsonDocument.Parse(report);

        MorningResult result = MorningDocument.Apply(document.RootElement, District, null);

        Assert.Null(result.District);
        Assert.Equal(
            ["/absences/0/to", "/inQuarantine/0/until", "/stock/0/expires", "/stock/0/place", "/stock/0/quantity", "/weather", "/worked/0/date", "/worked/0/staff"],
            result.Errors.Select(error => error.Pointer).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("2020-01-23")]
    [InlineData("2020-01-27")]
    public void A_morning_that_was_not_planned_is_refused(string date)
    {
        MorningResult result = Apply(new Morning { Date = DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture) });

        Assert.Equal(["/date"], result.Errors.Select(error => error.Pointer));
        Assert.Throws<DistrictFormatException>(result.OrThrow);
    }

    [Fact]
    public void What_a_plan_changes_is_listed_with_where_it_comes_from()
    {
        Assignment lost = Hotels.Value.Decisions.Assignments.First(work => work.Day == TwoHotels.Date(1));
        District district = Apply(new Morning { Date = TwoHotels.Date(1), Absences = [new Absence(lost.Staff, TwoHotels.Date(1), TwoHotels.Date(2), AbsenceKind.Sick)] }).OrThrow();

        ReadinessPlan after = Plan(district, new PublishedPlan(Hotels.Value.Decisions, new PlanWindow(TwoHotels.Date(1), TwoHotels.Date(2)), TwoHotels.Date(0)));

        PlanChanges changes = PlanChanges.Of(after);
        PlanChange change = Assert.Single(changes.Changes, change => change.Kind == DecisionKind.Assignment && change.Subject == lost.Staff && change.Day == lost.Day);
        Assert.Equal((ChangeOrigin.Forced, "absent", true), (change.Origin, change.Rule, change.InWindow));
        KindCount assignments = changes.Kinds.Single(kind => kind.Kind == DecisionKind.Assignment);
        Assert.Equal(Hotels.Value.Decisions.Assignments.Count(work => work.Day >= TwoHotels.Date(1)), assignments.Published);
        Assert.Equal(assignments.Published - assignments.Forced, assignments.Kept);
        Assert.Equal(changes.Count, after.Audit.Indicators[IndicatorIds.PlanChanges].Value);
    }

    private static MorningResult Apply(Morning morning) => MorningDocument.Apply(morning, District, new PublishedPlan(Hotels.Value.Decisions));

    private static ReadinessPlan Plan(District district, PublishedPlan? published = null) =>
        new ReadinessPlanner().Plan(district, Quick with { Published = published }, null, TestContext.Current.CancellationToken);
}
