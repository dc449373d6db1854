namespace Readiness.Tests.Audit.Mutations;

/// <summary>An item at a place at the end of a day, by <see cref="StockWalk"/>.</summary>
/// <param name="Day">The day.</param>
/// <param name="Place">Id of the place.</param>
/// <param name="Item">Id of the item.</param>
/// <param name="Kept">Units left that may still be used on a later day.</param>
/// <param name="OnLastDay">Units that were there and whose last usable day it was.</param>
/// <param name="Dispatched">Units that left on lanes with a lead time.</param>
/// <param name="Taken">Units taken by the needs of each class, 1 to 4; at 5 same-day transfers.</param>
internal sealed record ShelfEvening(int Day, string Place, string Item, long Kept, long OnLastDay, long Dispatched, long[] Taken)
{
    /// <summary>Whether a reserve that classes after one may not break, and that is larger than what is kept, is broken.</summary>
    public bool Breaks(int? lastClass) => Dispatched > 0 || Taken[((lastClass ?? 0) + 1)..].Sum() > OnLastDay;
}
