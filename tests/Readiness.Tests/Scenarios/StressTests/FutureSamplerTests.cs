using Readiness.Demand;
using Readiness.Districts;
using Readiness.Plans;
using Readiness.Scenarios.StressTests;

namespace Readiness.Tests.Scenarios.StressTests;

public sealed class FutureSamplerTests
{
    private static readonly District Base = TestedPlans.Rich(1);
    private static readonly DemandForecast Expected = DemandForecaster.Forecast(Base);

    [Fact]
    public void A_future_depends_on_nothing_but_its_number_and_the_seed()
    {
        FutureSampler sampler = Sampler(StressTestSettings.Standard);
        FutureSampler other = Sampler(StressTestSettings.Standard);

        _ = other.Sample(3);
        Assert.Equal(Text(sampler.Sample(17)), Text(other.Sample(17)));
        Assert.NotEqual(Text(sampler.Sample(17)), Text(sampler.Sample(18)));
        Assert.NotEqual(Text(sampler.Sample(17)), Text(Sampler(StressTestSettings.Standard with { Seed = 2 }).Sample(17)));
    }

    [Fact]
    public void What_is_switched_off_stays_as_it_was_planned_and_does_not_move_the_rest()
    {
        Future all = Sampler(StressTestSettings.Standard).Sample(4);
        Future calm = Sampler(new StressTestSettings()).Sample(4);
        Future ill = Sampler(new StressTestSettings(SickLeave: new SickLeaveUncertainty())).Sample(4);
        Future late = Sampler(new StressTestSettings(Shipments: new ShipmentUncertainty())).Sample(4);
        Future busy = Sampler(new StressTestSettings(Demand: new DemandUncertainty())).Sample(4);

        Assert.Same(Base, calm.District);
        Assert.Same(Expected, calm.Forecast);
        Assert.Equal(all.District.Absences, ill.District.Absences);
        Assert.Equal(all.District.Shipments, late.District.Shipments);
        Assert.Equal(all.District.Epidemic.NewCases, busy.District.Epidemic.NewCases);
        Assert.Equal((Base.Shipments, Base.Epidemic), (ill.District.Shipments, ill.District.Epidemic));
        Assert.Equal((Base.Absences, Base.Epidemic), (late.District.Absences, late.District.Epidemic));
        Assert.Equal((Base.Absences, Base.Shipments), (busy.District.Absences, busy.District.Shipments));
    }

    [Fact]
    public void Every_future_is_a_district_that_could_be_planned()
    {
        FutureSampler sampler = Sampler(StressTestSettings.Standard with { SickLeave = new SickLeaveUncertainty(0.2, 10) });
        for (int index = 0; index < 100; index++)
        {
            Assert.Empty(DistrictValidator.Validate(sampler.Sample(index).District));
        }
    }

    [Fact]
    public void Cases_are_right_on_average_and_those_before_the_horizon_are_known()
    {
        const int Futures = 4000;
        FutureSampler sampler = Sampler(new StressTestSettings(Demand: new DemandUncertainty(0.35, 0.25, 0.6)));
        DailyCount[] counts = [.. Base.Epidemic.NewCases.Where(count => Base.Horizon.Contains(count.Date) && count.Count > 0)];
        double[] factors = new double[Futures];
        for (int index = 0; index < Futures; index++)
        {
            Epidemic epidemic = sampler.Sample(index).District.Epidemic;
            Assert.Equal(
                Base.Epidemic.NewCases.Where(count => count.Date < Base.Horizon.Start), epidemic.NewCases.Where(count => count.Date < Base.Horizon.Start));
            factors[index] = epidemic.NewCases.Single(count => count.Date == counts[0].Date).Count / counts[0].Count;
        }

        // Log-normal with variance 0.35 x 0.35 + 0.25 x 0.25 and mean 1.
        double variance = Math.Exp(0.35 * 0.35 + 0.25 * 0.25) - 1;
        double mean = factors.Average();
        Assert.InRange(mean, 1 - 4 * Math.Sqrt(variance / Futures), 1 + 4 * Math.Sqrt(variance / Futures));
        Assert.InRange(factors.Sum(factor => (factor - mean) * (factor - mean)) / Futures, 0.8 * variance, 1.25 * variance);
    }

    [Fact]
    public void Shipments_turn_out_as_they_say_and_the_others_as_the_settings_say()
    {
        const int Futures = 4000;
        District district = Base with
        {
            Shipments =
            [
                new Shipment("told", Base.Items[0].Id, Base.Facilities[0].Id, 101, Base.Horizon.DateOf(1)) { Arrival = [new ShipmentOutcome(0, 0.5), new ShipmentOutcome(2, 0.3, 0.5)] },
                new Shipment("plain", Base.Items[0].Id, Base.Facilities[0].Id, 100, Base.Horizon.DateOf(1)),
                new Shipment("perishable", Base.Items[0].Id, Base.Facilities[0].Id, 100, Base.Horizon.DateOf(1), Base.Horizon.DateOf(1)),
            ],
        };
        var sampler = new FutureSampler(district, Expected, new StressTestSettings(Shipments: new ShipmentUncertainty(0.4, 3, 5)));
        List<Shipment> all = [.. Enumerable.Range(0, Futures).SelectMany(index => sampler.Sample(index).District.Shipments)];
        double Share(Func<Shipment, bool> which) => (double)all.Count(which) / Futures;

        AssertNear(0.5, Share(shipment => shipment is { Id: "told", Quantity: 101 } && shipment.Arrives == Base.Horizon.DateOf(1)));
        AssertNear(0.3, Share(shipment => shipment is { Id: "told", Quantity: 50 } && shipment.Arrives == Base.Horizon.DateOf(3)));
        Assert.Equal(Share(shipment => shipment.Id == "told"), Share(shipment => shipment is { Id: "told", Quantity: 101 or 50 }));
        AssertNear(0.6, Share(shipment => shipment.Id == "plain" && shipment.Arrives == Base.Horizon.DateOf(1)));
        AssertNear(0.4 / 3, Share(shipment => shipment.Id == "plain" && shipment.Arrives == Base.Horizon.DateOf(2)));
        AssertNear(0.4 * 2 / 9, Share(shipment => shipment.Id == "plain" && shipment.Arrives == Base.Horizon.DateOf(3)));
        Assert.Equal(1, Share(shipment => shipment.Id == "plain"));
        Assert.Equal(Base.Horizon.DateOf(6), all.Where(shipment => shipment.Id == "plain").Max(shipment => shipment.Arrives));
        AssertNear(0.6, Share(shipment => shipment.Id == "perishable"));

        static void AssertNear(double expected, double actual) => Assert.InRange(
            actual, expected - 4 * Math.Sqrt(expected * (1 - expected) / Futures), expected + 4 * Math.Sqrt(expected * (1 - expected) / Futures));
    }

    [Fact]
    public void People_fall_ill_at_the_given_rate_for_the_given_time_and_only_those_who_are_there()
    {
        District district = Base with { Absences = [new Absence(Base.Staff[0].Id, Base.Horizon.Start, Base.Horizon.End, AbsenceKind.Leave)] };
        var sampler = new FutureSampler(district, Expected, new StressTestSettings(SickLeave: new SickLeaveUncertainty(0.05, 4)));
        int chances = 0;
        int begun = 0;
        long days = 0;
        for (int index = 0; index < 300; index++)
        {
            Absence[] sick = [.. sampler.Sample(index).District.Absences.Skip(1)];
            Assert.DoesNotContain(sick, absence => absence.Staff == Base.Staff[0].Id || absence.Kind != AbsenceKind.Sick);
            begun += sick.Length;
            days += sick.Sum(absence => (long)absence.To.DayNumber - absence.From.DayNumber + 1);
            int away = sick.Sum(absence => Math.Min(district.Horizon.End.DayNumber, absence.To.DayNumber) - absence.From.DayNumber);
            chances += (district.Staff.Length - 1) * district.Horizon.Days - away;
            foreach (IGrouping<string, Absence> own in sick.GroupBy(absence => absence.Staff))
            {
                Assert.All(own.Zip(own.Skip(1)), pair => Assert.True(pair.First.To < pair.Second.From));
            }
        }

        double error = Math.Sqrt(0.05 * 0.95 / chances);
        Assert.InRange((double)begun / chances, 0.05 - 4 * error, 0.05 + 4 * error);
        Assert.InRange((double)days / begun, 4 - 4 * Math.Sqrt(12.0 / begun), 4 + 4 * Math.Sqrt(12.0 / begun));
    }

    [Fact]
    public void Courses_of_an_ensemble_are_drawn_by_their_weights()
    {
        DemandTrajectory one = Expected.Planned;
        var ensemble = new DemandForecast(Base.Horizon, [one with { Weight = 0.25 }, one with { Weight = 0.75, Zones = [.. one.Zones.Reverse()] }]);
        var sampler = new FutureSampler(Base, ensemble, new StressTestSettings(Demand: new DemandUncertainty()));

        int first = Enumerable.Range(0, 2000).Count(index => sampler.Sample(index).Forecast.Planned.Zones[0] == one.Zones[0]);

        Assert.InRange(first, 420, 580);
        Assert.Equal(1, sampler.Sample(0).Forecast.Planned.Weight);
        Assert.Same(Base, sampler.Sample(0).District);
    }

    [Theory]
    [InlineData(-1, 0.3, 0.2)]
    [InlineData(1, double.NaN, 0.2)]
    [InlineData(1, 2.5, 0.2)]
    [InlineData(1, 0.3, 1.2)]
    public void Settings_outside_their_range_are_refused(int seed, double level, double delay)
    {
        var settings = new StressTestSettings(seed, new DemandUncertainty(level), new ShipmentUncertainty(delay));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FutureSampler(Base, Expected, settings));
    }

    private static FutureSampler Sampler(StressTestSettings settings) => new(Base, Expected, settings);

    private static string Text(Future future) =>
        DistrictDocument.Write(future.District) + string.Join(',', future.Forecast.Planned.Zones.SelectMany(zone => zone.NewContacts));
}
