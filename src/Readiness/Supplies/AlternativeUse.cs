namespace Readiness.Supplies;

/// <summary>Units of a demand that are served by one of its alternatives.</summary>
/// <param name="Demand">Demand index.</param>
/// <param name="Alternative">Index in <see cref="SupplyDemand.Alternatives"/>.</param>
/// <param name="Units">Units of the demand, more than 0; the last batch may serve fewer units than it could.</param>
public sealed record AlternativeUse(int Demand, int Alternative, long Units);
