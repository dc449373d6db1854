namespace Readiness.Quarantine;

/// <summary>Units of a customer's demand of a day that stay unserved.</summary>
/// <param name="Customer">Customer index.</param>
/// <param name="Day">Day on which the stay would begin.</param>
/// <param name="Quantity">Units; more than 0.</param>
/// <param name="Cause">Why.</param>
public sealed record UnservedDemand(int Customer, int Day, double Quantity, UnservedCause Cause);
