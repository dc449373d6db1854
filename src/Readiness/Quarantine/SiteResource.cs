using System.Collections.Immutable;

namespace Readiness.Quarantine;

/// <summary>
/// A resource that sites share. On every day the use, summed over the open sites, of fixed use + use per occupant × occupants may not exceed what is available; for a
/// cumulative resource the use of all days up to and including the day may not.
/// </summary>
/// <param name="Name">Name.</param>
/// <param name="Cumulative">Whether what is not used is kept (stock) or lost (working time).</param>
/// <param name="Available">Available amount by day (for a cumulative resource: total up to and including the day); 0 or more. Where the fixed use of the <see cref="OpeningRule.MustOpen"/> sites alone exceeds it on a day (for a cumulative resource: up to and including the day), it counts as raised to that use.</param>
/// <param name="FixedUse">Use per open day, by site index; 0 or more.</param>
/// <param name="UsePerUnit">Use per occupant and day, by site index; 0 or more.</param>
public sealed record SiteResource(
    string Name,
    bool Cumulative,
    ImmutableArray<double> Available,
    ImmutableArray<double> FixedUse,
    ImmutableArray<double> UsePerUnit);
