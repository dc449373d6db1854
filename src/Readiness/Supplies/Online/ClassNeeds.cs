using System.Collections.Immutable;

namespace Readiness.Supplies.Online;

/// <summary>What recipients of one priority class want in the course of a day of the items that are held, a need for each recipient and item.</summary>
internal sealed class ClassNeeds
{
    private readonly MatchingOptions options;
    private readonly int priorityClass;
    private readonly DayStock stock;
    private readonly long[] remaining;
    private readonly long[] wanted;

    /// <summary>Sums up the requests of a class.</summary>
    public ClassNeeds(ImmutableArray<OpenRequest> open, int priorityClass, ImmutableArray<RequestCount> counts, DayStock stock, MatchingOptions options)
    {
        this.priorityClass = priorityClass;
        this.stock = stock;
        this.options = options;
        var groups = open
            .Where(o => o.Request.PriorityClass == priorityClass && stock.IndexOf(o.Request.Item) >= 0)
            .GroupBy(static o => (o.Request.Recipient, o.Request.Item))
            .OrderBy(static g => g.Key)
            .ToArray();
        Recipient = [.. groups.Select(static g => g.Key.Recipient)];
        Item = [.. groups.Select(g => stock.IndexOf(g.Key.Item))];
        Requested = [.. groups.Select(static g => g.Sum(static o => o.Request.Quantity))];
        remaining = [.. groups.Select(static g => g.Sum(static o => o.Remaining))];
        wanted = new long[stock.Items.Length];
        for (int need = 0; need < remaining.Length; need++)
        {
            wanted[Item[need]] += remaining[need];
        }

        Oldest = [.. groups.Select(static g => g.Min(static o => o.Request.Day))];
        Next = new int[Count];
        for (int need = Count - 1; need >= 0; need--)
        {
            Next[need] = need + 1 < Count && Recipient[need + 1] == Recipient[need] ? Next[need + 1] : need + 1;
        }

        int most = counts.Where(c => c.PriorityClass == priorityClass).Select(static c => c.Requests).DefaultIfEmpty(1).Max();
        Weight = new double[stock.Items.Length];
        foreach (RequestCount count in counts.Where(c => c.PriorityClass == priorityClass && stock.IndexOf(c.Item) >= 0))
        {
            Weight[stock.IndexOf(count.Item)] = (double)most / count.Requests;
        }
    }

    /// <summary>Number of needs; those of a recipient follow one another.</summary>
    public int Count => Recipient.Length;

    /// <summary>Recipient of each need, ascending.</summary>
    public int[] Recipient { get; }

    /// <summary>Item of each need, as <see cref="DayStock"/> numbers it.</summary>
    public int[] Item { get; }

    /// <summary>Units asked for by the open requests, of each need.</summary>
    public long[] Requested { get; }

    /// <summary>Day of the oldest open request, of each need.</summary>
    public int[] Oldest { get; }

    /// <summary>First need of the next recipient, of each need.</summary>
    public int[] Next { get; }

    /// <summary>Worth of a full request of each item: 1 for the item of this class that was asked for most often so far, more for others.</summary>
    public double[] Weight { get; }

    /// <summary>Units still wanted.</summary>
    public long Remaining(int need) => remaining[need];

    /// <summary>Units of an item that all recipients still want.</summary>
    public long Wanted(int item) => wanted[item];

    /// <summary>Units that a donor may send: what both sides have, or 0 if that is less than a line must bring.</summary>
    public long Sendable(int donor, int need, long atMost = long.MaxValue)
    {
        long quantity = Math.Min(Math.Min(stock.Units(donor, Item[need]), remaining[need]), atMost);
        return quantity > 0 && quantity >= LeastOf(need) ? quantity : 0;
    }

    /// <summary>Sends units that are <see cref="Sendable"/>.</summary>
    public void Send(int donor, int need, long quantity)
    {
        remaining[need] -= quantity;
        wanted[Item[need]] -= quantity;
        stock.Send(donor, Recipient[need], Item[need], quantity, priorityClass);
    }

    /// <summary>Needs of each item, in a given order.</summary>
    public int[] OfItem(int item, Comparison<int> order)
    {
        List<int> needs = [];
        for (int need = 0; need < Count; need++)
        {
            if (Item[need] == item && remaining[need] > 0)
            {
                needs.Add(need);
            }
        }

        needs.Sort((a, b) => order(a, b) is var sign && sign != 0 ? sign : a.CompareTo(b));
        return [.. needs];
    }

    private long LeastOf(int need)
    {
        // A share such as 0.1 of 30 is 3, though the product of the doubles is a little more.
        long share = (long)Math.Ceiling((options.LeastShare * Requested[need]) - 1e-6);
        return Math.Min(remaining[need], Math.Max(options.LeastQuantity, share));
    }
}
