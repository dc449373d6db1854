namespace Readiness.Demand.Series;

/// <summary>Moves the rows from a date on to the day that they count up to, where a source began to date them by the day of publication.</summary>
/// <param name="From">Published date of the first row to move; this and all later rows move.</param>
/// <param name="Days">Days to move them by, negative for earlier. A row that is moved onto another one replaces it.</param>
public sealed record ShiftBulletinDates(DateOnly From, int Days) : CleaningStep
{
    internal override void Apply(SeriesDraft draft)
    {
        int from = draft.IndexOf(From);
        if (Days == 0 || from >= draft.Cumulative.Length)
        {
            return;
        }

        // A series that begins within the moved part moves as a whole.
        from = Math.Max(from, 0);
        DateOnly start = from == 0 ? draft.Start.AddDays(Days) : draft.Start;
        int offset = from == 0 ? 0 : Days;
        var moved = new long?[draft.Cumulative.Length + offset];
        Array.Copy(draft.Cumulative, moved, Math.Min(from, moved.Length));
        for (int day = from; day < draft.Cumulative.Length; day++)
        {
            if (day + offset >= 0)
            {
                moved[day + offset] = draft.Cumulative[day] ?? moved[day + offset];
            }
        }

        draft.Replace(start, moved, SeriesQuantity.Cumulative, this, FormattableString.Invariant($"rows from {From:yyyy-MM-dd} on carry another day's bulletin"));
    }
}
