namespace Readiness.Assessment;

/// <summary>Transfers of an item between two places that differ between two plans.</summary>
/// <param name="Item">Id of the item.</param>
/// <param name="From">Id of the place that dispatches.</param>
/// <param name="To">Id of the place that receives.</param>
/// <param name="First">Units over all days in the first plan.</param>
/// <param name="Other">Units over all days in the other plan.</param>
/// <param name="Days">Days of dispatch on which the quantities differ.</param>
public sealed record ShipmentDifference(string Item, string From, string To, long First, long Other, int Days);
