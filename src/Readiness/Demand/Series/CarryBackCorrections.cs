namespace Readiness.Demand.Series;

/// <summary>Takes what a falling cumulative count corrects from the days before it, the nearest first, so that no day has negative cases.</summary>
public sealed record CarryBackCorrections : CleaningStep
{
    internal override void Apply(SeriesDraft draft)
    {
        long?[] corrected = [.. draft.Cumulative];
        long least = long.MaxValue;
        for (int day = corrected.Length - 1; day >= 0; day--)
        {
            if (corrected[day] is { } count)
            {
                least = Math.Min(least, count);
                corrected[day] = least;
            }
        }

        draft.Replace(draft.Start, corrected, SeriesQuantity.Cumulative, this, "a later count is lower; the correction is carried back");
    }
}
