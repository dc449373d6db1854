namespace Readiness.Districts;

/// <summary>Whether a plan is free to open a site.</summary>
public enum SiteStatus
{
    /// <summary>The plan decides.</summary>
    Available,

    /// <summary>It must be open from its first possible day to the end of the horizon, staffed or not.</summary>
    MustOpen,

    /// <summary>It must stay closed.</summary>
    Closed,
}
