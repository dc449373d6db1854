namespace Readiness.Quarantine;

/// <summary>A limit of a location problem that may be relaxed.</summary>
public enum RelaxedLimit
{
    /// <summary><see cref="LocationProblem.MaxDistance"/>.</summary>
    MaxDistance,

    /// <summary><see cref="LocationSite.Capacity"/> of one site.</summary>
    Capacity,

    /// <summary><see cref="LocationProblem.MostSites"/>.</summary>
    MostSites,

    /// <summary><see cref="LocationProblem.LeastSeparation"/>.</summary>
    LeastSeparation,
}
