namespace Readiness.Plans;

/// <summary>Units of an item handed out for a need that is not bound to a shift.</summary>
/// <param name="Need">Id of the burn rate or, for guests, of the site.</param>
/// <param name="Item">Id of the item.</param>
/// <param name="Day">Day.</param>
/// <param name="Quantity">Units; more than 0, at most the need.</param>
public sealed record StockIssue(string Need, string Item, DateOnly Day, long Quantity);
