namespace Readiness.Districts;

/// <summary>Which course of an ensemble a plan is made for.</summary>
public enum PlanTargetKind
{
    /// <summary>The mean of the ensemble.</summary>
    Mean,

    /// <summary>The quantile of each of the district's quantities by day, split over the zones like the mean.</summary>
    Quantile,

    /// <summary>The greatest of several courses by zone and day.</summary>
    Trajectories,
}
