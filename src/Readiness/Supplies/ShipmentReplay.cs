namespace Readiness.Supplies;

/// <summary>The auditor's own count of what may be counted on: day by day the most units that are likely enough to have arrived.</summary>
internal static class ShipmentReplay
{
    private const double Tolerance = 1e-9;

    /// <summary>What comes in of a problem's shipments, within its days.</summary>
    public static IEnumerable<SupplyLot> Lots(AllocationProblem problem)
    {
        foreach (SupplyShipment shipment in problem.Shipments)
        {
            long before = 0;
            for (int day = shipment.AnnouncedDay; day < problem.Days; day++)
            {
                long likely = Likely(shipment, day, problem.ShipmentConfidence);
                if (likely > before)
                {
                    yield return new SupplyLot(shipment.Place, shipment.Item, likely - before, day, shipment.LastUsableDay);
                    before = likely;
                }
            }
        }
    }

    private static long Likely(SupplyShipment shipment, int day, double? confidence)
    {
        if (confidence is null || shipment.Arrivals.Length == 0)
        {
            return shipment.Quantity;
        }

        long most = 0;
        for (int k = 0; k < shipment.Arrivals.Length; k++)
        {
            long wanted = Share(shipment, k);
            double probability = 0;
            for (int other = 0; other < shipment.Arrivals.Length; other++)
            {
                bool there = shipment.AnnouncedDay + shipment.Arrivals[other].DelayDays <= day && Share(shipment, other) >= wanted;
                probability += there ? shipment.Arrivals[other].Probability : 0;
            }

            most = probability + Tolerance >= confidence ? Math.Max(most, wanted) : most;
        }

        return most;
    }

    // Whole units; a millionth of a unit is forgiven.
    private static long Share(SupplyShipment shipment, int k) => (long)Math.Floor(1e-6 + (shipment.Arrivals[k].Share * shipment.Quantity));
}
