namespace Readiness.Benchmarks.Tables.Fleet;

/// <summary>What a simulated fleet did.</summary>
/// <param name="Seconds">From the first claim to the end of the last scenario.</param>
/// <param name="Busy">Share of that time in which the database was at work.</param>
/// <param name="Solving">Share of the workers' time that went into solves.</param>
/// <param name="MeanWait">How long an operation at the beginning or the end of a job waited for others, in seconds.</param>
internal sealed record FleetResult(double Seconds, double Busy, double Solving, double MeanWait);
