namespace Readiness.Staffing;

/// <summary>Days of a schedule that are open, and what the days around them leave of the limits over the whole horizon.</summary>
/// <param name="From">First day to plan: the day before it, if any, ends a long enough break.</param>
/// <param name="To">Day after the last one to plan: either the horizon's end, or the break before it is long enough.</param>
/// <param name="Units">Units worked outside.</param>
/// <param name="Weekends">Weekends worked outside.</param>
internal readonly record struct ScheduleWindow(int From, int To, int Units, int Weekends)
{
    /// <summary>The whole horizon.</summary>
    public static ScheduleWindow Whole(StretchRules rules) => new(0, rules.Days, 0, 0);

    /// <summary>The smallest window around some days of a schedule.</summary>
    /// <param name="rules">Rules that the schedule keeps.</param>
    /// <param name="kinds">Kind worked on each day; -1 for a day off.</param>
    /// <param name="first">First day that may change.</param>
    /// <param name="last">Last day that may change.</param>
    /// <param name="worked">Receives how often each kind is worked outside.</param>
    public static ScheduleWindow Around(StretchRules rules, ReadOnlySpan<int> kinds, int first, int last, Span<int> worked)
    {
        int from = Start(rules, kinds, first);
        int to = End(rules, kinds, last + 1);
        int units = 0;
        int weekends = 0;
        int lastWeekend = -1;
        worked.Clear();
        for (int day = 0; day < rules.Days; day++)
        {
            if (day == from)
            {
                day = to;
                if (day == rules.Days)
                {
                    break;
                }
            }

            int kind = kinds[day];
            if (kind < 0)
            {
                continue;
            }

            units += rules.Units[kind];
            worked[kind]++;
            (int week, int weekday) = Math.DivRem(day + rules.FirstWeekday, 7);
            if (weekday >= 5 && lastWeekend != week)
            {
                lastWeekend = week;
                weekends++;
            }
        }

        return new ScheduleWindow(from, to, units, weekends);
    }

    private static int Start(StretchRules rules, ReadOnlySpan<int> kinds, int first)
    {
        for (int from = first; from > 0; from--)
        {
            int off = 0;
            while (off < from && off < rules.ShortestBreak && kinds[from - 1 - off] < 0)
            {
                off++;
            }

            if (off == rules.ShortestBreak || (off == from && off > 0))
            {
                return from;
            }
        }

        return 0;
    }

    private static int End(StretchRules rules, ReadOnlySpan<int> kinds, int end)
    {
        int off = 0;
        for (int to = end; to < rules.Days; to++)
        {
            if (off >= rules.ShortestBreak)
            {
                return to;
            }

            off = kinds[to] < 0 ? off + 1 : 0;
        }

        return rules.Days;
    }
}
