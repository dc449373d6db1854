namespace Readiness.Supplies;

/// <summary>Checks shipments and the confidence with which they are counted on.</summary>
internal static class ShipmentRules
{
    private const double Tolerance = 1e-9;
    private const int LongestDelay = 3660;

    /// <summary>Adds everything that is wrong with the shipments to the errors.</summary>
    public static void Check(AllocationProblem problem, long largest, List<string> errors)
    {
        if (problem.ShipmentConfidence is { } confidence && !(confidence is > 0 and <= 1))
        {
            errors.Add($"ShipmentConfidence is {confidence}; it must be more than 0 and at most 1.");
        }

        for (int i = 0; i < problem.Shipments.Length; i++)
        {
            SupplyShipment shipment = problem.Shipments[i];
            string name = $"Shipments[{i}]";
            if ((uint)shipment.Place >= (uint)problem.Places.Length)
            {
                errors.Add($"{name}.Place is {shipment.Place}; there are {problem.Places.Length} places.");
            }

            if ((uint)shipment.Item >= (uint)problem.Items.Length)
            {
                errors.Add($"{name}.Item is {shipment.Item}; there are {problem.Items.Length} items.");
            }

            if (shipment.Quantity < 0 || shipment.Quantity > largest)
            {
                errors.Add($"{name}.Quantity is {shipment.Quantity}; it must be 0 to 1e12.");
            }

            if (shipment.AnnouncedDay is < 0 or > int.MaxValue - LongestDelay)
            {
                errors.Add($"{name}.AnnouncedDay is {shipment.AnnouncedDay}; it must be 0 or more.");
            }

            CheckArrivals(shipment, name, errors);
        }
    }

    private static void CheckArrivals(SupplyShipment shipment, string name, List<string> errors)
    {
        if (shipment.Arrivals.IsDefault)
        {
            errors.Add($"{name}.Arrivals must be initialised.");
            return;
        }

        for (int k = 0; k < shipment.Arrivals.Length; k++)
        {
            ShipmentArrival arrival = shipment.Arrivals[k];
            if (arrival.DelayDays is < 0 or > LongestDelay)
            {
                errors.Add($"{name}.Arrivals[{k}].DelayDays is {arrival.DelayDays}; it must be 0 to {LongestDelay}.");
            }

            if (!(arrival.Probability is > 0 and <= 1))
            {
                errors.Add($"{name}.Arrivals[{k}].Probability is {arrival.Probability}; it must be more than 0 and at most 1.");
            }

            if (!(arrival.Share is > 0 and <= 1))
            {
                errors.Add($"{name}.Arrivals[{k}].Share is {arrival.Share}; it must be more than 0 and at most 1.");
            }
        }

        double sum = shipment.Arrivals.Sum(static arrival => arrival.Probability);
        if (sum > 1 + Tolerance)
        {
            errors.Add($"{name}.Arrivals have probabilities that add up to {sum}; it must be at most 1.");
        }
    }
}
