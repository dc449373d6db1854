namespace Readiness.Demand.Series;

/// <summary>Undoes deletions that the source itself took back later: within the days, a cumulative count is not let fall below the day before.</summary>
/// <param name="From">First day of deletions.</param>
/// <param name="To">Last day of deletions; on the day after it the count is right again, and nothing is restored beyond that count.</param>
public sealed record RestoreDeletions(DateOnly From, DateOnly To) : CleaningStep
{
    internal override void Apply(SeriesDraft draft)
    {
        long?[] restored = [.. draft.Cumulative];
        int after = draft.IndexOf(To) + 1;
        if (after <= 0 || after >= restored.Length || restored[after] is not { } right)
        {
            return;
        }

        for (int day = Math.Max(1, draft.IndexOf(From)); day < after; day++)
        {
            if (restored[day - 1] is { } before && restored[day] is { } count && count < before)
            {
                restored[day] = Math.Max(count, Math.Min(before, right));
            }
        }

        draft.Replace(draft.Start, restored, SeriesQuantity.Cumulative, this, FormattableString.Invariant($"deletions taken back after {To:yyyy-MM-dd}"));
    }
}
