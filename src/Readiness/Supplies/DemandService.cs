using System.Collections.Immutable;

namespace Readiness.Supplies;

/// <summary>A way to serve a demand: its regular recipe, or one of its alternatives.</summary>
/// <param name="Demand">Demand index.</param>
/// <param name="Alternative">Index of the alternative, or -1 for the regular recipe.</param>
/// <param name="Needs">Items per batch.</param>
/// <param name="UnitsPerBatch">Units that a batch serves at most: no more than are wanted at all, and 1 for the regular recipe.</param>
/// <param name="Most">Most units that may be served in this way.</param>
/// <param name="Weight">Weight on the level that counts alternatives; 0 for the regular recipe.</param>
internal readonly record struct DemandService(
    int Demand, int Alternative, ImmutableArray<ItemNeed> Needs, long UnitsPerBatch, long Most, double Weight)
{
    /// <summary>Batches that a number of units take.</summary>
    public long Batches(long units) => (units / UnitsPerBatch) + (units % UnitsPerBatch > 0 ? 1 : 0);

    /// <summary>All ways to serve the demands of a problem: first the regular one of each, by demand index, then the alternatives.</summary>
    public static DemandService[] All(AllocationProblem problem) =>
    [
        .. problem.Demands.Select((demand, j) => new DemandService(j, -1, demand.Needs, 1, demand.Units, 0)),
        .. problem.Demands.SelectMany((demand, j) => demand.Alternatives.Select((other, k) =>
            new DemandService(j, k, other.Needs, Math.Clamp(demand.Units, 1, other.UnitsPerBatch), Math.Min(other.MostUnits, demand.Units), other.Weight))),
    ];
}
