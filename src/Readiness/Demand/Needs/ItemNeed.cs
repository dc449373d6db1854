using System.Collections.Immutable;
using Readiness.Demand.Scores;

namespace Readiness.Demand.Needs;

/// <summary>Units of an item that the heads of all duties use up with their kits, and burn rates.</summary>
/// <param name="Item">Id of the item.</param>
/// <param name="Days">Quantiles of the units by day of the horizon.</param>
/// <param name="Total">Quantiles of the units of all days together, which are not the sums of those of the days.</param>
public sealed record ItemNeed(string Item, ImmutableArray<QuantileForecast> Days, QuantileForecast Total);
