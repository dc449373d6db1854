namespace Readiness.Staffing;

/// <summary>
/// A rule set under which a day off makes forget what was worked before it, as <see cref="StretchProgram"/> needs it: a schedule is then a
/// sequence of stretches of work with breaks between them.
/// </summary>
internal sealed class StretchRules
{
    private readonly Dictionary<ulong, StretchGroups> groups = [];
    private readonly CompiledRules rules;

    private StretchRules(RosterProblem problem, CompiledRules rules)
    {
        this.rules = rules;
        RosterRules given = rules.Rules;
        Days = rules.Days;
        KindCount = rules.KindCount;
        MayFollow = new bool[KindCount, KindCount];
        for (int one = 0; one < KindCount; one++)
        {
            for (int next = 0; next < KindCount; next++)
            {
                MayFollow[one, next] = !ShiftSequence.Forbids(problem, given, rules.KindShift[one], rules.KindShift[next], 1);
            }
        }

        CountsTotal = rules.LimitsTotal;
        Unit = CountsTotal ? rules.MinutesUnit : 1;
        Units = [.. rules.Minutes.Select(m => CountsTotal ? m / Unit : 0)];
        MostUnits = KindCount == 0 ? 0 : Units.Max();
        long most = Math.Min(given.MaxTotalMinutes, 1440L * Days);
        LeastTotal = CountsTotal ? (given.MinTotalMinutes + Unit - 1) / Unit : 0;
        MostTotal = CountsTotal ? (int)(most / Unit) : 0;
        LongestStretch = Math.Min(given.MaxConsecutiveDays, Days);
        ShortestStretch = Math.Max(1, given.MinConsecutiveDays);
        ShortestBreak = Math.Max(1, given.MinConsecutiveDaysOff);
        Cap = rules.KindCap;
        Counted = new int[KindCount];
        int count = 0;
        for (int kind = 0; kind < KindCount; kind++)
        {
            Counted[kind] = Cap[kind] >= 0 ? count++ : -1;
        }
    }

    /// <summary>Weekday of the first day, from 0 for Monday.</summary>
    public int FirstWeekday => rules.FirstWeekday;

    /// <summary>Days of the horizon.</summary>
    public int Days { get; }

    /// <summary>Number of kinds of work.</summary>
    public int KindCount { get; }

    /// <summary>Whether one kind may be worked the day before another.</summary>
    public bool[,] MayFollow { get; }

    /// <summary>Whether total minutes are limited; all units are 0 if not.</summary>
    public bool CountsTotal { get; }

    /// <summary>Minutes in a unit.</summary>
    public int Unit { get; }

    /// <summary>Units of each kind.</summary>
    public int[] Units { get; }

    /// <summary>Units of the longest kind.</summary>
    public int MostUnits { get; }

    /// <summary>Least units over all days.</summary>
    public int LeastTotal { get; }

    /// <summary>Most units over all days.</summary>
    public int MostTotal { get; }

    /// <summary>Most consecutive days with a shift.</summary>
    public int LongestStretch { get; }

    /// <summary>Least consecutive days with a shift, away from the horizon's edges.</summary>
    public int ShortestStretch { get; }

    /// <summary>Least consecutive days off, away from the horizon's edges.</summary>
    public int ShortestBreak { get; }

    /// <summary>Most weekends worked, or -1 where that cannot bind.</summary>
    public int MaxWeekends => rules.MaxWeekends;

    /// <summary>Most shifts of each kind; -1 for no limit.</summary>
    public int[] Cap { get; }

    /// <summary>Bit of each kind in a set of counted caps; -1 for kinds without a cap.</summary>
    public int[] Counted { get; }

    /// <summary>Compiles a rule set; null where it has rules that reach over days off.</summary>
    public static StretchRules? TryCompile(RosterProblem problem, CompiledRules rules)
    {
        if (rules.Rolling || rules.OwesSevenDays || rules.Overtime || rules.LimitsWeek || rules.LimitsProtectiveWeek || rules.LimitsDaysOff || rules.LimitsStays
            || rules.KindCap.Count(c => c >= 0) > 64)
        {
            return null;
        }

        int reach = ShiftSequence.Reach(problem, rules.Rules, rules.Span);
        foreach (int earlier in rules.KindShift)
        {
            foreach (int later in rules.KindShift)
            {
                for (int days = 2; days <= reach; days++)
                {
                    if (ShiftSequence.Forbids(problem, rules.Rules, earlier, later, days))
                    {
                        return null;
                    }
                }
            }
        }

        return new StretchRules(problem, rules);
    }

    /// <summary>Kinds grouped so that those which nothing tells apart, once only some caps are counted, are one.</summary>
    /// <param name="counted">Bits of the caps to count.</param>
    public StretchGroups GroupsFor(ulong counted)
    {
        lock (groups)
        {
            if (!groups.TryGetValue(counted, out StretchGroups? found))
            {
                found = new StretchGroups(this, counted);
                groups.Add(counted, found);
            }

            return found;
        }
    }

    /// <summary>Caps that a schedule breaks, as bits.</summary>
    /// <param name="window">Days planned.</param>
    /// <param name="outside">How often each kind is worked outside the window; empty for never.</param>
    /// <param name="choices">0 for a day off or 1 + kind for each day of the window.</param>
    /// <param name="worked">Receives how often each kind is worked.</param>
    public ulong BrokenCaps(in ScheduleWindow window, ReadOnlySpan<int> outside, ReadOnlySpan<int> choices, Span<int> worked)
    {
        worked.Clear();
        outside.CopyTo(worked);
        ulong broken = 0;
        for (int day = window.From; day < window.To; day++)
        {
            int kind = choices[day] - 1;
            if (kind >= 0 && ++worked[kind] > Cap[kind] && Cap[kind] >= 0)
            {
                broken |= 1UL << Counted[kind];
            }
        }

        return broken;
    }

    /// <summary>Most days worked among so many, starting after a break.</summary>
    public int MostWorked(int days)
    {
        int cycle = LongestStretch + ShortestBreak;
        return (days / cycle * LongestStretch) + Math.Min(days % cycle, LongestStretch);
    }
}
