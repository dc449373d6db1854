namespace Readiness.Supplies;

/// <summary>What may be spent on offers whose pay day lies in a period. Periods may overlap; every budget holds.</summary>
/// <param name="Amount">Largest sum of prices; 0 or more and finite.</param>
/// <param name="FirstDay">First pay day that counts.</param>
/// <param name="LastDay">Last pay day that counts; not before the first.</param>
public sealed record PurchaseBudget(double Amount, int FirstDay = 0, int LastDay = int.MaxValue)
{
    /// <summary>Whether an offer counts against the budget.</summary>
    /// <param name="offer">The offer.</param>
    /// <exception cref="ArgumentNullException"><paramref name="offer"/> is null.</exception>
    public bool Covers(SupplyOffer offer)
    {
        ArgumentNullException.ThrowIfNull(offer);
        return offer.PayDay >= FirstDay && offer.PayDay <= LastDay;
    }
}
