using System.Collections.Immutable;

namespace Readiness.Supplies;

/// <summary>A delivery that is on its way, and of which it is not certain when, or how much of it, arrives.</summary>
/// <param name="Place">Place index.</param>
/// <param name="Item">Item index.</param>
/// <param name="Quantity">Units; 0 or more.</param>
/// <param name="AnnouncedDay">Day on whose morning it is announced; 0 or more.</param>
/// <param name="Arrivals">
/// The ways in which it may turn out, with probabilities that add up to at most 1: the rest is the probability that it never comes. Without any it comes as announced.
/// Shipments are independent of each other.
/// </param>
/// <param name="LastUsableDay">Last day on which it may be used; <see cref="int.MaxValue"/> if it keeps.</param>
public sealed record SupplyShipment(
    int Place, int Item, long Quantity, int AnnouncedDay, ImmutableArray<ShipmentArrival> Arrivals, int LastUsableDay = int.MaxValue)
{
    // Probabilities that are meant to add up to the confidence do so up to rounding.
    private const double Tolerance = 1e-9;

    // So that 0.29 of 100 units are 29.
    private const double RoundingTolerance = 1e-6;

    /// <summary>What a plan counts on: the units with the days by which they have arrived with a probability of at least the confidence.</summary>
    /// <remarks>
    /// With A(d) the units that have arrived by day d, the chance constraint is P(A(d) ≥ q) ≥ confidence: the q-th unit is counted on from the first day d on which that holds. It
    /// holds for a unit no later than for the next one, so the units between two quantities that may arrive share their day. Units for which it never holds are not counted on.
    /// </remarks>
    /// <param name="confidence">More than 0, at most 1; none counts on the announced day and the whole quantity, whatever the probabilities.</param>
    /// <returns>Lots by ascending day.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is outside its range.</exception>
    public ImmutableArray<SupplyLot> CountedOn(double? confidence)
    {
        if (confidence is not { } least || Arrivals.IsDefaultOrEmpty)
        {
            return [Lot(Quantity, AnnouncedDay)];
        }

        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(least, nameof(confidence));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(least, 1, nameof(confidence));
        var lots = ImmutableArray.CreateBuilder<SupplyLot>();
        long counted = 0;
        foreach (long units in Arrivals.Select(Units).Where(units => units > 0).Distinct().Order())
        {
            double probability = 0;
            int? day = null;
            foreach (ShipmentArrival arrival in Arrivals.Where(arrival => Units(arrival) >= units).OrderBy(arrival => arrival.DelayDays))
            {
                probability += arrival.Probability;
                if (probability >= least - Tolerance)
                {
                    day = AnnouncedDay + arrival.DelayDays;
                    break;
                }
            }

            if (day is null)
            {
                break;
            }

            if (lots.Count > 0 && lots[^1].AvailableDay == day)
            {
                lots[^1] = lots[^1] with { Quantity = lots[^1].Quantity + units - counted };
            }
            else
            {
                lots.Add(Lot(units - counted, day.Value));
            }

            counted = units;
        }

        return lots.ToImmutable();
    }

    /// <summary>Units that arrive in one of the ways.</summary>
    internal long Units(ShipmentArrival arrival) => Math.Min(Quantity, (long)Math.Floor((Quantity * arrival.Share) + RoundingTolerance));

    private SupplyLot Lot(long units, int day) => new(Place, Item, units, day, LastUsableDay);
}
