using System.Collections.Immutable;

namespace Readiness.Demand.Epidemics;

/// <summary>Forecasts of all regions of a problem.</summary>
/// <param name="Origin">The last known day; forecast day 0 is the day after.</param>
/// <param name="Days">Forecast days.</param>
/// <param name="Regions">One forecast per region, in the order of the problem.</param>
public sealed record EpidemicForecast(DateOnly Origin, int Days, ImmutableArray<RegionForecast> Regions);
