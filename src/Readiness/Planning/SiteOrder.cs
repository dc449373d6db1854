namespace Readiness.Planning;

/// <summary>Which site is filled first where contacts are housed without looking at staff and supplies.</summary>
public enum SiteOrder
{
    /// <summary>The nearest to the contact's zone.</summary>
    Nearest,

    /// <summary>The one with the lowest opening cost per room, the nearer of equally cheap ones.</summary>
    Cheapest,

    /// <summary>The one that takes the fewest heads per room when full, the nearer of equal ones.</summary>
    FewestHeads,
}
