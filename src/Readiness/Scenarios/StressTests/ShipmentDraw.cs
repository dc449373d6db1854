using System.Collections.Immutable;
using Readiness.Districts;
using Readiness.Districts.Generation;

namespace Readiness.Scenarios.StressTests;

/// <summary>Draws how the shipments of a district turn out; those that bring nothing are left out.</summary>
internal static class ShipmentDraw
{
    public static ImmutableArray<Shipment> Of(District district, ShipmentUncertainty uncertainty, SplitMix64 random)
    {
        var shipments = ImmutableArray.CreateBuilder<Shipment>(district.Shipments.Length);
        for (int index = 0; index < district.Shipments.Length; index++)
        {
            Shipment shipment = district.Shipments[index];
            (int delay, double share) = Outcome(shipment, uncertainty, random.Split(index));
            Shipment known = shipment with
            {
                Quantity = share == 1 ? shipment.Quantity : (long)(shipment.Quantity * share + 1e-6),
                Arrives = DateOnly.FromDayNumber(Math.Min(shipment.Arrives.DayNumber + delay, DateOnly.MaxValue.DayNumber)),
                Arrival = [],
            };
            if (known.Quantity > 0 && !(known.Expires < known.Arrives))
            {
                shipments.Add(known);
            }
        }

        return shipments.ToImmutable();
    }

    private static (int Delay, double Share) Outcome(Shipment shipment, ShipmentUncertainty uncertainty, SplitMix64 random)
    {
        double draw = random.Unit();
        if (shipment.Arrival.IsEmpty)
        {
            return draw < uncertainty.DelayProbability
                ? (Math.Min(GeometricDays.Of(uncertainty.MeanDelayDays, random.Unit()), uncertainty.MostDelayDays), 1) : (0, 1);
        }

        foreach (ShipmentOutcome outcome in shipment.Arrival)
        {
            draw -= outcome.Probability;
            if (draw < 0)
            {
                return (outcome.DelayDays, outcome.Share);
            }
        }

        // What the probabilities miss of 1 by rounding is no loss.
        return draw < 1e-9 ? (shipment.Arrival[^1].DelayDays, shipment.Arrival[^1].Share) : (0, 0);
    }
}
