namespace Readiness.Assessment;

/// <summary>
/// Where an inventory takes contacts and travellers to spend their quarantine. Which sites open is a plan's decision, but the work and
/// the consumption of the district depend on it.
/// </summary>
public enum HousingAssumption
{
    /// <summary>At home, monitored by the joint teams. Sites that must open are staffed, without guests.</summary>
    AtHome,

    /// <summary>
    /// At the nearest site within the policy's distance that is set up and has a room, whether it can be staffed or not; at home where
    /// there is none. A site is open from its first possible day if it gets a guest at all.
    /// </summary>
    AtSites,
}
