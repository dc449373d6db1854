namespace Readiness.Demand;

/// <summary>
/// Turns expected people by zone and day into whole people: the district's daily totals by rounding the running total, then
/// within a day by largest remainder, where a zone's remainder is what it is owed up to and including that day.
/// </summary>
/// <remarks>
/// The sum up to any day is the rounded expected sum, so that totals are preserved and more expected people never give fewer;
/// and because remainders are carried over, a small zone gets its person in the end instead of being rounded away every day.
/// </remarks>
internal static class WholePeople
{
    // Sums of binary fractions miss a half by an ulp or two; the tolerance makes the half round up wherever it was summed.
    private const double Tolerance = 1e-9;

    /// <summary>Apportions the expected people.</summary>
    /// <param name="expected">Expected people, 0 or more, by zone and day.</param>
    /// <param name="days">Number of days.</param>
    public static long[][] Apportion(double[][] expected, int days)
    {
        int zones = expected.Length;
        var whole = new long[zones][];
        for (int zone = 0; zone < zones; zone++)
        {
            whole[zone] = new long[days];
        }

        var owed = new double[zones];
        double runningTotal = 0;
        long placed = 0;
        for (int day = 0; day < days && zones > 0; day++)
        {
            for (int zone = 0; zone < zones; zone++)
            {
                runningTotal += expected[zone][day];
            }

            long target = (long)Math.Floor(runningTotal + 0.5 + Tolerance);
            long rest = target - placed;
            placed = target;
            for (int zone = 0; zone < zones; zone++)
            {
                // One less than the floor, so that the shares of a day that rounds down never exceed its total.
                long certain = Math.Max(0, (long)Math.Floor(expected[zone][day]) - 1);
                whole[zone][day] = certain;
                owed[zone] += expected[zone][day] - certain;
                rest -= certain;
            }

            for (; rest > 0; rest--)
            {
                int neediest = LargestRemainder(owed);
                whole[neediest][day]++;
                owed[neediest]--;
            }
        }

        return whole;
    }

    private static int LargestRemainder(double[] owed)
    {
        int best = 0;
        for (int zone = 1; zone < owed.Length; zone++)
        {
            if (owed[zone] > owed[best] + Tolerance)
            {
                best = zone;
            }
        }

        return best;
    }
}
