using System.Collections.Immutable;
using Readiness.Demand;
using Readiness.Districts;

namespace Readiness.Tests.Demand;

public sealed class WorkloadModelTests
{
    private static readonly District District = DemandDistrict.Create(DemandDistrict.Epidemic(new DemandRates()));
    private static readonly LocalizedName Name = new("Duty", "任务");

    // Contacts: big 3, 0, 2, 0; small 1, 1, 0, 0.
    private static readonly DemandTrajectory Trajectory = new(1, [Zone("big", [3, 0, 2, 0]), Zone("small", [1, 1, 0, 0])]);

    private readonly WorkloadModel model = new(District, Trajectory);
    private readonly HomeMonitoring none = HomeMonitoring.None(2, 4);

    [Fact]
    public void Contacts_stay_at_home_for_the_length_unless_admitted()
    {
        HomeMonitoring everyone = HomeMonitoring.From(Trajectory, 2);
        Assert.Equal([4, 5, 3, 2], Enumerable.Range(0, 4).Select(everyone.Total));
        Assert.Equal([3, 3, 2, 2], Enumerable.Range(0, 4).Select(day => everyone[0, day]));

        var admissions = new long[2, 4];
        admissions[0, 0] = 2;
        admissions[1, 1] = 7;
        HomeMonitoring rest = HomeMonitoring.From(Trajectory, 2, admissions);
        Assert.Equal([2, 2, 2, 2], Enumerable.Range(0, 4).Select(rest.Total));
        Assert.Throws<ArgumentException>(() => HomeMonitoring.From(Trajectory, 2, new long[1, 4]));
    }

    [Fact]
    public void Drivers_sum_over_the_named_zones_or_all()
    {
        HomeMonitoring home = HomeMonitoring.From(Trajectory, 2);

        Assert.Equal(4, model.DriverValue(WorkloadDriver.NewContacts, [], 0, none));
        Assert.Equal(1, model.DriverValue(WorkloadDriver.NewContacts, ["small"], 0, none));
        Assert.Equal(4, model.DriverValue(WorkloadDriver.NewContacts, ["small", "big"], 0, none));
        Assert.Equal(20, model.DriverValue(WorkloadDriver.FeverVisits, [], 3, none));
        Assert.Equal(2, model.DriverValue(WorkloadDriver.HomeMonitored, ["small"], 1, home));
        Assert.Equal(5, model.DriverValue(WorkloadDriver.HomeMonitored, [], 1, home));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.DriverValue(WorkloadDriver.Samples, [], 4, none));
    }

    [Fact]
    public void A_duty_runs_from_its_first_to_its_last_day_on_its_weekdays()
    {
        // Day 0 is a Friday.
        Assert.All(Enumerable.Range(0, 4), day => Assert.True(model.Runs(Duty(), day)));
        Assert.False(model.Runs(Duty(), -1));
        Assert.False(model.Runs(Duty(), 4));
        Duty window = Duty() with { From = DemandDistrict.Start.AddDays(1), To = DemandDistrict.Start.AddDays(2) };
        Assert.Equal([false, true, true, false], Enumerable.Range(0, 4).Select(day => model.Runs(window, day)));
        Duty weekend = Duty() with { Weekdays = [DayOfWeek.Saturday, DayOfWeek.Monday] };
        Assert.Equal([false, true, false, true], Enumerable.Range(0, 4).Select(day => model.Runs(weekend, day)));
    }

    [Fact]
    public void Heads_are_the_greater_of_the_fixed_and_the_workload()
    {
        var line = new DutyLine("l", "nurse", 2, 1, Workload: new Workload(WorkloadDriver.NewContacts, 1.5));
        Duty duty = Duty() with { Lines = [line] };
        Duty small = duty with { Zones = ["small"] };

        Assert.Equal([3, 2, 2, 2], Enumerable.Range(0, 4).Select(day => model.HeadsRequired(duty, line, day, none)));
        Assert.Equal(2, model.HeadsRequired(small, line, 0, none));
        Assert.Equal(0, model.HeadsRequired(duty with { From = DemandDistrict.Start.AddDays(1) }, line, 0, none));
        Assert.Throws<ArgumentException>(() => model.TeamsRequired(duty, 0, none));
    }

    [Fact]
    public void Joint_teams_scale_every_line()
    {
        var doctors = new DutyLine("d", "doctor", 1, 2);
        var workers = new DutyLine("w", "worker", 2, 2);
        Duty one = Duty() with { Together = true, Lines = [doctors, workers] };
        Duty driven = one with { TeamWorkload = new Workload(WorkloadDriver.HomeMonitored, 2) };
        HomeMonitoring home = HomeMonitoring.From(Trajectory, 2);

        Assert.Equal(1, model.TeamsRequired(one, 0, home));
        Assert.Equal([2, 3, 2, 1], Enumerable.Range(0, 4).Select(day => model.TeamsRequired(driven, day, home)));
        Assert.Equal(6, model.HeadsRequired(driven, workers, 1, home));
        Assert.Equal(0, model.HeadsRequired(driven, workers, 1, none));
    }

    [Fact]
    public void Units_and_sites_round_up_with_a_tolerance()
    {
        var rate = new BurnRate("r", "p", "mask", 2, 0.1, WorkloadDriver.NewContacts, 0.3);
        Assert.Equal(2, model.UnitsNeeded(rate, 0, none));
        Assert.Equal(1, model.UnitsNeeded(rate with { PerDay = 0.1 + 0.2 + 0.7, Driver = null }, 0, none));
        Assert.Equal(3, model.UnitsNeeded(rate with { PerDay = 0.3, Driver = WorkloadDriver.NewContacts, PerDriverUnit = 0.675 }, 0, none));
        Assert.Equal(0, model.UnitsNeeded(rate with { PerDay = 0, Driver = null }, 0, none));

        var line = new SiteLine("l", "nurse", 1, GuestsPerHead: 10);
        Assert.Equal([1, 1, 1, 2, 3], new long[] { 0, 1, 10, 11, 30 }.Select(guests => WorkloadModel.SiteHeads(line, guests)));
        Assert.Equal(1, WorkloadModel.SiteHeads(line with { GuestsPerHead = null }, 1000));
        Assert.Equal([0, 1, 3, 30], new long[] { 0, 1, 10, 100 }.Select(guests => WorkloadModel.GuestUnits(new GuestNeed("mask", 0.3, 2), guests)));
    }

    [Fact]
    public void A_trajectory_of_another_district_is_refused() =>
        Assert.Throws<ArgumentException>(() => new WorkloadModel(District, new DemandTrajectory(1, [Trajectory.Zones[1], Trajectory.Zones[0]])));

    private static Duty Duty() => new()
    {
        Id = "duty",
        Name = Name,
        Kind = DutyKind.Other,
        Place = "p",
        Shifts = ["day"],
        Lines = [new DutyLine("l", "nurse", 1, 1)],
    };

    private static ZoneDemand Zone(string id, ImmutableArray<long> contacts) =>
        new(id, [1, 1, 1, 1], contacts, [10, 10, 10, 10], [0, 0, 0, 0], [5, 5, 5, 5]);
}
