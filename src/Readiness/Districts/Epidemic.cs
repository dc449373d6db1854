using System.Collections.Immutable;
using Readiness.Districts.Shapes;

namespace Readiness.Districts;

/// <summary>The epidemic's course as it is known or assumed on the document's date.</summary>
public sealed record Epidemic
{
    /// <summary>Region that the case series counts, such as a city.</summary>
    public required string Region { get; init; }

    /// <summary>Share of the region's cases expected in this district, 0 to 1.</summary>
    [Limits(0, 1)]
    public required double DistrictShare { get; init; }

    /// <summary>Newly confirmed cases of the region by date (expected values may be fractional). Dates without an entry have none, no date has two.</summary>
    [UniqueBy(nameof(DailyCount.Date))]
    public ImmutableArray<DailyCount> NewCases { get; init; } = [];

    /// <summary>Further cases expected in a given zone, on top of the region's share. Entries of one zone and date add up.</summary>
    public ImmutableArray<ZoneCount> ImportedCases { get; init; } = [];

    /// <summary>Travellers from the epicentre that arrive in the district on a date and must be quarantined, spread over the zones by population.</summary>
    [UniqueBy(nameof(DailyCount.Date))]
    public ImmutableArray<DailyCount> Arrivals { get; init; } = [];

    /// <summary>Ratios that turn cases into work.</summary>
    public DemandRates Rates { get; init; } = new();

    /// <summary>Ratios that turn confirmed cases into patients in wards.</summary>
    public CareRates Care { get; init; } = new();

    /// <summary>Forecasts the region's cases from reported ones with their spread; without it <see cref="NewCases"/> are the one course that is planned for.</summary>
    public ForecastSettings? Forecast { get; init; }
}
