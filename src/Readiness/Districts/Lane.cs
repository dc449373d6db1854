namespace Readiness.Districts;

/// <summary>A directed transport link between two places.</summary>
/// <param name="From">Id of the place that dispatches.</param>
/// <param name="To">Id of the place that receives.</param>
/// <param name="LeadTimeDays">Days from dispatch to availability; 0 to 60. 0 is available on the day of dispatch, before demand is served.</param>
/// <param name="CapacityLitresPerDay">Volume that can be dispatched per day over all items, in litres; none means unlimited.</param>
public sealed record Lane(string From, string To, int LeadTimeDays = 0, double? CapacityLitresPerDay = null);
