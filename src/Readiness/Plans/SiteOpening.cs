using System.Collections.Immutable;

namespace Readiness.Plans;

/// <summary>An opened quarantine site.</summary>
/// <param name="Site">Id of the candidate site.</param>
/// <param name="OpenFrom">First open day, at least the site's set-up days after the horizon's start.</param>
/// <param name="OpenTo">Last open day.</param>
/// <param name="Admissions">Who moves in; at most one entry per zone and day.</param>
public sealed record SiteOpening(
    string Site, DateOnly OpenFrom, DateOnly OpenTo, ImmutableArray<Admission> Admissions);
