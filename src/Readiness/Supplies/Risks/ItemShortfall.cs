namespace Readiness.Supplies.Risks;

/// <summary>Units of an item that the demands of a level miss.</summary>
/// <param name="Level">Level index.</param>
/// <param name="Item">Item index.</param>
/// <param name="PlannedUnmet">Units that they miss if everything comes as counted on: wanted less served, times the units of the item in the regular recipe.</param>
/// <param name="ExpectedUnmet">Mean over the ways in which shipments can turn out; at least what is planned.</param>
/// <param name="StandardError">Standard error of that mean; 0 where it is exact.</param>
public sealed record ItemShortfall(int Level, int Item, double PlannedUnmet, double ExpectedUnmet, double StandardError);
