namespace Readiness.Quarantine;

/// <summary>A possible site.</summary>
/// <param name="Name">Name.</param>
/// <param name="Capacity">Units it can hold on a day; more than 0.</param>
/// <param name="OpeningCost">Cost of opening; 0 or more.</param>
/// <param name="CostPerOpenDay">Cost of each open day; 0 or more.</param>
/// <param name="EarliestDay">First day on which it can be open; 0 or more. Beyond the last day it cannot open.</param>
/// <param name="Opening">Whether the plan decides.</param>
/// <param name="Class">Its class, such as home-like, hotel or hospital; null if it has none.</param>
/// <param name="Clearance">Distance to the nearest place that it should keep away from, such as a school or dense housing; 0 or more.</param>
public sealed record LocationSite(
    string Name,
    double Capacity,
    double OpeningCost = 0,
    double CostPerOpenDay = 0,
    int EarliestDay = 0,
    OpeningRule Opening = OpeningRule.Free,
    string? Class = null,
    double Clearance = double.PositiveInfinity);
