namespace Readiness.Supplies;

/// <summary>Fill rate of an item at a place on one level, over the whole horizon.</summary>
/// <param name="Place">Place index.</param>
/// <param name="Item">Item index.</param>
/// <param name="Demanded">Units of the item demanded; more than 0.</param>
/// <param name="Served">Units of the item served.</param>
public sealed record PairFillRate(int Place, int Item, long Demanded, long Served)
{
    /// <summary>Served ÷ demanded.</summary>
    public double Rate => (double)Served / Demanded;
}
