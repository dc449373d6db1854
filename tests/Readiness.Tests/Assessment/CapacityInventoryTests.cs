using Readiness.Assessment;
using Readiness.Demand;
using Readiness.Districts;

namespace Readiness.Tests.Assessment;

/// <summary>Forty tests a day, five isolation beds and ten rooms against given courses.</summary>
public sealed class CapacityInventoryTests
{
    private static readonly District Base = InventoryDistrict.Make();

    [Fact]
    public void Tests_stand_against_the_samples_of_the_peak_day()
    {
        CapacityEntry entry = Entry(InventoryDomain.Laboratory, InventoryDistrict.Forecast(samples: [10, 50, 40, 60.5, 0, 40]));

        Assert.Equal((40, 60.5, 40 / 60.5, 21), (entry.Capacity, entry.Need, entry.Value, entry.Missing));
        Assert.Equal((Day(3), Day(1), 2, 20.05), (entry.PeakDay, entry.FirstExceeded, entry.DaysExceeded, entry.MeanNeed));
        Assert.Equal([new PlaceCapacity("clinic", 40)], entry.Places);
        Assert.Equal(TrafficLight.Red, entry.Light);
    }

    [Theory]
    [InlineData(4.25, TrafficLight.Green)]
    [InlineData(4.3, TrafficLight.Amber)]
    [InlineData(5, TrafficLight.Amber)]
    [InlineData(5.01, TrafficLight.Red)]
    public void Beds_are_green_up_to_85_per_cent_and_red_when_they_do_not_suffice(double patients, TrafficLight light)
    {
        CapacityEntry entry = Entry(InventoryDomain.Isolation, InventoryDistrict.Forecast(patients: [0, patients]));

        Assert.Equal((light, light == TrafficLight.Red ? Day(1) : null), (entry.Light, entry.FirstExceeded));
        Assert.Equal(light == TrafficLight.Red ? 1 : 0, entry.Missing);
    }

    [Fact]
    public void Rooms_stand_against_everybody_in_quarantine()
    {
        // Three days each: 6, 6 + 5, 6 + 5, 5, ...
        CapacityEntry entry = Entry(InventoryDomain.Quarantine, InventoryDistrict.Forecast(contacts: [6, 5]));

        Assert.Equal((10, 11, Day(1), Day(1), 2, 1), (entry.Capacity, entry.Need, entry.PeakDay, entry.FirstExceeded, entry.DaysExceeded, entry.Missing));
        Assert.Equal(TrafficLight.Amber, entry.Light);
    }

    [Fact]
    public void A_closed_site_has_no_rooms()
    {
        District closed = Base with { CandidateSites = [Base.CandidateSites[0] with { Status = SiteStatus.Closed }] };
        CapacityEntry entry = Entry(InventoryDomain.Quarantine, InventoryDistrict.Forecast(contacts: [6]), closed);

        Assert.Empty(entry.Places);
        Assert.Equal((0, 0, TrafficLight.Red), (entry.Capacity, entry.Value, entry.Light));
    }

    [Fact]
    public void Nothing_to_do_is_green_and_divides_by_nothing()
    {
        foreach (CapacityEntry entry in InventoryAssessor.Assess(Base, InventoryDistrict.Forecast()).Capacities)
        {
            Assert.Null(entry.Value);
            Assert.Null(entry.PeakDay);
            Assert.Null(entry.FirstExceeded);
            Assert.Equal((TrafficLight.Green, 0, 0), (entry.Light, entry.Need, entry.Missing));
        }
    }

    [Fact]
    public void Capacities_of_several_places_add_up_the_largest_first()
    {
        District district = Base with { Facilities = [.. Base.Facilities, Base.Facilities[0] with { Id = "second", TestsPerDay = 90, IsolationBeds = 0 }] };
        CapacityEntry entry = Entry(InventoryDomain.Laboratory, InventoryDistrict.Forecast(samples: [65]), district);

        Assert.Equal(2, entry.Value);
        Assert.Equal(["second", "clinic"], entry.Places.Select(place => place.Place));
    }

    [Fact]
    public void A_forecast_of_another_district_is_refused()
    {
        DemandForecast other = DemandForecaster.Forecast(DistrictGenerator.Generate(GeneratorOptions.Tiny));

        Assert.Throws<ArgumentException>(() => InventoryAssessor.Assess(Base, other));
    }

    private static CapacityEntry Entry(InventoryDomain domain, DemandForecast forecast, District? district = null) =>
        InventoryAssessor.Assess(district ?? Base, forecast).Capacities.Single(entry => entry.Domain == domain);

    private static DateOnly Day(int day) => InventoryDistrict.Start.AddDays(day);
}
