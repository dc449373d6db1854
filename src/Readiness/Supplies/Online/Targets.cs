namespace Readiness.Supplies.Online;

/// <summary>How much each need is to receive of a day's stock, whoever sends it.</summary>
internal static class Targets
{
    /// <summary>Leximin over the fill rates of each item.</summary>
    public static long[] Leximin(DayStock stock, ClassNeeds needs)
    {
        long[] targets = new long[needs.Count];
        for (int item = 0; item < stock.Items.Length; item++)
        {
            int[] waiting = needs.OfItem(item, static (_, _) => 0);
            long[] given = LeximinFill.Share(
                [.. waiting.Select(need => needs.Requested[need])],
                [.. waiting.Select(need => needs.Requested[need] - needs.Remaining(need))],
                stock.Total(item));
            for (int i = 0; i < waiting.Length; i++)
            {
                targets[waiting[i]] = given[i];
            }
        }

        return targets;
    }

    /// <summary>
    /// Largest sum of fill rates: the smallest requests first, by what was asked for, since that is what a unit's worth goes by. It is a fractional knapsack,
    /// whose optimum is whole here.
    /// </summary>
    public static long[] LargestSum(DayStock stock, ClassNeeds needs)
    {
        long[] targets = new long[needs.Count];
        for (int item = 0; item < stock.Items.Length; item++)
        {
            long left = stock.Total(item);
            int[] waiting = needs.OfItem(item, (a, b) =>
                (needs.Requested[a], needs.Remaining(a), needs.Oldest[a]).CompareTo((needs.Requested[b], needs.Remaining(b), needs.Oldest[b])));
            foreach (int need in waiting)
            {
                targets[need] = Math.Min(left, needs.Remaining(need));
                left -= targets[need];
            }
        }

        return targets;
    }
}
