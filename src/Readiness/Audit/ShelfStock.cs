namespace Readiness.Audit;

/// <summary>The lots of one item at one place, taken first expired, first out.</summary>
internal sealed class ShelfStock
{
    /// <summary>Expiry of what keeps beyond every horizon.</summary>
    public const int Never = int.MaxValue;

    // Ascending by expiry, one entry per expiry day.
    private readonly List<(int Expires, long Quantity)> lots = [];

    /// <summary>What is there, by expiry.</summary>
    public IReadOnlyList<(int Expires, long Quantity)> Lots => lots;

    public void Add(int expires, long quantity)
    {
        int at = 0;
        while (at < lots.Count && lots[at].Expires < expires)
        {
            at++;
        }

        if (at < lots.Count && lots[at].Expires == expires)
        {
            lots[at] = (expires, lots[at].Quantity + quantity);
        }
        else
        {
            lots.Insert(at, (expires, quantity));
        }
    }

    /// <summary>Units that may still be used on a day.</summary>
    public long Usable(int day)
    {
        long sum = 0;
        foreach ((int expires, long quantity) in lots)
        {
            sum += expires >= day ? quantity : 0;
        }

        return sum;
    }

    /// <summary>Takes up to a quantity of what may be used on a day, and adds what was taken to a list if there is one.</summary>
    /// <returns>The units that were missing.</returns>
    public long Take(long quantity, int usableOn, List<(int Expires, long Quantity)>? taken = null)
    {
        for (int at = 0; at < lots.Count && quantity > 0; at++)
        {
            (int expires, long there) = lots[at];
            long part = expires >= usableOn ? Math.Min(there, quantity) : 0;
            if (part > 0)
            {
                lots[at] = (expires, there - part);
                quantity -= part;
                taken?.Add((expires, part));
            }
        }

        lots.RemoveAll(lot => lot.Quantity == 0);
        return quantity;
    }

    /// <summary>Removes the lots that may not be used after a day and returns their units.</summary>
    public long Expire(int day)
    {
        long expired = 0;
        int count = 0;
        while (count < lots.Count && lots[count].Expires <= day)
        {
            expired += lots[count].Quantity;
            count++;
        }

        lots.RemoveRange(0, count);
        return expired;
    }
}
