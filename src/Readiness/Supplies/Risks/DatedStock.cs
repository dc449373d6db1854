namespace Readiness.Supplies.Risks;

/// <summary>Units of an item at a place by last usable day, taken first expired, first out.</summary>
internal sealed class DatedStock
{
    private readonly List<(int Last, long Units)> lots = [];

    public void Clear() => lots.Clear();

    public void Add(int last, long units)
    {
        int at = lots.Count;
        while (at > 0 && lots[at - 1].Last > last)
        {
            at--;
        }

        lots.Insert(at, (last, units));
    }

    /// <summary>Units that may still be used on a day.</summary>
    public long Usable(int day)
    {
        long sum = 0;
        foreach ((int last, long units) in lots)
        {
            sum += last >= day ? units : 0;
        }

        return sum;
    }

    /// <summary>Takes units that are there and usable on a day, and notes them as arrivals for another stock, if there is a list.</summary>
    public void Take(long units, int usableOn, List<(int Pair, int Last, long Units)>? arrivals = null, int pair = -1)
    {
        for (int at = 0; at < lots.Count && units > 0; at++)
        {
            (int last, long there) = lots[at];
            long part = last >= usableOn ? Math.Min(there, units) : 0;
            if (part > 0)
            {
                lots[at] = (last, there - part);
                units -= part;
                arrivals?.Add((pair, last, part));
            }
        }

        lots.RemoveAll(static lot => lot.Units == 0);
    }
}
