namespace Readiness.Demand.Series;

/// <summary>
/// Spreads cases that a wider definition added at once over the days before, in proportion to their counts. What is added is the count of the
/// given days beyond the mean of the three days before and the three after them.
/// </summary>
/// <param name="From">First day on which old cases were added.</param>
/// <param name="To">Last such day.</param>
/// <param name="DaysBack">Days before <paramref name="From"/> over which to spread, 1 or more; none spreads over all.</param>
/// <remarks>Needs a row for every day concerned. Where the days have no more cases than those around them, nothing is done.</remarks>
public sealed record SpreadDefinitionChange(DateOnly From, DateOnly To, int? DaysBack = null) : CleaningStep
{
    private const int Around = 3;

    internal override IEnumerable<SeriesFault> Faults()
    {
        if (To < From)
        {
            yield return new SeriesFault("/to", FormattableString.Invariant($"{To:yyyy-MM-dd}"), FormattableString.Invariant($"must not be before {From:yyyy-MM-dd}"));
        }

        if (DaysBack is < 1)
        {
            yield return new SeriesFault("/daysBack", FormattableString.Invariant($"{DaysBack}"), "must be 1 or more");
        }
    }

    internal override void Apply(SeriesDraft draft)
    {
        int from = draft.IndexOf(From);
        int to = draft.IndexOf(To);
        int first = DaysBack is { } back ? Math.Max(0, from - back) : 0;
        if (from < 1 || to < from || to >= draft.Cumulative.Length || draft.Cumulative.Any(static count => count is null))
        {
            return;
        }

        long[] daily = [.. Enumerable.Range(0, draft.Cumulative.Length).Select(day => draft.Daily(day)!.Value)];
        double usual = Usual(daily, from, to);
        long[] basis = [.. daily[first..(to + 1)].Select(static count => Math.Max(0, count))];
        long excess = 0;
        for (int day = from; day <= to; day++)
        {
            long kept = Math.Min(daily[day], (long)Math.Round(usual));
            excess += daily[day] - kept;
            daily[day] = kept;
            basis[day - first] = Math.Max(0, kept);
        }

        double all = basis.Sum();
        if (excess <= 0 || all <= 0)
        {
            return;
        }

        double running = 0;
        long placed = 0;
        for (int day = first; day <= to; day++)
        {
            running += excess * (basis[day - first] / all);
            long target = day == to ? excess : (long)Math.Round(running, MidpointRounding.AwayFromZero);
            daily[day] += target - placed;
            placed = target;
        }

        draft.Replace(draft.Start, Running(daily), SeriesQuantity.Daily, this, FormattableString.Invariant($"cases added from {From:yyyy-MM-dd} to {To:yyyy-MM-dd} by a new definition are spread back"));
    }

    private static double Usual(long[] daily, int from, int to)
    {
        double sum = 0;
        int days = 0;
        for (int near = 1; near <= Around; near++)
        {
            foreach (int day in (int[])[from - near, to + near])
            {
                if (day >= 0 && day < daily.Length)
                {
                    sum += Math.Max(0, daily[day]);
                    days++;
                }
            }
        }

        return sum / days;
    }

    private static long?[] Running(long[] daily)
    {
        var cumulative = new long?[daily.Length];
        long sum = 0;
        for (int day = 0; day < daily.Length; day++)
        {
            sum += daily[day];
            cumulative[day] = sum;
        }

        return cumulative;
    }
}
