using Readiness.Demand;
using Readiness.Districts;

namespace Readiness.Tests.Demand;

public sealed class DemandForecasterTests
{
    private static readonly DemandRates Rates = new()
    {
        ContactsPerCase = 4,
        ContactDelayDays = 1,
        SuspectedPerCase = 10,
        BackgroundFeverVisitsPer10000 = 2,
        IsolationShare = 0.5,
        IsolationDays = 2,
        SamplesPerSuspected = 2,
        SamplesPerContact = 1,
    };

    [Fact]
    public void A_hand_computed_course_is_reproduced()
    {
        // Region: 8 cases the day before, 16 on day 1; half of them here, three quarters of those in the big zone.
        Epidemic epidemic = DemandDistrict.Epidemic(Rates, (-1, 8), (1, 16)) with
        {
            ImportedCases = [new ZoneCount(DemandDistrict.Start.AddDays(2), "small", 1)],
            Arrivals = [new DailyCount(DemandDistrict.Start.AddDays(3), 4)],
        };

        DemandForecast forecast = DemandForecaster.Forecast(DemandDistrict.Create(epidemic));

        DemandTrajectory only = Assert.Single(forecast.Trajectories);
        Assert.Equal(1, only.Weight);
        ZoneDemand big = only.Zones[0];
        Assert.Equal("big", big.Zone);
        Assert.Equal([0, 6, 0, 0], big.NewCases);
        Assert.Equal([12, 0, 24, 3], big.NewContacts);
        Assert.Equal([6, 66, 6, 6], big.FeverVisits);
        Assert.Equal([15, 30, 30, 0], big.IsolationPatients);
        Assert.Equal([12, 120, 24, 3], big.Samples);
        ZoneDemand small = only.Zones[1];
        Assert.Equal([0, 2, 1, 0], small.NewCases);
        Assert.Equal([4, 0, 8, 5], small.NewContacts);
        Assert.Equal([2, 22, 12, 2], small.FeverVisits);
        Assert.Equal([5, 10, 15, 5], small.IsolationPatients);
        Assert.Equal([4, 40, 28, 5], small.Samples);
    }

    [Fact]
    public void Without_cases_only_the_background_remains()
    {
        DemandTrajectory planned = DemandForecaster.Forecast(DemandDistrict.Create(DemandDistrict.Epidemic(Rates))).Planned;

        Assert.All(planned.Zones, zone =>
        {
            Assert.All(zone.NewContacts, contacts => Assert.Equal(0, contacts));
            Assert.All(zone.Samples, samples => Assert.Equal(0, samples));
            Assert.All(zone.IsolationPatients, patients => Assert.Equal(0, patients));
        });
        Assert.Equal(6 * 4, planned.Zones[0].FeverVisits.Sum());
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.37)]
    [InlineData(1)]
    [InlineData(12.3)]
    [InlineData(4321.7)]
    public void Rounding_keeps_every_running_total_within_half_a_person(double casesPerDay)
    {
        const int Days = 60;
        DemandRates rates = Rates with { ContactDelayDays = 0, ContactsPerCase = 3 };
        (int, double)[] cases = [.. Enumerable.Range(0, Days).Select(day => (day, casesPerDay))];
        DemandTrajectory planned =
            DemandForecaster.Forecast(DemandDistrict.Create(DemandDistrict.Epidemic(rates, cases), Days)).Planned;

        long placed = 0;
        for (int day = 0; day < Days; day++)
        {
            placed += planned.Zones.Sum(zone => zone.NewContacts[day]);
            Assert.InRange(placed - (day + 1) * casesPerDay * 0.5 * 3, -0.5 - 1e-6, 0.5 + 1e-6);
        }

        // The small zone is owed a quarter and must not be rounded away day by day.
        Assert.InRange(planned.Zones[1].NewContacts.Sum() - placed / 4.0, -2, 2);
        Assert.All(planned.Zones, zone => Assert.All(zone.NewContacts, contacts => Assert.True(contacts >= 0)));
    }

    [Fact]
    public void Doubling_the_cases_never_lowers_a_running_total()
    {
        var random = new Random(7);
        for (int round = 0; round < 50; round++)
        {
            (int, double)[] cases = [.. Enumerable.Range(-3, 20).Select(day => (day, random.NextDouble() * random.Next(1, 9)))];
            (int, double)[] doubled = [.. cases.Select(entry => (entry.Item1, entry.Item2 * 2))];
            long[] once = RunningTotals(cases);
            long[] twice = RunningTotals(doubled);
            for (int day = 0; day < once.Length; day++)
            {
                Assert.True(twice[day] >= once[day], $"Round {round}, day {day}: {twice[day]} < {once[day]}.");
                Assert.InRange(twice[day] - 2 * once[day], -1, 1);
            }
        }
    }

    [Fact]
    public void Contacts_of_cases_before_the_horizon_are_planned_only_where_the_delay_carries_them_in()
    {
        DemandRates rates = Rates with { ContactDelayDays = 3 };
        Epidemic epidemic = DemandDistrict.Epidemic(rates, (-4, 100), (-3, 8), (1, 100));

        DemandTrajectory planned = DemandForecaster.Forecast(DemandDistrict.Create(epidemic)).Planned;

        Assert.Equal([12, 0, 0, 0], planned.Zones[0].NewContacts);
        Assert.Equal([4, 0, 0, 0], planned.Zones[1].NewContacts);
    }

    [Fact]
    public void Zones_without_residents_share_equally()
    {
        District district = DemandDistrict.Create(DemandDistrict.Epidemic(Rates, (0, 4)));
        district = district with { Zones = [.. district.Zones.Select(zone => zone with { Population = 0 })] };

        DemandTrajectory planned = DemandForecaster.Forecast(district).Planned;

        Assert.Equal(1, planned.Zones[0].NewCases[0]);
        Assert.Equal(1, planned.Zones[1].NewCases[0]);
    }

    private static long[] RunningTotals((int, double)[] cases)
    {
        DemandTrajectory planned =
            DemandForecaster.Forecast(DemandDistrict.Create(DemandDistrict.Epidemic(Rates, cases), 16)).Planned;
        var totals = new long[16];
        long sum = 0;
        for (int day = 0; day < totals.Length; day++)
        {
            sum += planned.Zones.Sum(zone => zone.NewContacts[day]);
            totals[day] = sum;
        }

        return totals;
    }
}
