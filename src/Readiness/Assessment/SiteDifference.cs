namespace Readiness.Assessment;

/// <summary>A quarantine site that two plans use differently.</summary>
/// <param name="Site">Id of the candidate site.</param>
/// <param name="First">Its use in the first plan; null if it stays closed.</param>
/// <param name="Other">Its use in the other plan; null if it stays closed.</param>
public sealed record SiteDifference(string Site, SiteUse? First, SiteUse? Other);
