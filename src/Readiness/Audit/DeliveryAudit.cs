using Readiness.Districts;

namespace Readiness.Audit;

/// <summary>Derives from the district's shipments what a plan may count on, and when.</summary>
/// <remarks>
/// On a day it may count on the most units that have arrived by then with the policy's confidence. Each possible quantity is tried against the sum of the probabilities of
/// the ways that bring at least as much by then.
/// </remarks>
internal static class DeliveryAudit
{
    private const double Tolerance = 1e-9;

    /// <summary>What comes in by day, within the horizon; the units of each entry are more than 0.</summary>
    public static IEnumerable<(Shipment Shipment, int Day, long Units)> Of(District district)
    {
        foreach (Shipment shipment in district.Shipments)
        {
            int announced = district.Horizon.DayOf(shipment.Arrives);
            long sofar = 0;
            for (int day = Math.Max(0, announced); day < district.Horizon.Days; day++)
            {
                long sure = SureBy(shipment, day - announced, district.Policy.ShipmentConfidence);
                if (sure > sofar)
                {
                    yield return (shipment, day, sure - sofar);
                    sofar = sure;
                }
            }
        }
    }

    private static long SureBy(Shipment shipment, int delay, double? confidence)
    {
        if (confidence is not { } least || shipment.Arrival.IsEmpty)
        {
            return shipment.Quantity;
        }

        (long Units, double Probability)[] there =
        [
            .. shipment.Arrival.Where(outcome => outcome.DelayDays <= delay)
                .Select(outcome => (WholeUnits(shipment.Quantity, outcome.Share), outcome.Probability)).OrderByDescending(outcome => outcome.Item1),
        ];
        double sum = 0;
        foreach ((long units, double probability) in there)
        {
            sum += probability;
            if (sum >= least - Tolerance)
            {
                return units;
            }
        }

        return 0;
    }

    private static long WholeUnits(long quantity, double share) => share == 1 ? quantity : (long)(quantity * share + 1e-6);
}
