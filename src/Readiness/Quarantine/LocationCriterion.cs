namespace Readiness.Quarantine;

/// <summary>What a location plan may be judged by; every criterion is minimised. <see cref="LocationProblem.Objectives"/> puts them in order.</summary>
public enum LocationCriterion
{
    /// <summary>Level <c>unserved</c>: unserved unit-days; a unit of day d counts min(<see cref="LocationProblem.LengthOfStay"/>, Days - d) days.</summary>
    Unserved,

    /// <summary>Level <c>farthest</c>: the largest distance of anyone served; 0 if nobody is. With a number of sites it is the p-center problem.</summary>
    Farthest,

    /// <summary>Level <c>siteCount</c>: sites that open at some time.</summary>
    SiteCount,

    /// <summary>Level <c>cost</c>: opening costs, costs per open day and assignment costs.</summary>
    Cost,

    /// <summary>
    /// Level <c>worstOff</c>: the largest unserved share of any customer with demand, unserved unit-days ÷ demanded unit-days; 0 to 1. Plans that are equal in
    /// it are told apart by the next largest share, and so on to the last (leximin).
    /// </summary>
    WorstOff,

    /// <summary>
    /// Level <c>withoutBackup</c>: unit-days of demand, served or not, that fewer than two open sites could take: sites that may serve the customer within
    /// <see cref="LocationProblem.MaxDistance"/> and are open for all of the stay, whatever their room.
    /// </summary>
    WithoutBackup,
}
