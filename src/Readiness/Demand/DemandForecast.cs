using System.Collections.Immutable;
using Readiness.Districts;

namespace Readiness.Demand;

/// <summary>What is expected per zone and day, as an ensemble of possible courses.</summary>
/// <param name="Horizon">The days of all arrays.</param>
/// <param name="Trajectories">Possible courses; at least one, weights summing to 1.</param>
public sealed record DemandForecast(PlanningHorizon Horizon, ImmutableArray<DemandTrajectory> Trajectories)
{
    private readonly DemandTrajectory? planned;

    /// <summary>
    /// The course that a plan is made for: the one that was set, such as the mean of the ensemble; else the only one, or the one of greatest weight (the
    /// first among equals).
    /// </summary>
    public DemandTrajectory Planned
    {
        get => planned ?? Trajectories.MaxBy(trajectory => trajectory.Weight)!;
        init => planned = value;
    }
}
