namespace Readiness.Assessment;

/// <summary>Whole amounts by place, subject (an item or a skill) and day; the district's are the sums over the places.</summary>
internal sealed class DailyAmounts(int days)
{
    /// <summary>The place that stands for the district, and the subject that stands for all skills.</summary>
    public const int All = -1;

    private readonly Dictionary<(int Place, int Subject), long[]> amounts = [];

    /// <summary>Places, the district among them, and subjects that something was added to.</summary>
    public IEnumerable<(int Place, int Subject)> Keys => amounts.Keys;

    /// <summary>The amounts by day; zeros where nothing was added.</summary>
    public long[] this[int place, int subject] => amounts.TryGetValue((place, subject), out long[]? row) ? row : new long[days];

    public void Add(int place, int subject, int day, long amount)
    {
        if (amount == 0)
        {
            return;
        }

        Row(place, subject)[day] += amount;
        Row(All, subject)[day] += amount;
    }

    private long[] Row(int place, int subject)
    {
        if (!amounts.TryGetValue((place, subject), out long[]? row))
        {
            row = new long[days];
            amounts.Add((place, subject), row);
        }

        return row;
    }
}
