using Readiness.Assessment;
using Readiness.Districts;

namespace Readiness.Tests.Assessment;

/// <summary>WISN and skills: three nurses with six normal hours a day, two heads of eight hours, ten days.</summary>
public sealed class StaffInventoryTests
{
    private static readonly District Base = InventoryDistrict.Make();

    [Fact]
    public void The_ratio_is_staff_over_staff_required()
    {
        // 3 x 10 x 6 = 180 hours against 2 x 10 x 8 = 160: one person has 60, so that 160 / 60 = 2.67 people are required.
        StaffEntry entry = Staff("clinic", "nurse", Base);

        Assert.Equal((180, 160), (entry.AvailableHours, entry.RequiredHours));
        Assert.Equal(1.125, entry.Value!.Value, 12);
        Assert.Equal((3, 0), (entry.Capacity, entry.Missing));
        Assert.Equal(8.0 / 3, entry.Need, 12);
        Assert.Equal(1.0 / 3, entry.Difference, 12);
        Assert.Equal(entry.Capacity / entry.Need, entry.Value.Value, 12);
        Assert.Equal((Day(0), 16, 18), (entry.PeakDay, entry.PeakRequiredHours, entry.PeakAvailableHours));
        Assert.Equal(TrafficLight.Green, entry.Light);
    }

    [Fact]
    public void Absences_take_from_the_available_time_once_a_day()
    {
        // Days 1 to 4 twice told are four days: 26 x 6 = 156 hours, 52 a person, 160 / 52 = 3.08 required.
        District district = Base with
        {
            Absences =
            [
                new Absence("a", Day(1), Day(4), AbsenceKind.Leave), new Absence("a", Day(2), Day(3), AbsenceKind.Sick),
            ],
        };
        StaffEntry entry = Staff("clinic", "nurse", district);

        Assert.Equal(156, entry.AvailableHours);
        Assert.Equal(160.0 / 52, entry.Need, 12);
        Assert.Equal(160.0 / 52 - 3, entry.Missing, 12);
        Assert.Equal(3 - 160.0 / 52, entry.Difference, 12);
        // The first week: 17 person-days of six hours against 112 hours of work. The last three days are a week of their own.
        Assert.Equal((Day(0), 102, 112), (entry.WorstWeek, entry.WorstWeekAvailableHours, entry.WorstWeekRequiredHours));
        Assert.Equal(TrafficLight.Amber, entry.Light);
    }

    [Fact]
    public void A_bad_week_shows_although_the_horizon_balances()
    {
        // Four nurses for eight days, then nobody: 32 x 6 = 192 hours against 160, but in the last three days 24 against 48.
        District district = Base with
        {
            Staff = [.. Base.Staff, Base.Staff[0] with { Id = "d" }],
            Absences = [.. ((string[])["a", "b", "c", "d"]).Select(id => new Absence(id, Day(8), Day(9), AbsenceKind.Leave))],
        };
        StaffEntry entry = Staff("clinic", "nurse", district);

        Assert.Equal(32 * 6 / 160.0, entry.Value!.Value, 12);
        Assert.Equal((Day(7), 24, 48), (entry.WorstWeek, entry.WorstWeekAvailableHours, entry.WorstWeekRequiredHours));
        Assert.Equal(TrafficLight.Red, entry.Light);
    }

    [Theory]
    [InlineData(3, TrafficLight.Green)]
    [InlineData(2, TrafficLight.Amber)]
    [InlineData(1, TrafficLight.Red)]
    public void The_light_changes_at_the_thresholds(int nurses, TrafficLight light)
    {
        // Nine hours a day in all are 1, six are 2/3: the thresholds themselves.
        District district = Base with
        {
            ShiftTypes = [Base.ShiftTypes[0] with { LengthMinutes = 540 }, Base.ShiftTypes[1]],
            Staff = [.. Base.Staff.Take(nurses)],
        };

        Assert.Equal(nurses / 3.0, Staff("clinic", "nurse", district).Value!.Value, 12);
        Assert.Equal(light, Staff("clinic", "nurse", district).Light);
    }

    [Fact]
    public void Work_without_people_is_red_and_is_counted_in_people_of_the_district()
    {
        // The store's nurse works 80 hours, a nurse of the district has 60.
        District district = Base with { Duties = [.. Base.Duties, InventoryDistrict.Duty("stock", "store", new DutyLine("line", "nurse", 1, 3))] };
        StaffEntry entry = Staff("store", "nurse", district);

        Assert.Equal((0, 0, TrafficLight.Red), (entry.Capacity, entry.Value, entry.Light));
        Assert.Equal(80.0 / 60, entry.Need, 12);
        Assert.Equal(entry.Need, entry.Missing);
    }

    [Fact]
    public void Without_anybody_a_standard_week_of_40_hours_counts()
    {
        // 160 hours / (10 x 40 / 7).
        District district = Base with { Staff = [] };

        Assert.Equal(2.8, Staff("clinic", "nurse", district).Need, 12);
        Assert.Equal(TrafficLight.Red, Staff(null, null, district).Light);
    }

    [Fact]
    public void People_without_work_are_green_and_have_no_ratio()
    {
        District district = Base with { Staff = [.. Base.Staff, new StaffMember("d", "store", ["driver"], "full")] };
        StaffEntry entry = Staff("store", "driver", district);

        Assert.Null(entry.Value);
        Assert.Null(entry.PeakDay);
        Assert.Null(entry.WorstWeek);
        Assert.Equal((TrafficLight.Green, 1, 0, 0), (entry.Light, entry.Capacity, entry.Need, entry.Missing));
    }

    [Fact]
    public void Everybody_counts_once_in_the_entry_of_all_skills()
    {
        District district = Base with { Staff = [.. Base.Staff.Select(person => person with { Skills = ["nurse", "driver"] })] };

        Assert.Equal((3, 3), (Staff("clinic", "nurse", district).Capacity, Staff("clinic", "driver", district).Capacity));
        Assert.Equal((3, 180), (Staff("clinic", null, district).Capacity, Staff("clinic", null, district).AvailableHours));
    }

    [Fact]
    public void Teams_and_shifts_multiply_the_hours()
    {
        // Two nurses by day and by night: 2 x (8 + 12) hours; a team of two is two heads.
        Duty clock = Base.Duties[0] with { Shifts = ["day", "night"], Together = true };

        Assert.Equal(400, Staff("clinic", "nurse", Base with { Duties = [clock] }).RequiredHours);
    }

    [Fact]
    public void Trained_people_stand_against_the_worst_day_and_the_hours()
    {
        // Two heads, and two away on day 6: four are needed; the hours need 160 x 3 / 168.
        District district = Base with
        {
            Absences = [new Absence("a", Day(6), Day(6), AbsenceKind.Sick), new Absence("b", Day(6), Day(6), AbsenceKind.Sick)],
        };
        SkillEntry entry = Skill("nurse", district);

        Assert.Equal((3, 4, 0.75, 1), (entry.Capacity, entry.Need, entry.Value, entry.Missing));
        Assert.Equal((Day(6), 2, 2), (entry.WorstDay, entry.WorstHeads, entry.WorstAway));
        Assert.Equal((2, 2, 160.0 * 3 / 168), (entry.MeanHeads, entry.PeakHeads, entry.RequiredStaff));
        Assert.Equal(TrafficLight.Amber, entry.Light);
    }

    [Fact]
    public void Hours_can_need_more_people_than_any_single_day()
    {
        // Two heads of sixteen hours: 320 hours / 60 = 5.33 people, three of whom would have to be trained.
        District district = Base with { ShiftTypes = [Base.ShiftTypes[0] with { LengthMinutes = 960 }, Base.ShiftTypes[1]] };
        SkillEntry entry = Skill("nurse", district);

        Assert.Equal(320.0 / 60, entry.Need, 12);
        Assert.Equal((3, TrafficLight.Red), (entry.Missing, entry.Light));
    }

    [Fact]
    public void A_day_without_work_is_no_worst_day_and_a_skill_without_work_is_green()
    {
        District district = Base with
        {
            Duties = [Base.Duties[0] with { To = Day(1) }],
            Absences = [.. Base.Staff.Select(person => new Absence(person.Id, Day(5), Day(9), AbsenceKind.Leave))],
        };

        Assert.Equal((Day(0), 2), (Skill("nurse", district).WorstDay, Skill("nurse", district).Need));
        SkillEntry driver = Skill("driver", district);
        Assert.Null(driver.Value);
        Assert.Equal((TrafficLight.Green, 0, 0), (driver.Light, driver.Need, driver.Missing));
    }

    [Fact]
    public void Those_who_are_wanted_elsewhere_are_told()
    {
        District district = Base with
        {
            Staff = [Base.Staff[0] with { Skills = ["nurse", "driver"] }, .. Base.Staff.Skip(1)],
            Duties = [.. Base.Duties, InventoryDistrict.Duty("drive", "store", new DutyLine("line", "driver", 1, 3))],
        };

        Assert.Equal((1, 1), (Skill("nurse", district).AlsoElsewhere, Skill("driver", district).AlsoElsewhere));
        Assert.Equal(0, Skill("nurse", district with { Duties = Base.Duties }).AlsoElsewhere);
    }

    [Fact]
    public void Sites_that_house_people_are_staffed_and_those_that_must_open_always_are()
    {
        // Five contacts on day 1 need two nurses at four guests a head, in two shifts, on three days; the hotel is open from day 1 on.
        var forecast = InventoryDistrict.Forecast(contacts: [0, 5]);
        var atSites = new InventoryOptions { Housing = HousingAssumption.AtSites };
        District must = Base with { CandidateSites = [Base.CandidateSites[0] with { Status = SiteStatus.MustOpen }] };
        District closed = Base with { CandidateSites = [Base.CandidateSites[0] with { Status = SiteStatus.Closed }] };

        Assert.Equal(0, Heads(InventoryAssessor.Assess(Base, forecast)));
        Assert.Equal(9 * 2 + 3 * 2, Heads(InventoryAssessor.Assess(Base, forecast, atSites)));
        Assert.Equal(9 * 2, Heads(InventoryAssessor.Assess(must, forecast)));
        Assert.Equal(9 * 2 + 3 * 2, Heads(InventoryAssessor.Assess(must, forecast, atSites)));
        Assert.Equal(0, Heads(InventoryAssessor.Assess(closed, forecast, atSites)));

        // A head in both shifts works 8 + 12 hours, ten a shift on average.
        static double Heads(ReadinessInventory inventory) =>
            (inventory.Staff.SingleOrDefault(entry => entry.Place == "hotel" && entry.Skill == "nurse")?.RequiredHours ?? 0) / 10;
    }

    private static StaffEntry Staff(string? place, string? skill, District district) =>
        InventoryAssessor.Assess(district).Staff.Single(entry => entry.Place == place && entry.Skill == skill);

    private static SkillEntry Skill(string skill, District district) =>
        InventoryAssessor.Assess(district).Skills.Single(entry => entry.Skill == skill);

    private static DateOnly Day(int day) => InventoryDistrict.Start.AddDays(day);
}
