namespace Readiness.Supplies.Risks;

/// <summary>The ways in which the shipments of a problem can turn out within its days.</summary>
internal sealed class ShipmentOutcomes
{
    private const double Negligible = 1e-12;

    private readonly AllocationProblem problem;

    // By shipment: what can come, with no lot for what does not come in time.
    private readonly Way[][] ways;
    private readonly int[] chosen;

    public ShipmentOutcomes(AllocationProblem problem)
    {
        this.problem = problem;
        ways = [.. problem.Shipments.Select(Ways)];
        chosen = new int[ways.Length];
        Count = ways.Aggregate(1.0, static (product, way) => product * way.Length);
    }

    /// <summary>Number of ways in which all shipments can turn out together.</summary>
    public double Count { get; }

    /// <summary>Goes through all ways, with their probabilities.</summary>
    public IEnumerable<double> All()
    {
        Array.Clear(chosen);
        for (bool more = true; more;)
        {
            double probability = 1;
            for (int s = 0; s < ways.Length; s++)
            {
                probability *= ways[s][chosen[s]].Probability;
            }

            yield return probability;
            more = false;
            for (int s = 0; s < ways.Length && !more; s++)
            {
                more = ++chosen[s] < ways[s].Length;
                chosen[s] = more ? chosen[s] : 0;
            }
        }
    }

    /// <summary>Draws a way at random.</summary>
    public void Draw(Random random)
    {
        for (int s = 0; s < ways.Length; s++)
        {
            double left = random.NextDouble();
            int way = 0;
            while (way < ways[s].Length - 1 && left >= ways[s][way].Probability)
            {
                left -= ways[s][way++].Probability;
            }

            chosen[s] = way;
        }
    }

    /// <summary>All lots that come in, if the shipments turn out in the current way.</summary>
    public IEnumerable<SupplyLot> Lots()
    {
        foreach (SupplyLot lot in problem.Lots)
        {
            yield return lot;
        }

        for (int s = 0; s < ways.Length; s++)
        {
            if (ways[s][chosen[s]].Lot is { } lot)
            {
                yield return lot;
            }
        }
    }

    // Ways that come to the same are one.
    private Way[] Ways(SupplyShipment shipment)
    {
        SupplyLot? Lot(long units, int day) => units > 0 && day < problem.Days && day <= shipment.LastUsableDay
            ? new SupplyLot(shipment.Place, shipment.Item, units, day, shipment.LastUsableDay) : null;
        if (shipment.Arrivals.IsEmpty)
        {
            return [new Way(Lot(shipment.Quantity, shipment.AnnouncedDay), 1)];
        }

        double never = 1 - shipment.Arrivals.Sum(static arrival => arrival.Probability);
        var distinct = new List<Way>();
        foreach (Way way in shipment.Arrivals
            .Select(arrival => new Way(Lot(shipment.Units(arrival), shipment.AnnouncedDay + arrival.DelayDays), arrival.Probability)).Append(new Way(null, never)))
        {
            int at = distinct.FindIndex(other => other.Lot == way.Lot);
            if (at >= 0)
            {
                distinct[at] = way with { Probability = distinct[at].Probability + way.Probability };
            }
            else if (way.Probability > Negligible)
            {
                distinct.Add(way);
            }
        }

        return [.. distinct];
    }

    private readonly record struct Way(SupplyLot? Lot, double Probability);
}
