using Readiness.Districts.Shapes;

namespace Readiness.Districts;

/// <summary>People who are in quarantine already on the morning of the first day, at home or at a site, which stays open for them.</summary>
/// <param name="Zone">Id of the zone that they come from.</param>
/// <param name="Until">Last day of their quarantine; not before the horizon.</param>
/// <param name="People">Number of people; 1 to 1,000,000.</param>
/// <param name="Site">Id of the candidate site where they are; at home if not given.</param>
public sealed record QuarantinedGroup(
    [RefersTo(nameof(District.Zones))] string Zone,
    DateOnly Until,
    [Limits(1, 1e6)] long People,
    [RefersTo(nameof(District.CandidateSites))] string? Site = null);
