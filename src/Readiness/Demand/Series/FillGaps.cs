namespace Readiness.Demand.Series;

/// <summary>Gives every day a row: cases between two published rows are spread evenly over the days between them.</summary>
/// <param name="ZeroOn">A day on which there were no cases yet, if the first row has the cases of several days; ignored unless it lies before the first row, by 400 days at most.</param>
public sealed record FillGaps(DateOnly? ZeroOn = null) : CleaningStep
{
    private const int MostDays = 400;

    internal override void Apply(SeriesDraft draft)
    {
        DateOnly start = draft.Start;
        long?[] filled = [.. draft.Cumulative];
        if (ZeroOn is { } zero && zero < start && start.DayNumber - zero.DayNumber <= MostDays)
        {
            filled = [.. new long?[start.DayNumber - zero.DayNumber], .. filled];
            filled[0] = 0;
            start = zero;
        }

        int known = 0;
        for (int day = 1; day < filled.Length; day++)
        {
            if (filled[day] is not { } count)
            {
                continue;
            }

            long before = filled[known]!.Value;
            for (int gap = known + 1; gap < day; gap++)
            {
                filled[gap] = before + (long)Math.Round((double)(count - before) * (gap - known) / (day - known), MidpointRounding.AwayFromZero);
            }

            known = day;
        }

        draft.Replace(start, filled, SeriesQuantity.Cumulative, this, "there is no row for this day; cases up to the next row are spread evenly");
    }
}
