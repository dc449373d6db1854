namespace Readiness.Assessment;

/// <summary>A line of the scorecard.</summary>
/// <param name="Domain">What it is about.</param>
/// <param name="Light">The worst light of the district's entries, or of the place's if the inventory is that of one place.</param>
/// <param name="District">Entries of the district as a whole.</param>
/// <param name="Places">Entries of single places, which take nothing from one another.</param>
public sealed record DomainScore(InventoryDomain Domain, TrafficLight Light, LightCount District, LightCount Places);
