using System.Collections.Immutable;
using Readiness.Demand;
using Readiness.Demand.Needs;
using Readiness.Demand.Scores;
using Readiness.Districts;

namespace Readiness.Tests.Demand.Needs;

public sealed class NeedsForecasterTests
{
    private static readonly District District = ForecastDistrict.With(ForecastDistrict.Settings());
    private static readonly DemandForecast Ensemble = DemandForecaster.Forecast(District, null, TestContext.Current.CancellationToken);
    private static readonly NeedsForecast Needs = Forecast(District, Ensemble);

    [Fact]
    public void Quantiles_are_those_of_the_courses_one_by_one()
    {
        var samples = new List<double>[3];
        samples = [[], [], []];
        Duty duty = District.Duties.First(one => one.Lines.Any(line => line.Workload is { Driver: WorkloadDriver.FeverVisits or WorkloadDriver.Samples }));
        DutyLine line = duty.Lines.First(one => one.Workload is not null);
        foreach (DemandTrajectory course in Ensemble.Trajectories)
        {
            var model = new WorkloadModel(District, course);
            HomeMonitoring home = HomeMonitoring.From(course, District.Policy.Quarantine.LengthDays);
            samples[0].Add(course.Zones.Sum(zone => zone.Samples[20]));
            samples[1].Add(home[3, 20]);
            samples[2].Add(model.HeadsRequired(duty, line, 20, home));
        }

        Assert.Equal(Quantile(samples[0]), Driver(Needs, WorkloadDriver.Samples, null)[20].Values[^3], 9);
        Assert.Equal(Quantile(samples[1]), Driver(Needs, WorkloadDriver.HomeMonitored, District.Zones[3].Id)[20].Values[^3], 9);
        Assert.Equal(Quantile(samples[2]), Needs.Heads.Single(need => need.Duty == duty.Id && need.Line == line.Id).Days[20].Values[^3], 9);

        // The 95 % quantile of a hundred lies half-way between the 95th and the 96th.
        static double Quantile(List<double> sample)
        {
            sample.Sort();
            return (sample[94] + sample[95]) / 2;
        }
    }

    [Fact]
    public void Every_quantile_is_ordered_and_days_are_complete()
    {
        Assert.All(All(Needs), quantiles =>
        {
            Assert.Equal(QuantileForecast.HubLevels, quantiles.Levels);
            Assert.All(quantiles.Values.Zip(quantiles.Values.Skip(1)), pair => Assert.True(pair.First <= pair.Second));
        });
        Assert.All(Needs.Drivers, need => Assert.Equal(28, need.Days.Length));
        Assert.Equal(10 * 11, Needs.Drivers.Length);
        Assert.Equal(District.Duties.Sum(duty => duty.Lines.Length), Needs.Heads.Length);
        Assert.Equal(District.Items.Length, Needs.Items.Length);
        Assert.Equal(District.Skills.Length, Needs.Staff.Length);
        Assert.Contains(All(Needs), quantiles => quantiles.Values[0] < quantiles.Values[^1]);
    }

    [Fact]
    public void Threads_do_not_matter() => Assert.Equal(
        Figures(Needs), Figures(new NeedsForecaster().Forecast(District, Ensemble, new NeedsOptions { Threads = 1 }, null, TestContext.Current.CancellationToken)));

    [Fact]
    public void With_one_trajectory_all_quantiles_are_the_workload_of_the_course()
    {
        District sample = ForecastDistrict.Xishan;
        DemandForecast single = DemandForecaster.Forecast(sample, null, TestContext.Current.CancellationToken);
        NeedsForecast needs = Forecast(sample, single);

        Assert.All(All(needs), quantiles => Assert.Single(quantiles.Values.Distinct()));
        var model = new WorkloadModel(sample, single.Planned);
        HomeMonitoring home = HomeMonitoring.From(single.Planned, sample.Policy.Quarantine.LengthDays);
        int next = 0;
        foreach (Duty duty in sample.Duties)
        {
            foreach (DutyLine line in duty.Lines)
            {
                HeadsNeed need = needs.Heads[next++];
                Assert.Equal((duty.Id, line.Id, duty.Shifts.Length), (need.Duty, need.Line, need.Shifts));
                Assert.Equal(Enumerable.Range(0, 28).Select(day => (double)model.HeadsRequired(duty, line, day, home)), need.Days.Select(day => day.Median));
            }
        }
    }

    [Fact]
    public void Items_are_those_of_kits_and_burn_rates()
    {
        District sample = ForecastDistrict.Xishan;
        DemandForecast single = DemandForecaster.Forecast(sample, null, TestContext.Current.CancellationToken);
        NeedsForecast needs = Forecast(sample, single);
        var model = new WorkloadModel(sample, single.Planned);
        HomeMonitoring home = HomeMonitoring.From(single.Planned, sample.Policy.Quarantine.LengthDays);
        foreach (ItemNeed need in needs.Items)
        {
            double total = 0;
            for (int day = 0; day < 28; day++)
            {
                double kits =
                    (from duty in sample.Duties
                     from line in duty.Lines
                     where line.Kit is not null
                     from part in sample.Kits.Single(kit => kit.Id == line.Kit).Items
                     where part.Item == need.Item
                     select (double)model.HeadsRequired(duty, line, day, home) * duty.Shifts.Length * part.Quantity).Sum();
                double burned = sample.BurnRates.Where(rate => rate.Item == need.Item).Sum(rate => (double)model.UnitsNeeded(rate, day, home));
                Assert.Equal(kits + burned, need.Days[day].Median);
                total += kits + burned;
            }

            Assert.Equal(total, need.Total.Median);
        }
    }

    [Fact]
    public void Staff_required_are_hours_by_available_time()
    {
        District sample = ForecastDistrict.Xishan;
        var allowance = new StaffAllowance { LeaveDays = 50, SickDays = 0, TrainingDays = 0, SupportShare = 0.5 };
        Assert.Equal(0.4, allowance.AvailableShare, 12);
        NeedsForecast needs = new NeedsForecaster().Forecast(
            sample, DemandForecaster.Forecast(sample, null, TestContext.Current.CancellationToken), new NeedsOptions { Allowance = allowance, ByZone = false }, null, TestContext.Current.CancellationToken);
        foreach (StaffNeed need in needs.Staff)
        {
            double hours = needs.Heads.Where(heads => heads.Skill == need.Skill).Sum(heads =>
                heads.Days.Sum(day => day.Median) * sample.Duties.Single(duty => duty.Id == heads.Duty).Shifts
                    .Sum(shift => sample.ShiftTypes.Single(type => type.Id == shift).LengthMinutes / 60.0));
            Assert.Equal(sample.Staff.Count(person => person.Skills.Contains(need.Skill)), need.People);
            Assert.Equal(hours / need.HoursPerPerson, need.Required.Median, 6);
            Assert.Equal(need.Required.Median > 0 ? need.People / need.Required.Median : null, need.Ratio);
        }

        Assert.Contains(needs.Staff, need => need.Ratio > 0);
        Assert.Equal(10, needs.Drivers.Length);
    }

    [Theory]
    [InlineData(1.5)]
    [InlineData(4)]
    public void More_cases_never_need_less(double factor)
    {
        District district = WithoutRounding(ForecastDistrict.Xishan);
        District worse = district with
        {
            Epidemic = district.Epidemic with { NewCases = [.. district.Epidemic.NewCases.Select(count => count with { Count = count.Count * factor })] },
        };
        NeedsForecast less = Forecast(district, DemandForecaster.Forecast(district, null, TestContext.Current.CancellationToken));
        NeedsForecast more = Forecast(worse, DemandForecaster.Forecast(worse, null, TestContext.Current.CancellationToken));

        Assert.All(Figures(less).Zip(Figures(more)), pair => Assert.True(pair.First <= pair.Second + 1e-9));
        Assert.True(Figures(less).Sum() < Figures(more).Sum());
    }

    [Fact]
    public void All_contacts_are_at_home_until_they_are_done()
    {
        int length = District.Policy.Quarantine.LengthDays;
        foreach (DemandTrajectory course in Ensemble.Trajectories)
        {
            HomeMonitoring home = HomeMonitoring.From(course, length);
            var model = new WorkloadModel(District, course);
            long come = 0;
            long gone = 0;
            for (int day = 0; day < 28; day++)
            {
                come += course.Zones.Sum(zone => zone.NewContacts[day]);
                gone += day >= length ? course.Zones.Sum(zone => zone.NewContacts[day - length]) : 0;
                Assert.Equal(come, home.Total(day) + gone);
                Assert.Equal(home.Total(day), model.DriverValue(WorkloadDriver.Quarantined, [], day, HomeMonitoring.None(District.Zones.Length, 28)));
            }
        }
    }

    [Fact]
    public void Nonsense_is_refused()
    {
        DemandForecast single = DemandForecaster.Forecast(ForecastDistrict.Xishan, null, TestContext.Current.CancellationToken);
        Assert.Throws<ArgumentException>(() => Run(single with { Horizon = new PlanningHorizon(District.Horizon.Start, 7) }));
        Assert.Throws<ArgumentException>(() => Run(single with { Trajectories = [single.Planned, single.Planned] }));
        Assert.Throws<ArgumentException>(() => Run(single with { Trajectories = [single.Planned with { Zones = [] }] }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Run(single, new NeedsOptions { Levels = [0.5, 0.4, 0.6] }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Run(single, new NeedsOptions { Threads = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Run(single, new NeedsOptions { SamplesWaiting = -1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Run(single, new NeedsOptions { Allowance = new StaffAllowance { SupportShare = 1 } }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Run(single, new NeedsOptions { Allowance = new StaffAllowance { LeaveDays = 300 } }));
        Assert.Throws<OperationCanceledException>(() => new NeedsForecaster().Forecast(District, single, null, null, new CancellationToken(true)));

        static NeedsForecast Run(DemandForecast forecast, NeedsOptions? options = null) =>
            new NeedsForecaster().Forecast(District, forecast, options, null, TestContext.Current.CancellationToken);
    }

    private static NeedsForecast Forecast(District district, DemandForecast forecast) =>
        new NeedsForecaster().Forecast(district, forecast, null, null, TestContext.Current.CancellationToken);

    // Whole contacts of a zone and day may fall by one where the remainder came a day sooner; without them everything is a sum of cases.
    private static District WithoutRounding(District district) => district with
    {
        Epidemic = district.Epidemic with { Arrivals = [], Rates = district.Epidemic.Rates with { ContactsPerCase = 0 } },
    };

    private static ImmutableArray<QuantileForecast> Driver(NeedsForecast needs, WorkloadDriver driver, string? zone) =>
        needs.Drivers.Single(need => need.Driver == driver && need.Zone == zone).Days;

    private static IEnumerable<QuantileForecast> All(NeedsForecast needs) =>
    [
        .. needs.Drivers.SelectMany(need => need.Days), .. needs.Heads.SelectMany(need => need.Days), .. needs.Staff.Select(need => need.Required),
        .. needs.Items.SelectMany(need => need.Days.Append(need.Total)), .. needs.Laboratory.Backlog, needs.Laboratory.DaysOver, needs.Laboratory.LongestWaitDays!,
    ];

    private static IEnumerable<double> Figures(NeedsForecast needs) => All(needs).SelectMany(quantiles => quantiles.Values);
}
