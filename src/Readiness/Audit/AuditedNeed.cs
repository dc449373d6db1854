namespace Readiness.Audit;

/// <summary>A need of an item that is not bound to a shift: a burn rate, or an item for the guests of a site.</summary>
/// <param name="Id">Id of the burn rate or site.</param>
/// <param name="Item">Position of the item.</param>
/// <param name="Place">Position of the place whose stock it draws on.</param>
/// <param name="PriorityClass">Its class.</param>
/// <param name="Required">Units needed, by day.</param>
internal sealed record AuditedNeed(string Id, int Item, int Place, int PriorityClass, long[] Required);
