namespace Readiness.Quarantine;

/// <summary>An opened site.</summary>
/// <param name="Site">Site index.</param>
/// <param name="FirstDay">First open day.</param>
/// <param name="LastDay">Last open day.</param>
public sealed record SiteUse(int Site, int FirstDay, int LastDay);
