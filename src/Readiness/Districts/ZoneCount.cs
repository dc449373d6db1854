using Readiness.Districts.Shapes;

namespace Readiness.Districts;

/// <summary>A count on a date in a zone.</summary>
/// <param name="Date">The date; at most 366 days from the horizon.</param>
/// <param name="Zone">Id of the zone.</param>
/// <param name="Count">0 to 1,000,000.</param>
public sealed record ZoneCount(DateOnly Date, [RefersTo(nameof(District.Zones))] string Zone, [Limits(0, 1e6)] double Count);
