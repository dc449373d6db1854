using System.Collections.Immutable;

namespace Readiness.Api.Forecasts;

/// <summary>Units of an item that duties and burn rates use up; quarantine sites come on top.</summary>
/// <param name="Item">Id of the item.</param>
/// <param name="Days">Quantiles by day.</param>
/// <param name="Total">Quantiles of all days together.</param>
public sealed record ItemForecast(string Item, ImmutableArray<ImmutableArray<double>> Days, ImmutableArray<double> Total);
