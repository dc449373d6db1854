using Readiness.Districts;

namespace Readiness.Tests.Districts;

public sealed class DistrictIndexTests
{
    private readonly DistrictIndex index = new(SmallDistrict.Make());

    [Fact]
    public void Sites_follow_facilities_among_places_and_duties_among_works()
    {
        Assert.Equal(["clinic", "station", "hotel"], index.PlaceIds);
        Assert.Equal(["fever", "visits", "hotel"], index.WorkIds);
        Assert.Equal(2, index.Places["hotel"]);
        Assert.Equal(2, index.PlaceOfSite(0));
        Assert.Equal(2, index.WorkOfSite(0));
        Assert.Equal([0, 1, 2], Enumerable.Range(0, 3).Select(index.WorkPlace));
    }

    [Fact]
    public void People_belong_to_the_organisation_of_their_home()
    {
        Assert.Equal("police", index.StaffOrganisation("o1"));
        Assert.Equal(1, index.StaffOrganisation(1));
        Assert.Equal(index.Facilities["station"], index.StaffHome(index.Staff["o1"]));
    }

    [Fact]
    public void Distances_are_symmetric_and_in_kilometres()
    {
        Assert.Equal(0, index.DistanceKm("hotel", "hotel"));
        Assert.Equal(index.DistanceKm("clinic", "hotel"), index.DistanceKm("hotel", "clinic"), 12);

        // 0.02 degrees of latitude are 2.224 km, 0.02 degrees of longitude at 25.05 degrees north 2.015 km.
        Assert.Equal(Math.Sqrt(2.224 * 2.224 + 2.015 * 2.015), index.DistanceKm("clinic", "hotel"), 0.002);
        Assert.Equal(SmallDistrict.Make().Zones[0].Location.DistanceKm(index.PlaceLocation(2)), index.ZoneDistanceKm(0, 2));
    }

    [Fact]
    public void Lanes_have_a_direction()
    {
        Assert.Equal(0, index.LaneBetween(index.Places["clinic"], index.Places["hotel"]));
        Assert.Equal(1, index.LaneBetween(index.Places["hotel"], index.Places["clinic"]));
        Assert.Null(index.LaneBetween(index.Places["station"], index.Places["clinic"]));
    }

    [Fact]
    public void An_id_that_occurs_twice_is_refused()
    {
        District district = SmallDistrict.Make();
        Assert.Throws<ArgumentException>(() => new DistrictIndex(district with { Zones = [.. district.Zones, district.Zones[0]] }));
    }
}
