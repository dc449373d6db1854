namespace Readiness.Assessment;

/// <summary>An offer of which two plans buy another number of lots.</summary>
/// <param name="Offer">Id of the offer.</param>
/// <param name="First">Lots in the first plan.</param>
/// <param name="Other">Lots in the other plan.</param>
public sealed record PurchaseDifference(string Offer, long First, long Other);
