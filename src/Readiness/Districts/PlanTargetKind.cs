namespace Readiness.Districts;

/// <summary>Which course of an ensemble a plan is made for.</summary>
public enum PlanTargetKind
{
    /// <summary>The mean of the ensemble.</summary>
    Mean,

    /// <summary>The quantile of each quantity by zone and day.</summary>
    Quantile,

    /// <summary>The greatest of several courses by zone and day.</summary>
    Trajectories,
}
