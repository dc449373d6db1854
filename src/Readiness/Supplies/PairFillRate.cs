namespace Readiness.Supplies;

/// <summary>Fill rate of an item at a place on one level, over the whole horizon.</summary>
/// <param name="Place">Place index.</param>
/// <param name="Item">Item index.</param>
/// <param name="Demanded">Units of the item demanded; more than 0.</param>
/// <param name="Served">Units of the item served.</param>
/// <param name="Risk">Weight of a shortfall here, more than 0 and at most 1; 1 where the level does not weigh by risk.</param>
public sealed record PairFillRate(int Place, int Item, long Demanded, long Served, double Risk = 1)
{
    /// <summary>Served ÷ demanded.</summary>
    public double Rate => (double)Served / Demanded;

    /// <summary>1 - risk x (1 - rate): what leximin compares. It is the rate itself where the risk is 1.</summary>
    public double WeightedRate => 1 - (Risk * (Demanded - Served) / Demanded);
}
