using Readiness.Districts.Shapes;

namespace Readiness.Scenarios.StressTests;

/// <summary>What of a district is uncertain in a stress test.</summary>
/// <param name="Seed">Seed of every draw; 0 or more. Future number k of a seed is the same however many others there are.</param>
/// <param name="Demand">How cases may differ; none if they are those that were planned for.</param>
/// <param name="Shipments">How shipments may turn out; none if they come as the plan counts on.</param>
/// <param name="SickLeave">How people fall ill; none if nobody does beyond the absences of the document.</param>
public sealed record StressTestSettings(
    [property: Limits(0, int.MaxValue)] int Seed = 1, DemandUncertainty? Demand = null, ShipmentUncertainty? Shipments = null, SickLeaveUncertainty? SickLeave = null)
{
    /// <summary>All three, with their defaults.</summary>
    public static StressTestSettings Standard { get; } = new(1, new DemandUncertainty(), new ShipmentUncertainty(), new SickLeaveUncertainty());

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside the range that its documentation gives.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Seed);
        Demand?.Validate();
        Shipments?.Validate();
        SickLeave?.Validate();
    }
}
