using Readiness.Districts.Shapes;

namespace Readiness.Districts;

/// <summary>A directed transport link between two different places; at most one each way.</summary>
/// <param name="From">Id of the place that dispatches.</param>
/// <param name="To">Id of the place that receives.</param>
/// <param name="LeadTimeDays">Days from dispatch to availability; 0 to 60. 0 is available on the day of dispatch, before demand is served.</param>
/// <param name="CapacityLitresPerDay">Volume that can be dispatched per day over all items, in litres; 0 to 1e9, none means unlimited.</param>
/// <param name="MinimumUnits">Fewest units of an item that are worth a dispatch: on a day nothing of an item leaves, or at least so many units, in whole packs; 0 to 1e9.</param>
public sealed record Lane(
    [RefersTo(nameof(District.Facilities), nameof(District.CandidateSites))] string From,
    [RefersTo(nameof(District.Facilities), nameof(District.CandidateSites))] string To,
    [Limits(0, 60)] int LeadTimeDays = 0,
    [Limits(0, 1e9)] double? CapacityLitresPerDay = null,
    [Limits(0, 1e9)] long MinimumUnits = 0);
