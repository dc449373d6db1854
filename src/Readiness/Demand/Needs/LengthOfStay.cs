using System.Collections.Immutable;
using MathNet.Numerics.Distributions;

namespace Readiness.Demand.Needs;

/// <summary>How long patients or guests stay, and how many are there: the census is the convolution of admissions with the survival of the stay.</summary>
/// <remarks>
/// A stay is the day of admission and a Gamma distributed rest, so that everyone counts on the day of admission and the mean is kept exactly; the
/// discrete form of Little's law. A patient counts for the part of a day that the stay reaches into it.
/// </remarks>
public static class LengthOfStay
{
    // Fewer bed days than that of one in a thousand patients are cut off.
    private const double Tail = 1e-3;
    private const int MostDays = 366;

    /// <summary>Shares of those admitted on a day who are there 0, 1, 2... days later.</summary>
    /// <param name="meanDays">Mean stay, the day of admission included; 1 to 366 days.</param>
    /// <param name="variation">Standard deviation of the stay divided by its mean, 0 or more; 0 fixes the stay.</param>
    /// <returns>Shares, descending from 1; their sum is the mean, but for a tail of 0.001 days or what lies beyond 366 days.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static ImmutableArray<double> Survival(double meanDays, double variation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(meanDays, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(meanDays, MostDays);
        ArgumentOutOfRangeException.ThrowIfNegative(variation);
        if (!double.IsFinite(meanDays + variation))
        {
            throw new ArgumentOutOfRangeException(nameof(variation), variation, "Mean and variation must be finite.");
        }

        double rest = meanDays - 1;
        double shape = rest / (variation * meanDays);
        shape *= shape;
        bool isFixed = !(shape is > 1e-6 and < 1e6);
        var survival = ImmutableArray.CreateBuilder<double>();
        survival.Add(1);
        double before = 0;
        while (rest - before > (isFixed ? 0 : Tail) && survival.Count < MostDays)
        {
            double upTo = isFixed ? Math.Min(rest, survival.Count) : Reached(shape, rest, survival.Count);
            survival.Add(upTo - before);
            before = upTo;
        }

        return survival.ToImmutable();
    }

    /// <summary>Those who are there on each day.</summary>
    /// <param name="admissions">Admissions by day, 0 or more.</param>
    /// <param name="survival">Shares who are there 0, 1, 2... days after their admission.</param>
    public static ImmutableArray<double> Census(ReadOnlySpan<double> admissions, ImmutableArray<double> survival)
    {
        var census = ImmutableArray.CreateBuilder<double>(admissions.Length);
        for (int day = 0; day < admissions.Length; day++)
        {
            census.Add(Present(admissions, survival, day));
        }

        return census.MoveToImmutable();
    }

    /// <summary>Those who are there on one day.</summary>
    internal static double Present(ReadOnlySpan<double> admissions, ImmutableArray<double> survival, int day)
    {
        double present = 0;
        int reach = Math.Min(survival.Length - 1, day);
        for (int ago = 0; ago <= reach; ago++)
        {
            present += survival[ago] * admissions[day - ago];
        }

        return present;
    }

    // Mean of the rest of the stay, cut at some days: E[min(G, c)] of a Gamma distribution.
    private static double Reached(double shape, double mean, double days)
    {
        double rate = shape / mean;
        return mean * Gamma.CDF(shape + 1, rate, days) + days * (1 - Gamma.CDF(shape, rate, days));
    }
}
