using System.Collections.Immutable;

namespace Readiness.Scenarios.StressTests;

/// <summary>Contacts and travellers who find no room at a site.</summary>
/// <param name="Overall">On any day; amounts are people.</param>
/// <param name="Days">By the day on which they become contacts; days without any in any future are left out.</param>
public sealed record GuestStress(StressRisk Overall, ImmutableArray<DayRisk> Days);
