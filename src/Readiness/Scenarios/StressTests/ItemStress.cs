using System.Collections.Immutable;

namespace Readiness.Scenarios.StressTests;

/// <summary>Stock-outs of an item: needs that stay unmet, or heads without their kit, for want of it.</summary>
/// <param name="Item">Id of the item.</param>
/// <param name="Overall">At any place on any day; amounts are units.</param>
/// <param name="Days">At any place, by day; days without a stock-out in any future are left out.</param>
/// <param name="Places">The places most at risk, at most <see cref="MostPlaces"/>, the likeliest first.</param>
public sealed record ItemStress(string Item, StressRisk Overall, ImmutableArray<DayRisk> Days, ImmutableArray<PlaceStress> Places)
{
    /// <summary>Most places that are listed per item.</summary>
    public const int MostPlaces = 10;
}
