using Readiness.Supplies;
using Readiness.Supplies.Shortages;

namespace Readiness.Tests.Supplies.Shortages;

/// <summary>Tiny random problems in which one limit can bind, and the same without it.</summary>
internal static class OneLimit
{
    public static readonly ShortageCause[] Causes =
    [
        ShortageCause.PackSize, ShortageCause.Lorry, ShortageCause.Storage, ShortageCause.Reserve, ShortageCause.Expiry, ShortageCause.LeadTime, ShortageCause.Delivery,
    ];

    public static (AllocationProblem With, AllocationProblem Without) Of(ShortageCause cause, int seed)
    {
        var random = new Random(seed);
        AllocationProblem without = new()
        {
            Days = 3,
            Places = ["a", "b"],
            Items = [new AllocationItem("i", 1, 1)],
            Levels = [new DemandLevel("l", FairnessRule.MaximumFill)],
            Lots = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => new SupplyLot(random.Next(3) / 2, 0, random.Next(1, 5)))],
            Lanes = [.. Enumerable.Range(0, cause == ShortageCause.Storage ? 1 : random.Next(1, 3)).Select(l => new TransportLane(l, 1 - l))],
            Demands = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => new SupplyDemand(random.Next(2), random.Next(3), 0, random.Next(1, 5), [new ItemNeed(0, 1)]))],
        };
        return (Limited(cause, without, random), without);
    }

    private static AllocationProblem Limited(ShortageCause cause, AllocationProblem problem, Random random) => cause switch
    {
        ShortageCause.PackSize => problem with { Items = [new AllocationItem("i", random.Next(2, 4), 1)] },
        ShortageCause.Lorry => problem with { Lanes = [.. problem.Lanes.Select(lane => lane with { CapacityPerDay = random.Next(0, 3) })] },
        ShortageCause.Storage => problem with
        {
            // Where lanes take no time, room is short only where other things lie.
            Items = problem.Items.Add(new AllocationItem("tent", 1, 2)),
            Lots = problem.Lots.AddRange(Enumerable.Range(0, 2).Select(place => new SupplyLot(place, 1, 1, random.Next(0, 3)))),
            StorageLimits = [.. Enumerable.Range(0, 2).Select(place => new StorageLimit(place, random.Next(0, 3)))],
        },
        ShortageCause.Reserve => problem with { Reserves = [.. Enumerable.Range(0, 2).Select(place => new StockReserve(place, 0, random.Next(0, 4), random.Next(-1, 1)))] },
        ShortageCause.Expiry => problem with { Lots = [.. problem.Lots.Select(lot => lot with { LastUsableDay = random.Next(-1, 3) })] },
        ShortageCause.LeadTime => problem with { Lanes = [.. problem.Lanes.Select(lane => lane with { LeadTimeDays = random.Next(0, 4) })] },
        _ => problem with { Lots = [.. problem.Lots.Select(lot => lot with { AvailableDay = random.Next(0, 5) })] },
    };
}
