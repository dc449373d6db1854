using System.Collections.Immutable;
using Readiness.Districts;

namespace Readiness.Tests.Demand;

/// <summary>Two zones with 3:1 of the population, four days, rates that are easy to follow by hand.</summary>
internal static class DemandDistrict
{
    public static readonly DateOnly Start = new(2020, 1, 24);

    public static District Create(Epidemic epidemic, int days = 4) => new()
    {
        SchemaVersion = 1,
        Id = "demand",
        Name = new LocalizedName("Demand", "需求"),
        Horizon = new PlanningHorizon(Start, days),
        Policy = new PlanningPolicy(),
        Epidemic = epidemic,
        Zones =
        [
            new Zone("big", new LocalizedName("Big", "大"), 30_000, new GeoPoint(25, 102)),
            new Zone("small", new LocalizedName("Small", "小"), 10_000, new GeoPoint(25.1, 102)),
        ],
        Organisations = [],
        Facilities = [],
    };

    public static Epidemic Epidemic(DemandRates rates, params (int Day, double Count)[] cases) => new()
    {
        Region = "city",
        DistrictShare = 0.5,
        NewCases = [.. cases.Select(entry => new DailyCount(Start.AddDays(entry.Day), entry.Count))],
        Rates = rates,
    };
}
