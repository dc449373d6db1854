namespace Readiness.Quarantine;

/// <summary>Units of a customer's demand of a day that a site takes.</summary>
/// <param name="Customer">Customer index.</param>
/// <param name="Day">Day on which the stay begins.</param>
/// <param name="Site">Site index.</param>
/// <param name="Quantity">Units; more than 0.</param>
public sealed record Placement(int Customer, int Day, int Site, double Quantity);
