namespace Readiness.Staffing;

/// <summary>The objective as one number: every level's value times the level's price.</summary>
internal sealed class ScalarCosts
{
    private readonly WishCosts?[] wishCost;

    /// <summary>Prices a problem.</summary>
    /// <param name="model">The problem.</param>
    /// <param name="prices">Price of a unit of each level; 0 or more.</param>
    public ScalarCosts(RosterModel model, ReadOnlySpan<double> prices)
    {
        Prices = prices.ToArray();
        Under = new double[model.Cover.Length];
        Over = new double[model.Cover.Length];
        for (int e = 0; e < Under.Length; e++)
        {
            CoverRequirement cover = model.Cover[e];
            Under[e] = prices[cover.Level] * cover.UnderWeight;
            Over[e] = double.IsPositiveInfinity(cover.OverWeight) ? double.PositiveInfinity : prices[cover.Level] * cover.OverWeight;
        }

        wishCost = WishCosts.Price(model, prices);
    }

    /// <summary>Price of a unit of each level.</summary>
    public double[] Prices { get; }

    /// <summary>Cost of a missing head, by entry.</summary>
    public double[] Under { get; }

    /// <summary>Cost of a surplus head, by entry; infinite where it is forbidden.</summary>
    public double[] Over { get; }

    /// <summary>Most that a head may be priced below zero: what a surplus head costs or, where it is forbidden, ten times a missing one.</summary>
    public double SurplusPrice(int entry) => double.IsFinite(Over[entry]) ? Over[entry] : 10 * Under[entry];

    /// <summary>Cost of a person's refused wishes; null for people without wishes.</summary>
    public WishCosts? WishesOf(int person) => wishCost[person];
}
