using Readiness.Plans;

namespace Readiness.Assessment;

/// <summary>How a plan uses a quarantine site.</summary>
/// <param name="OpenFrom">First open day.</param>
/// <param name="OpenTo">Last open day.</param>
/// <param name="Guests">Guests who move in, over all days.</param>
public sealed record SiteUse(DateOnly OpenFrom, DateOnly OpenTo, long Guests)
{
    /// <summary>Sums an opening up.</summary>
    /// <param name="opening">The opening.</param>
    internal static SiteUse Of(SiteOpening opening) => new(opening.OpenFrom, opening.OpenTo, opening.Admissions.Sum(a => a.Guests));
}
