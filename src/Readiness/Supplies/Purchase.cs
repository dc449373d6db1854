namespace Readiness.Supplies;

/// <summary>Lots that a plan buys.</summary>
/// <param name="Offer">Index in <see cref="AllocationProblem.Offers"/>.</param>
/// <param name="Lots">Whole lots; more than 0.</param>
public sealed record Purchase(int Offer, long Lots);
