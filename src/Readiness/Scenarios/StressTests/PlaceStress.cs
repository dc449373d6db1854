namespace Readiness.Scenarios.StressTests;

/// <summary>Stock-outs of an item at a place.</summary>
/// <param name="Place">Id of the facility or candidate site.</param>
/// <param name="Overall">On any day; amounts are units.</param>
/// <param name="WorstDay">The likeliest day, the first among equals.</param>
public sealed record PlaceStress(string Place, StressRisk Overall, DayRisk WorstDay);
