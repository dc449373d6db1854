using Readiness.Supplies;
using Readiness.Supplies.Flows;

namespace Readiness.Tests.Supplies.Flows;

/// <summary>Random allocations of single items with one linear objective.</summary>
internal static class RandomWeighted
{
    /// <summary>A few places with lanes of any lead time, chains without lead time among them, lots that expire, and lorries that are too small.</summary>
    public static WeightedAllocation Create(int seed, int mostPlaces = 5, int mostItems = 3, int mostDays = 6)
    {
        var random = new Random(seed);
        int places = random.Next(2, mostPlaces + 1);
        int items = random.Next(1, mostItems + 1);
        int days = random.Next(2, mostDays + 1);
        var problem = new AllocationProblem
        {
            Days = days,
            Places = [.. Enumerable.Range(0, places).Select(p => $"p{p}")],
            Items = [.. Enumerable.Range(0, items).Select(i => new AllocationItem($"i{i}", random.Next(1, 4), random.Next(0, 4)))],
            Levels = [new("a", FairnessRule.MaximumFill), new("b", FairnessRule.MaximumFill), new("c", FairnessRule.MaximumFill)],
            Lots =
            [
                .. Enumerable.Range(0, random.Next(1, 4 * items)).Select(_ => new SupplyLot(
                    random.Next(places), random.Next(items), random.Next(0, 30), random.Next(0, days + 1),
                    random.Next(2) == 0 ? random.Next(0, days) : int.MaxValue)),
            ],
            Lanes =
            [
                .. Enumerable.Range(0, random.Next(1, 4 * places)).Select(_ =>
                {
                    int from = random.Next(places);
                    return new TransportLane(
                        from, (from + 1 + random.Next(places - 1)) % places, random.Next(0, 3), random.Next(4) == 0 ? double.PositiveInfinity : random.Next(0, 9), random.Next(0, 90) / 10.0);
                }),
            ],
            Demands =
            [
                .. Enumerable.Range(0, random.Next(1, 12 * items)).Select(_ => new SupplyDemand(
                    random.Next(places), random.Next(days), random.Next(3), random.Next(0, 12), [new ItemNeed(random.Next(items), random.Next(1, 3))], random.Next(1, 3))),
            ],
        };
        return new WeightedAllocation(problem, [100, 10, 1], 0.01);
    }
}
