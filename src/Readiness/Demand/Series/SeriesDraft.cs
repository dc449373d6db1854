using System.Collections.Immutable;

namespace Readiness.Demand.Series;

/// <summary>A series while it is cleaned: cumulative counts by day, none where a day has no row.</summary>
internal sealed class SeriesDraft
{
    private readonly List<SeriesChange> changes = [];

    /// <summary>Takes the published rows over.</summary>
    public SeriesDraft(CumulativeSeries series)
    {
        Start = series.Points[0].Date;
        Cumulative = new long?[series.Points[^1].Date.DayNumber - Start.DayNumber + 1];
        foreach (DatedCount point in series.Points)
        {
            Cumulative[IndexOf(point.Date)] = point.Count;
        }
    }

    /// <summary>Date of the first entry.</summary>
    public DateOnly Start { get; private set; }

    /// <summary>Cumulative counts; steps change them through <see cref="Replace"/>.</summary>
    public long?[] Cumulative { get; private set; }

    /// <summary>What was changed so far.</summary>
    public ImmutableArray<SeriesChange> Changes => [.. changes];

    /// <summary>Index of a date; outside 0 to the length - 1 for dates without an entry.</summary>
    public int IndexOf(DateOnly date) => date.DayNumber - Start.DayNumber;

    /// <summary>New cases of a day; the first day has all cases up to it. None if either day has no row.</summary>
    public long? Daily(int day) => day == 0 ? Cumulative[0] : Cumulative[day] - Cumulative[day - 1];

    /// <summary>Puts other cumulative counts in the place of the present ones and records the days on which they differ.</summary>
    public void Replace(DateOnly start, long?[] cumulative, SeriesQuantity quantity, CleaningStep step, string reason)
    {
        DateOnly first = start < Start ? start : Start;
        int days = Math.Max(start.DayNumber + cumulative.Length, Start.DayNumber + Cumulative.Length) - first.DayNumber;
        for (int day = 0; day < days; day++)
        {
            DateOnly date = first.AddDays(day);
            long? before = At(Start, Cumulative, date, quantity);
            long? after = At(start, cumulative, date, quantity);
            if (before != after)
            {
                changes.Add(new SeriesChange(date, quantity, before, after, step.Name, reason));
            }
        }

        Start = start;
        Cumulative = cumulative;
    }

    private static long? At(DateOnly start, long?[] cumulative, DateOnly date, SeriesQuantity quantity)
    {
        int day = date.DayNumber - start.DayNumber;
        if (day < 0 || day >= cumulative.Length)
        {
            return null;
        }

        return quantity == SeriesQuantity.Daily && day > 0 ? cumulative[day] - cumulative[day - 1] : cumulative[day];
    }
}
