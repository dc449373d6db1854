namespace Readiness.Scenarios.StressTests;

/// <summary>Futures of a batch in which contacts find no room.</summary>
/// <param name="Zone">Id of the zone; null counts futures with any.</param>
/// <param name="Day">The day on which they become contacts; null counts futures with any.</param>
/// <param name="Futures">Number of futures; more than 0.</param>
/// <param name="Guests">People in all of them together.</param>
public sealed record UnhousedCount(string? Zone, DateOnly? Day, int Futures, long Guests);
