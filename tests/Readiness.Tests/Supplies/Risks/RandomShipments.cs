using Readiness.Supplies;

namespace Readiness.Tests.Supplies.Risks;

/// <summary>Random shipments of uncertain arrival.</summary>
internal static class RandomShipments
{
    private static readonly double[] Shares = [1, 1, 0.5, 0.3];

    /// <summary>The problem with one to three shipments on top.</summary>
    public static AllocationProblem Add(AllocationProblem problem, int seed)
    {
        var random = new Random(seed);
        return problem with
        {
            Shipments = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Shipment(random, problem.Places.Length, problem.Items.Length, problem.Days))],
        };
    }

    public static SupplyShipment Shipment(Random random, int places, int items, int days) => new(
        random.Next(places), random.Next(items), random.Next(0, 11), random.Next(days),
        [
            .. Enumerable.Range(0, random.Next(0, 4)).Select(_ => new ShipmentArrival(random.Next(0, 4), random.Next(1, 34) / 100.0, Shares[random.Next(4)])),
        ],
        random.Next(3) == 0 ? random.Next(days) : int.MaxValue);
}
