namespace Readiness.Planning;

/// <summary>Options of <see cref="SequentialPlanner"/>. The steps run once, so that a work limit only says that the rosters are limited by work, too.</summary>
public sealed record SequentialOptions : SolveOptions
{
    /// <summary>Which site is filled first. A value that is not named counts as <see cref="SiteOrder.Nearest"/>.</summary>
    public SiteOrder SiteOrder { get; init; } = SiteOrder.Nearest;

    /// <summary>
    /// Whether the stores plan the whole horizon, for the heads and guests that are given to them, instead of serving first come, first
    /// served. Off where the plan is to be what districts do today.
    /// </summary>
    public bool PlanSupplies { get; init; }

    /// <summary>
    /// Whether the roster and the supplies are made again for the sites that stayed open, so that people who would have run the others
    /// do other work; the better of the two plans counts. Off where the plan is to be what districts do today.
    /// </summary>
    public bool Repair { get; init; }
}
