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

    /// <summary>
    /// How sure a plan is of shipments whose arrival is uncertain: a unit is counted on from the day by which it has arrived with at least this probability; 0.5 to 0.99. If not
    /// given, plans count on the announced dates and quantities.
    /// </summary>
    [Limits(0.5, 0.99)]
    public double? ShipmentConfidence { get; init; }

    /// <summary>What may be spent on offers over the horizon, in the document's currency; 0 to 1e12. If not given, there is no limit.</summary>
    [Limits(0, 1e12)]
    public double? PurchaseBudget { get; init; }

    /// <summary>Rules for contacts in quarantine.</summary>
    public QuarantinePolicy Quarantine { get; init; } = new();
}
