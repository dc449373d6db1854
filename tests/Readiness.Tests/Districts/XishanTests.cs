using Readiness.Demand;
using Readiness.Districts;

namespace Readiness.Tests.Districts;

/// <summary>The sample is what its description says: the real course of the epidemic, the size, and short in the stated ways.</summary>
public sealed class XishanTests
{
    private const int LeaveDays = 7;

    private static readonly District Xishan = DistrictDocument.LoadSample("xishan");

    [Fact]
    public void HasTheSizeOfTheDistrict()
    {
        Assert.Empty(DistrictValidator.Validate(Xishan));
        Assert.Equal(1200, Xishan.Staff.Length);
        Assert.Equal(10, Xishan.Zones.Length);
        Assert.Equal(10, Xishan.CandidateSites.Length);
        Assert.Equal(new PlanningHorizon(new DateOnly(2020, 1, 24), 28), Xishan.Horizon);
        Assert.Equal(960_746, Xishan.Zones.Sum(zone => zone.Population));
        Assert.Equal(12, Xishan.Facilities.Count(facility => facility.Kind == FacilityKind.CommunityHealthCentre));
        Assert.All(Xishan.CandidateSites, site => Assert.InRange(site.Rooms, 30, 160));
    }

    [Fact]
    public void TellsTheRealCourseOfKunming()
    {
        var cases = Xishan.Epidemic.NewCases.ToDictionary(entry => entry.Date, entry => entry.Count);
        Assert.Equal(2, cases[new DateOnly(2020, 1, 23)]);
        Assert.Equal(6, cases[new DateOnly(2020, 1, 29)]);
        Assert.Equal(53, cases.Where(entry => entry.Key <= new DateOnly(2020, 2, 19)).Sum(entry => entry.Value));
        Assert.Equal(53, cases.Values.Sum());
        Assert.Contains(Xishan.Sources, note => note is { AppliesTo: "/epidemic/newCases", Kind: SourceKind.Fact });
    }

    [Fact]
    public void SaysOfEveryMadeUpPartThatItIs()
    {
        foreach (string part in (string[])["/staff", "/stockLots", "/shipments", "/candidateSites", "/facilities"])
        {
            Assert.Contains(Xishan.Sources, note => note.AppliesTo == part && note.Kind == SourceKind.Invention);
        }
    }

    [Theory]
    [InlineData("respirator")]
    [InlineData("medicalMask")]
    [InlineData("gown")]
    [InlineData("gloves")]
    [InlineData("faceShield")]
    [InlineData("goggles")]
    public void UsesEveryArticleOfTheKits(string item)
    {
        Assert.Contains(Xishan.Items, entry => entry.Id == item);
        Assert.Contains(Xishan.Kits, kit => kit.Items.Any(entry => entry.Item == item));
        Assert.True(Need(item).Sum() > 0);
    }

    [Fact]
    public void HasJointTeamsOfThreeOrganisationsInEverySubDistrict()
    {
        List<Duty> teams = [.. Xishan.Duties.Where(duty => duty.Kind == DutyKind.HomeMonitoring)];
        Assert.Equal(Xishan.Zones.Select(zone => zone.Id), teams.Select(duty => Assert.Single(duty.Zones)));
        Assert.All(teams, duty =>
        {
            Assert.True(duty.Together);
            Assert.Equal(["health", "subdistrict", "police"], duty.Lines.Select(line => line.Organisation));
        });
    }

    /// <summary>A good third of the health service is away in the first week, and whoever is present cannot do class 4.</summary>
    [Fact]
    public void IsShortOfPeopleWhileTheHolidayLasts()
    {
        var homes = Xishan.Facilities.ToDictionary(facility => facility.Id, facility => facility.Organisation);
        HashSet<string> health = [.. Xishan.Staff.Where(person => homes[person.Home] == "health").Select(person => person.Id)];
        int onLeave = Xishan.Absences.Where(absence => absence.Kind == AbsenceKind.Leave).Select(absence => absence.Staff).Count(health.Contains);
        Assert.InRange((double)onLeave / health.Count, 0.30, 0.45);

        foreach (string skill in (string[])["doctor", "nurse", "disinfector"])
        {
            Assert.True(PresentHours(skill, withLeave: true) < NeededHours(skill), $"{skill}: the leave leaves enough people");
            Assert.True(PresentHours(skill, withLeave: false) > NeededHours(skill), $"{skill}: cancelling leave does not help");
        }
    }

    /// <summary>
    /// Even if nobody is housed the need exceeds the supply by a tenth, and what is on hand lasts into the second week only: every
    /// guest at a site takes more.
    /// </summary>
    [Theory]
    [InlineData("respirator")]
    [InlineData("gown")]
    public void IsShortOfWhatTheShipmentsBring(string item)
    {
        long[] need = Need(item);
        long onHand = Xishan.StockLots.Where(lot => lot.Item == item).Sum(lot => lot.Quantity);
        long underWay = Xishan.Shipments.Where(shipment => shipment.Item == item).Sum(shipment => shipment.Quantity);
        Assert.InRange((double)need.Sum() / (onHand + underWay), 1.05, 1.2);
        Assert.InRange(Enumerable.Range(0, need.Length).First(day => need.Take(day + 1).Sum() > onHand), 7, 13);
    }

    [Fact]
    public void CouldHouseEveryoneIfItHadThePeople()
    {
        int length = Xishan.Policy.Quarantine.LengthDays;
        HomeMonitoring census = HomeMonitoring.From(DemandForecaster.Forecast(Xishan).Planned, length);
        long peak = Enumerable.Range(0, Xishan.Horizon.Days).Max(census.Total);
        Assert.InRange(peak, 500, 900);
        Assert.InRange(Xishan.CandidateSites.Sum(site => site.Rooms), peak, 1000);
    }

    [Fact]
    public void CanServeClassOneDespiteTheLeave()
    {
        foreach (string skill in (string[])["feverDoctor", "infectionNurse", "labTechnician", "epidemiologist"])
        {
            Assert.True(PresentHours(skill, withLeave: true) > NeededHours(skill, greatestClass: 1), skill);
        }
    }

    /// <summary>Even the best use of every respirator, places not regarded, serves a good deal less if the shipments are five days late.</summary>
    [Fact]
    public void LateRespiratorsHurt()
    {
        long[] need = Need("respirator");
        long onTime = Served(need, "respirator", delay: 0);
        Assert.True(onTime < need.Sum());
        Assert.InRange((double)Served(need, "respirator", delay: 5) / onTime, 0.8, 0.95);
    }

    [Fact]
    public void MoreCasesWorsenWhatBinds()
    {
        District doubled = Xishan with
        {
            Epidemic = Xishan.Epidemic with { NewCases = [.. Xishan.Epidemic.NewCases.Select(entry => entry with { Count = 2 * entry.Count })] },
        };
        foreach (string item in (string[])["respirator", "gown", "testKit"])
        {
            Assert.True(Need(item, doubled).Sum() > 1.05 * Need(item).Sum(), item);
        }
    }

    private static long Served(long[] need, string item, int delay)
    {
        long stock = Xishan.StockLots.Where(lot => lot.Item == item).Sum(lot => lot.Quantity);
        long served = 0;
        for (int day = 0; day < need.Length; day++)
        {
            stock += Xishan.Shipments.Where(shipment => shipment.Item == item && Xishan.Horizon.DayOf(shipment.Arrives) + delay == day)
                .Sum(shipment => shipment.Quantity);
            long today = Math.Min(stock, need[day]);
            served += today;
            stock -= today;
        }

        return served;
    }

    private static long[] Need(string item, District? changed = null)
    {
        District district = changed ?? Xishan;
        DemandTrajectory course = DemandForecaster.Forecast(district).Planned;
        var model = new WorkloadModel(district, course);
        HomeMonitoring home = HomeMonitoring.From(course, district.Policy.Quarantine.LengthDays);
        var perHead = Xishan.Kits.ToDictionary(kit => kit.Id, kit => kit.Items.FirstOrDefault(entry => entry.Item == item)?.Quantity ?? 0);
        return [.. Enumerable.Range(0, Xishan.Horizon.Days).Select(day =>
            Xishan.Duties.Sum(duty => duty.Lines.Where(line => line.Kit is not null).Sum(line =>
                duty.Shifts.Length * perHead[line.Kit!] * model.HeadsRequired(duty, line, day, home)))
            + Xishan.BurnRates.Where(rate => rate.Item == item).Sum(rate => model.UnitsNeeded(rate, day, home)))];
    }

    /// <summary>Hours of the first week that duties ask of a skill, nobody being housed.</summary>
    private static double NeededHours(string skill, int greatestClass = 4)
    {
        DemandTrajectory course = DemandForecaster.Forecast(Xishan).Planned;
        var model = new WorkloadModel(Xishan, course);
        HomeMonitoring home = HomeMonitoring.From(course, Xishan.Policy.Quarantine.LengthDays);
        var minutes = Xishan.ShiftTypes.ToDictionary(shift => shift.Id, shift => shift.LengthMinutes);
        return Enumerable.Range(0, LeaveDays).Sum(day => Xishan.Duties.Sum(duty => duty.Lines
            .Where(line => line.Skill == skill && line.PriorityClass <= greatestClass)
            .Sum(line => model.HeadsRequired(duty, line, day, home) * duty.Shifts.Sum(shift => minutes[shift] / 60.0))));
    }

    /// <summary>Most hours in eight-hour shifts that those present in the first week can work: six of seven days at most.</summary>
    private static double PresentHours(string skill, bool withLeave)
    {
        var contracts = Xishan.Contracts.ToDictionary(contract => contract.Id);
        var absent = Xishan.Absences.Where(absence => withLeave || absence.Kind != AbsenceKind.Leave).ToLookup(absence => absence.Staff);
        double hours = 0;
        foreach (StaffMember person in Xishan.Staff.Where(person => person.Skills.Contains(skill)))
        {
            int present = Enumerable.Range(0, LeaveDays).Select(Xishan.Horizon.DateOf)
                .Count(date => !absent[person.Id].Any(absence => absence.From <= date && date <= absence.To));
            double most = Math.Min(contracts[person.Contract].MaxMinutesPerWeek / 60.0, 48);
            hours += Math.Min(most, present * 8);
        }

        return hours;
    }
}
