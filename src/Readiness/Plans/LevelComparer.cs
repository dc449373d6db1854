using System.Collections.Immutable;

namespace Readiness.Plans;

/// <summary>
/// Compares achieved objective levels lexicographically: less is better, and a gain on a lower level never pays for a loss on
/// a higher one. Values within a relative 1e-9 count as equal.
/// </summary>
public sealed class LevelComparer : IComparer<ImmutableArray<LevelValue>>
{
    private const double Tolerance = 1e-9;

    private LevelComparer()
    {
    }

    /// <summary>The comparer.</summary>
    public static LevelComparer Instance { get; } = new();

    /// <summary>Compares two lists of the same levels.</summary>
    /// <param name="x">The one, most important level first.</param>
    /// <param name="y">The other.</param>
    /// <returns>Negative if <paramref name="x"/> is better, positive if it is worse, 0 if they are equal.</returns>
    /// <exception cref="ArgumentException">They are not lists of the same levels.</exception>
    public int Compare(ImmutableArray<LevelValue> x, ImmutableArray<LevelValue> y)
    {
        if (x.IsDefault || y.IsDefault || x.Length != y.Length)
        {
            throw new ArgumentException("Both must list the same levels.", nameof(y));
        }

        int result = 0;
        for (int level = 0; level < x.Length; level++)
        {
            if (x[level].Level != y[level].Level)
            {
                throw new ArgumentException($"Level {level} is {x[level].Level} here and {y[level].Level} there.", nameof(y));
            }

            double tolerance = Tolerance * Math.Max(1, Math.Max(Math.Abs(x[level].Value), Math.Abs(y[level].Value)));
            if (result == 0 && Math.Abs(x[level].Value - y[level].Value) > tolerance)
            {
                result = x[level].Value < y[level].Value ? -1 : 1;
            }
        }

        return result;
    }
}
