namespace Readiness.Quarantine;

/// <summary>Demand of a day with the same sites in reach, two at least.</summary>
/// <param name="Sites">The sites.</param>
/// <param name="Day">The day.</param>
/// <param name="UnitDays">Unit-days of it; above 0.</param>
internal readonly record struct BackupDemand(int[] Sites, int Day, double UnitDays);
