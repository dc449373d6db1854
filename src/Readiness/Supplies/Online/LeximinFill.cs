namespace Readiness.Supplies.Online;

/// <summary>Shares out whole units of an item so that the fill rates are leximin.</summary>
/// <remarks>
/// Giving each unit to whoever has the lowest rate, and among equals to the smallest request, is leximin in whole units (Ibaraki and Katoh,
/// Resource Allocation Problems, MIT Press 1988, chapter on separable objectives). It passes through the point at which everyone has just reached a common rate, so that
/// the search begins there: at the highest rate, in steps of 2^-40, that the units allow.
/// </remarks>
internal static class LeximinFill
{
    private const long Steps = 1L << 40;

    /// <summary>Shares out.</summary>
    /// <param name="requested">Units asked for; above 0.</param>
    /// <param name="received">Units received before; 0 to those asked for.</param>
    /// <param name="units">Units to share out; 0 or more.</param>
    /// <returns>Units for each request. Their sum is <paramref name="units"/>, or what all want if that is less.</returns>
    public static long[] Share(long[] requested, long[] received, long units)
    {
        long low = 0;
        long high = Steps;
        while (low < high)
        {
            long middle = high - ((high - low) / 2);
            if (UpTo(middle, requested, received) <= units)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        long[] given = new long[requested.Length];
        long left = units;
        for (int i = 0; i < given.Length; i++)
        {
            given[i] = Missing(low, requested[i], received[i]);
            left -= given[i];
        }

        var queue = new PriorityQueue<int, Rate>(Comparer<Rate>.Create(Rate.Compare));
        for (int i = 0; i < given.Length; i++)
        {
            if (received[i] + given[i] < requested[i])
            {
                queue.Enqueue(i, new Rate(received[i] + given[i], requested[i], i));
            }
        }

        for (; left > 0 && queue.TryDequeue(out int lowest, out Rate rate); left--)
        {
            given[lowest]++;
            if (rate.Received + 1 < rate.Requested)
            {
                queue.Enqueue(lowest, rate with { Received = rate.Received + 1 });
            }
        }

        return given;
    }

    private static Int128 UpTo(long step, long[] requested, long[] received)
    {
        Int128 sum = 0;
        for (int i = 0; i < requested.Length; i++)
        {
            sum += Missing(step, requested[i], received[i]);
        }

        return sum;
    }

    // Least units that bring a request to a rate.
    private static long Missing(long step, long requested, long received) =>
        Math.Max(0, (long)((((Int128)step * requested) + Steps - 1) / Steps) - received);

    private readonly record struct Rate(long Received, long Requested, int Index)
    {
        public static int Compare(Rate a, Rate b)
        {
            int sign = ((Int128)a.Received * b.Requested).CompareTo((Int128)b.Received * a.Requested);
            return sign != 0 ? sign : (a.Requested, a.Index).CompareTo((b.Requested, b.Index));
        }
    }
}
