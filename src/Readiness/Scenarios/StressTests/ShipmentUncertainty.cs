using Readiness.Districts.Shapes;

namespace Readiness.Scenarios.StressTests;

/// <summary>How shipments may turn out that do not say it themselves. Those with outcomes (<see cref="Districts.Shipment.Arrival"/>) use these.</summary>
/// <remarks>Shipments are independent. A late one brings all its units, after a number of days with a geometric distribution; one that comes after its expiry brings nothing.</remarks>
/// <param name="DelayProbability">Probability that a shipment is late; 0 to 1. One of five is an assumption: replace it by what your deliveries did.</param>
/// <param name="MeanDelayDays">Mean number of days that a late shipment is late, before it is cut off; 1 to 60.</param>
/// <param name="MostDelayDays">Longest delay in days; 1 to 365.</param>
public sealed record ShipmentUncertainty(
    [property: Limits(0, 1)] double DelayProbability = 0.2, [property: Limits(1, 60)] double MeanDelayDays = 3, [property: Limits(1, 365)] int MostDelayDays = 28)
{
    /// <summary>Checks the ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside the range that its documentation gives.</exception>
    public void Validate()
    {
        SettingRange.Check(DelayProbability, 0, 1, nameof(DelayProbability));
        SettingRange.Check(MeanDelayDays, 1, 60, nameof(MeanDelayDays));
        SettingRange.Check(MostDelayDays, 1, 365, nameof(MostDelayDays));
    }
}
