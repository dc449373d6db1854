namespace Readiness.Staffing;

/// <summary>Comparison of values level by level, the first that differs deciding.</summary>
internal static class Lexicographic
{
    /// <summary>Difference below which two values of a level count as equal.</summary>
    public static double Tolerance(double value) => 1e-7 * Math.Max(1, Math.Abs(value));

    /// <summary>Whether two values of a level differ.</summary>
    public static bool Differ(double one, double other) => Math.Abs(one - other) > Tolerance(other);

    /// <summary>Negative if the first is better (smaller), positive if it is worse.</summary>
    public static int Compare(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        for (int i = 0; i < one.Length; i++)
        {
            if (Differ(one[i], other[i]))
            {
                return one[i] < other[i] ? -1 : 1;
            }
        }

        return 0;
    }
}
