namespace Readiness.Quarantine.Capacitated.Cuts;

/// <summary>How a region around a site grows: no order finds all cuts.</summary>
internal enum RegionGrowth
{
    /// <summary>Towards customers of half-open sites that serve the region with most of their room.</summary>
    Shared,

    /// <summary>Towards customers that are near the site.</summary>
    Near,

    /// <summary>Towards customers that sites outside the region serve least.</summary>
    Closed,
}
