using Readiness.Assessment;
using Readiness.Districts;
using Readiness.Planning;

namespace Readiness.Tests.Assessment;

/// <summary>Where people are taken to be housed: the near site has two rooms and takes a day to set up, the far one ten and none.</summary>
public sealed class NearestSitesTests
{
    private static readonly District Base = InventoryDistrict.Make();
    private static readonly CandidateSite Hotel = Base.CandidateSites[0];

    private static readonly District Two = Base with
    {
        CandidateSites = [Hotel with { Id = "far", Location = new GeoPoint(25, 102.4), SetUpDays = 0 }, Hotel with { Id = "near", Rooms = 2 }],
    };

    [Fact]
    public void The_nearest_that_is_set_up_and_has_a_room_takes_them()
    {
        // Day 0: only the far one is ready. Day 1: two fit into the near one, in which they still are on day 3. Day 4: they have left.
        SiteDecisions sites = Under(HousingAssumption.AtSites, Two, [1, 3, 0, 1, 1]);

        Assert.Equal([1, 2, 2, 2, 1, 1], Guests(sites, 0));
        Assert.Equal([0, 2, 2, 2, 1, 1], Guests(sites, 1));
        Assert.Equal((0, 9), sites.Open(0));
        Assert.Equal((1, 9), sites.Open(1));
    }

    [Fact]
    public void Whoever_finds_no_room_or_none_near_enough_stays_at_home()
    {
        Assert.Equal(12, Under(HousingAssumption.AtSites, Two, [0, 50]).Housed()[0, 1]);

        District narrow = Two with { Policy = new PlanningPolicy { Quarantine = new QuarantinePolicy { LengthDays = 3, MaxDistanceKm = 10 } } };
        SiteDecisions sites = Under(HousingAssumption.AtSites, narrow, [0, 50]);
        Assert.Equal(2, sites.Housed()[0, 1]);
        Assert.Null(sites.Open(0));
    }

    [Fact]
    public void At_home_only_what_must_open_is_open_and_closed_sites_never_are()
    {
        District forced = Two with { CandidateSites = [Two.CandidateSites[0] with { Status = SiteStatus.Closed }, Two.CandidateSites[1] with { Status = SiteStatus.MustOpen }] };

        SiteDecisions home = Under(HousingAssumption.AtHome, forced, [5, 5]);
        Assert.Equal((null, (1, 9)), (home.Open(0), home.Open(1)));
        Assert.Equal(0, home.Housed()[0, 1]);
        Assert.Null(Under(HousingAssumption.AtSites, forced, [5, 5]).Open(0));
        Assert.Null(Under(HousingAssumption.AtHome, Two, [5, 5]).Open(1));
    }

    private static SiteDecisions Under(HousingAssumption housing, District district, long[] contacts) =>
        NearestSites.Under(housing, new PlanningContext(district, InventoryDistrict.Forecast(contacts)));

    private static IEnumerable<long> Guests(SiteDecisions sites, int site) => Enumerable.Range(0, 6).Select(day => sites.Guests(site, day));
}
