namespace Readiness.Plans;

/// <summary>Lots that are bought.</summary>
/// <param name="Offer">Id of the offer, which says what comes in where, when and at which price.</param>
/// <param name="Lots">Whole lots; more than 0.</param>
public sealed record PlannedPurchase(string Offer, long Lots);
