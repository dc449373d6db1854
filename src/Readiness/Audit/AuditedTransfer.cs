namespace Readiness.Audit;

/// <summary>A transfer whose item and lane exist.</summary>
/// <param name="Lane">Position of the lane.</param>
/// <param name="From">Position of the dispatching place.</param>
/// <param name="To">Position of the receiving place.</param>
/// <param name="Item">Position of the item.</param>
/// <param name="Day">Day of dispatch.</param>
/// <param name="LeadDays">Lead time of the lane.</param>
/// <param name="Quantity">Units.</param>
internal readonly record struct AuditedTransfer(int Lane, int From, int To, int Item, int Day, int LeadDays, long Quantity);
