namespace Readiness.Demand.Series;

/// <summary>Moves the rows from a date on to the day that they count up to, where a source began to date them by the day of publication.</summary>
/// <param name="From">Published date of the first row to move; this and all later rows move.</param>
/// <param name="Days">Days to move them by, -365 to 365, negative for earlier. Rows before them that they reach or pass are dropped.</param>
public sealed record ShiftBulletinDates(DateOnly From, int Days) : CleaningStep
{
    private const int MostDays = 365;

    internal override IEnumerable<SeriesFault> Faults() => Days is < -MostDays or > MostDays
        ? [new SeriesFault("/days", FormattableString.Invariant($"{Days}"), FormattableString.Invariant($"must be from {-MostDays} to {MostDays}"))]
        : [];

    internal override void Apply(SeriesDraft draft)
    {
        int length = draft.Cumulative.Length;
        int from = Math.Max(0, draft.IndexOf(From));
        while (from < length && draft.Cumulative[from] is null)
        {
            from++;
        }

        if (Days == 0 || from >= length)
        {
            return;
        }

        // Days of the new series are counted from its own start, which a move may bring forward, or back where all rows move.
        int start = from == 0 ? Days : Math.Min(0, from + Days);
        var moved = new long?[length + Days - start];
        for (int day = 0; day < length; day++)
        {
            if (day >= from)
            {
                moved[day + Days - start] = draft.Cumulative[day];
            }
            else if (day < from + Days)
            {
                moved[day - start] = draft.Cumulative[day];
            }
        }

        draft.Replace(
            draft.Start.AddDays(start), moved, SeriesQuantity.Cumulative, this, FormattableString.Invariant($"rows from {From:yyyy-MM-dd} on carry another day's bulletin"));
    }
}
