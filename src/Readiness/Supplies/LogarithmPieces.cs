namespace Readiness.Supplies;

/// <summary>The logarithm of proportional fairness in linear pieces, as <see cref="SupplyLevelValue.LogShortfall"/> defines it.</summary>
/// <remarks>-ln x is convex, so that a programme that minimises it fills the pieces in their order by itself.</remarks>
internal static class LogarithmPieces
{
    /// <summary>What a rate of 0 counts.</summary>
    public static readonly double AtZero = 1 + Math.Log(100);

    private const int PerDecade = 10;
    private const int Count = (2 * PerDecade) + 1;

    /// <summary>Length of each piece, from a rate of 0 up to 1, and by how much the rate's count falls per unit of rate.</summary>
    public static readonly (double Length, double Slope)[] All = Make();

    /// <summary>What a rate from 0 to 1 counts: -ln of it, interpolated.</summary>
    public static double Of(double rate)
    {
        double value = AtZero;
        foreach ((double length, double slope) in All)
        {
            double part = Math.Min(rate, length);
            value -= part * slope;
            rate -= part;
            if (rate <= 0)
            {
                return value;
            }
        }

        return value;
    }

    private static (double Length, double Slope)[] Make()
    {
        var pieces = new (double Length, double Slope)[Count];
        double from = 0;
        double valueAtFrom = AtZero;
        for (int k = 0; k < Count; k++)
        {
            double to = Math.Pow(10, (k - Count + 1) / (double)PerDecade);
            double value = -Math.Log(to);
            pieces[k] = (to - from, (valueAtFrom - value) / (to - from));
            (from, valueAtFrom) = (to, value);
        }

        return pieces;
    }
}
