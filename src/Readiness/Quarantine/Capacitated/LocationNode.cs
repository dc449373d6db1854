using Readiness.Quarantine.Capacitated.Cuts;

namespace Readiness.Quarantine.Capacitated;

/// <summary>A part of the search tree.</summary>
/// <param name="Fixing">What is settled about each site.</param>
/// <param name="Prices">Prices per unit, to start from.</param>
/// <param name="Bound">No solution of the part is below it.</param>
/// <param name="Number">The how-manieth it is.</param>
/// <param name="Site">The site that was settled to make it; -1 for the whole.</param>
/// <param name="Open">How much of that site was open in the relaxation of the part before.</param>
/// <param name="Cuts">Cuts whose prices belong to <paramref name="Prices"/>; null if there are none.</param>
internal sealed record LocationNode(
    Fixing[] Fixing, double[] Prices, double Bound, long Number, int Site = -1, double Open = 0, PricedCuts? Cuts = null);
