using System.Collections.Immutable;

namespace Readiness.Supplies;

/// <summary>Another recipe for the units of a demand, taken when the regular one is short: a substitute, or fewer items per unit.</summary>
/// <remarks>
/// Units served in this way come in batches: a batch uses up the needs and serves up to <paramref name="UnitsPerBatch"/> units. So one unit of an item that serves
/// two units of demand is a batch of two with one of the item; three of it for one unit is a batch of one with three; and extended use, where every
/// second head wears a new respirator, a batch of two with one respirator. Such units count as served on their level; on a later level the fewest of them are taken.
/// </remarks>
/// <param name="Needs">Items per batch; at least one, each item once.</param>
/// <param name="UnitsPerBatch">Units of the demand that a batch serves at most; at least 1.</param>
/// <param name="MostUnits">Most units of the demand that may be served in this way, such as the share that a policy allows; 0 or more.</param>
/// <param name="Weight">Weight of a unit served in this way on the level that counts them; more than 0. The lower, the better the alternative.</param>
public sealed record DemandAlternative(
    ImmutableArray<ItemNeed> Needs, long UnitsPerBatch = 1, long MostUnits = long.MaxValue, double Weight = 1);
