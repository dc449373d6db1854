namespace Readiness.Supplies;

/// <summary>One way in which a <see cref="SupplyShipment"/> may turn out.</summary>
/// <param name="DelayDays">Days after the announced day; 0 to 3660.</param>
/// <param name="Probability">Probability; more than 0, at most 1.</param>
/// <param name="Share">Share of the quantity that arrives then, rounded down to whole units, the rest being lost; more than 0, at most 1.</param>
public sealed record ShipmentArrival(int DelayDays, double Probability, double Share = 1);
