namespace Readiness.Quarantine.Intervals;

/// <summary>Prices of what the sites share.</summary>
/// <param name="Cells">What a unit that begins to stay pays, at group × days + day.</param>
/// <param name="Use">Price of a resource on a day, at resource × days + day; 0 or more.</param>
/// <param name="Sites">Dual price of a site's having one opening at most.</param>
internal sealed record StayPrices(double[] Cells, double[] Use, double[] Sites);
