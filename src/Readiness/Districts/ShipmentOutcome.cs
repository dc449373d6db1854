using Readiness.Districts.Shapes;

namespace Readiness.Districts;

/// <summary>One way in which a shipment may turn out.</summary>
/// <param name="DelayDays">Days after the announced date; 0 to 365.</param>
/// <param name="Probability">Probability; more than 0, at most 1.</param>
/// <param name="Share">Share of the quantity that arrives then, rounded down to whole units, the rest being lost; more than 0, at most 1.</param>
public sealed record ShipmentOutcome(
    [Limits(0, 365)] int DelayDays,
    [Limits(0, 1, AboveMinimum = true)] double Probability,
    [Limits(0, 1, AboveMinimum = true)] double Share = 1);
