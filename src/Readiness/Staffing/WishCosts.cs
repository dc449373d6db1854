namespace Readiness.Staffing;

/// <summary>What one person's refused wishes cost, by day and work, at given prices of the levels.</summary>
internal sealed class WishCosts
{
    private readonly int stride;
    private readonly double[] byShift;
    private readonly int[] told;
    private readonly double[] refund;

    private WishCosts(RosterModel model, DayWish[] wishes, ReadOnlySpan<double> prices)
    {
        stride = model.Problem.Shifts.Length + 1;
        byShift = new double[model.Days * stride];
        told = new int[model.Days];
        refund = new double[model.Days];
        Array.Fill(told, -1);
        foreach (DayWish wish in wishes)
        {
            double cost = prices[wish.Level] * wish.Weight;
            bool names = wish.Task != DayWish.Any;
            for (int option = 0; option < stride; option++)
            {
                bool isSuch = option > 0 && !names && (wish.Shift == DayWish.Any || option == wish.Shift + 1);
                byShift[(wish.Day * stride) + option] += isSuch != wish.On ? cost : 0;
            }

            if (names)
            {
                told[wish.Day] = model.FindEntry(wish.Day, wish.Shift, wish.Task);
                refund[wish.Day] = cost;
            }
        }
    }

    /// <summary>Prices the wishes of everybody; null for people without any.</summary>
    /// <param name="model">The problem.</param>
    /// <param name="prices">Price of a unit of each level.</param>
    public static WishCosts?[] Price(RosterModel model, ReadOnlySpan<double> prices)
    {
        var costs = new WishCosts?[model.PeopleCount];
        for (int p = 0; p < costs.Length; p++)
        {
            costs[p] = model.Wishes[p].Length > 0 ? new WishCosts(model, model.Wishes[p], prices) : null;
        }

        return costs;
    }

    /// <summary>Cost of a day off.</summary>
    public double OfDayOff(int day) => byShift[day * stride];

    /// <summary>Cost of working an entry, which is of that day and shift.</summary>
    public double OfWork(int day, int shift, int entry) =>
        byShift[(day * stride) + 1 + shift] - (told[day] == entry ? refund[day] : 0);
}
