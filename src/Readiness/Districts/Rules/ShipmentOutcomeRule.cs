using System.Globalization;
using Readiness.Districts.Shapes;

namespace Readiness.Districts.Rules;

/// <summary>The probabilities of the ways in which a shipment may turn out add up to at most 1.</summary>
internal sealed class ShipmentOutcomeRule : DistrictRule
{
    private const double Tolerance = 1e-9;

    public override void Check(JsonView district, ErrorList errors)
    {
        foreach (JsonView shipment in district[nameof(District.Shipments)].Entries)
        {
            CheckShipment(shipment, errors);
        }
    }

    /// <summary>Checks one shipment.</summary>
    public static void CheckShipment(JsonView shipment, ErrorList errors)
    {
        JsonView arrival = shipment[nameof(Shipment.Arrival)];
        double sum = arrival.Entries.Sum(static outcome => outcome[nameof(ShipmentOutcome.Probability)].Number ?? 0);
        if (sum > 1 + Tolerance && double.IsFinite(sum))
        {
            errors.Add(
                arrival.Path,
                arrival.Value,
                string.Create(CultureInfo.InvariantCulture, $"has probabilities that add up to {sum:0.######}; they must add up to at most 1, the rest being the probability that it never comes"));
        }
    }
}
