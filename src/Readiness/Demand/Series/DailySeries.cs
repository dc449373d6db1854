using System.Collections.Immutable;

namespace Readiness.Demand.Series;

/// <summary>New cases of a region by day, without gaps.</summary>
/// <param name="Id">Name of the region.</param>
/// <param name="Start">Date of the first count.</param>
/// <param name="Counts">New cases reported on each day from <paramref name="Start"/> on; 0 or more once the series is clean.</param>
public sealed record DailySeries(string Id, DateOnly Start, ImmutableArray<long> Counts)
{
    /// <summary>Date of the last count; the day before <see cref="Start"/> if there are none.</summary>
    public DateOnly End => Start.AddDays(Counts.Length - 1);

    /// <summary>The part of the series that was known at the end of a day.</summary>
    /// <param name="date">The last day to keep; later than <see cref="End"/> keeps all, earlier than <see cref="Start"/> keeps none.</param>
    public DailySeries Until(DateOnly date)
    {
        int days = Math.Clamp(date.DayNumber - Start.DayNumber + 1, 0, Counts.Length);
        return this with { Counts = Counts[..days] };
    }

    /// <summary>Cases of a span of days; days outside the series count nothing.</summary>
    /// <param name="from">First day.</param>
    /// <param name="days">Number of days, 0 or more.</param>
    public long Total(DateOnly from, int days)
    {
        int first = from.DayNumber - Start.DayNumber;
        long total = 0;
        for (int day = Math.Max(0, first); day < Math.Min(first + days, Counts.Length); day++)
        {
            total += Counts[day];
        }

        return total;
    }
}
