namespace Readiness.Demand.Series;

/// <summary>
/// Takes the weekly pattern of reporting out: each day is divided by how its weekday compares with the seven days around it on average. The running
/// total stays what it was at the end.
/// </summary>
/// <param name="LeastWeeks">Full weeks below which nothing is done, because a pattern could not be told from chance; 2 or more.</param>
public sealed record EvenOutWeekdays(int LeastWeeks = 4) : CleaningStep
{
    private const int Week = 7, Half = 3;

    internal override IEnumerable<SeriesFault> Faults() => LeastWeeks < 2
        ? [new SeriesFault("/leastWeeks", FormattableString.Invariant($"{LeastWeeks}"), "must be 2 or more")]
        : [];

    internal override void Apply(SeriesDraft draft)
    {
        int days = draft.Cumulative.Length;
        if (days < Week * LeastWeeks || draft.Cumulative.Any(static count => count is null))
        {
            return;
        }

        double[] daily = [.. Enumerable.Range(0, days).Select(day => (double)draft.Daily(day)!.Value)];
        double[] factors = Factors(daily);
        double before = 0;
        double after = 0;
        for (int day = 0; day < days; day++)
        {
            before += daily[day];
            daily[day] /= factors[day % Week];
            after += daily[day];
        }

        if (before <= 0 || after <= 0)
        {
            return;
        }

        var cumulative = new long?[days];
        double running = 0;
        for (int day = 0; day < days; day++)
        {
            running += daily[day] * before / after;
            cumulative[day] = day == days - 1 ? draft.Cumulative[day] : (long)Math.Round(running, MidpointRounding.AwayFromZero);
        }

        draft.Replace(draft.Start, cumulative, SeriesQuantity.Daily, this, "the weekday's share of reports is evened out");
    }

    // Share of each weekday in the weeks around it; by sums, so that days with few cases count little. A weekday without reports keeps its zeros.
    private static double[] Factors(double[] daily)
    {
        var own = new double[Week];
        var around = new double[Week];
        for (int day = Half; day + Half < daily.Length; day++)
        {
            double sum = 0;
            for (int near = day - Half; near <= day + Half; near++)
            {
                sum += daily[near];
            }

            own[day % Week] += daily[day];
            around[day % Week] += sum / Week;
        }

        return [.. own.Select((count, weekday) => count > 0 && around[weekday] > 0 ? count / around[weekday] : 1)];
    }
}
