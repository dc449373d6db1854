using System.Collections.Immutable;

namespace Readiness.Supplies;

/// <summary>Need of a place on a day: a number of units, each of which uses up one or several items together (a kit).</summary>
/// <param name="Place">Place index.</param>
/// <param name="Day">Day.</param>
/// <param name="Level">Index of the level.</param>
/// <param name="Units">Units wanted; 0 or more. Served units are whole.</param>
/// <param name="Needs">Items per unit; at least one, each item once.</param>
/// <param name="Weight">Weight of an unserved unit within its level; more than 0.</param>
public sealed record SupplyDemand(
    int Place, int Day, int Level, long Units, ImmutableArray<ItemNeed> Needs, double Weight = 1)
{
    /// <summary>Other recipes that may serve units where the regular one is short; usually none.</summary>
    public ImmutableArray<DemandAlternative> Alternatives { get; init; } = [];
}
