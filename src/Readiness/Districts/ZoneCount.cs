namespace Readiness.Districts;

/// <summary>A count on a date in a zone.</summary>
/// <param name="Date">The date.</param>
/// <param name="Zone">Id of the zone.</param>
/// <param name="Count">0 to 1,000,000.</param>
public sealed record ZoneCount(DateOnly Date, string Zone, double Count);
