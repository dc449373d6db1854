using System.Collections.Immutable;
using Readiness.Districts;

namespace Readiness.Demand.Needs;

/// <summary>What a district is expected to need, with its spread over the possible courses of the epidemic.</summary>
/// <param name="Horizon">The days of all arrays.</param>
/// <param name="Trajectories">Number of courses behind the quantiles; with one, all quantiles are equal.</param>
/// <param name="Levels">Probabilities of all quantiles.</param>
/// <param name="Drivers">Workload: the district's drivers, then those of the zones in their order.</param>
/// <param name="Heads">Heads by line of the duties, in their order. Heads of quarantine sites depend on the plan and are not among them.</param>
/// <param name="Staff">People required by skill, in the order of the skills.</param>
/// <param name="Items">Units by item, in the order of the items.</param>
/// <param name="Laboratory">Backlog and waits of the laboratories.</param>
public sealed record NeedsForecast(
    PlanningHorizon Horizon,
    int Trajectories,
    ImmutableArray<double> Levels,
    ImmutableArray<DriverNeed> Drivers,
    ImmutableArray<HeadsNeed> Heads,
    ImmutableArray<StaffNeed> Staff,
    ImmutableArray<ItemNeed> Items,
    LaboratoryNeed Laboratory);
