using Readiness.Districts.Shapes;

namespace Readiness.Districts;

/// <summary>District-wide rules that a plan must keep.</summary>
public sealed record PlanningPolicy
{
    /// <summary>How far from the home facility people may be lent, in great-circle km; 0 to 25,000. Duties at the home facility are always in reach.</summary>
    [Limits(0, 25_000)]
    public double TravelLimitKm { get; init; } = 15;

    /// <summary>
    /// Largest share of a unit's normal hours that its people may together work away from home, per calendar
    /// block of seven days counted from the first day; 0 to 1. A unit is all staff of one home facility.
    /// </summary>
    [Limits(0, 1)]
    public double LendingShare { get; init; } = 0.5;

    /// <summary>How places share scarce items of one priority class that are not bound to a shift. Heads and their kits come before, as many as possible.</summary>
    public SharingRule ItemSharing { get; init; } = SharingRule.MaxMin;

    /// <summary>Rules for contacts in quarantine.</summary>
    public QuarantinePolicy Quarantine { get; init; } = new();
}
