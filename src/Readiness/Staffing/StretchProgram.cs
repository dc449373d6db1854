namespace Readiness.Staffing;

/// <summary>
/// The cheapest schedule of one person for given prices per day and kind of work, by dynamic programming over stretches of work and the
/// breaks between them.
/// </summary>
/// <remarks>
/// A state is the beginning of a day after a break, with weekends, counted caps and total units so far; its cost stands in a dense table,
/// so that one stretch moves a whole row of totals at once. All rules are kept exactly except caps that are not counted: then the cost is
/// a lower bound. Buffers are kept between solves; an instance serves one thread.
/// </remarks>
internal sealed class StretchProgram
{
    private readonly List<Option> options = [];
    private readonly StretchTable table = new();
    private readonly StretchEnumeration stretches = new();
    private readonly CapStates caps = new();
    private int[] optionStart = [];
    private int[] leastTotal = [];
    private int[] mostTotal = [];
    private double[] offCost = [];
    private int[] lastBlocked = [];
    private double[] groupCost = [];
    private int[] groupKind = [];
    private StretchRules rules = null!;
    private StretchGroups groups = null!;
    private ScheduleWindow window;
    private int weekendStates;

    /// <summary>Cost of the cheapest schedule, or a lower bound where it breaks a cap that was not counted.</summary>
    public double Cost { get; private set; }

    /// <summary>Whether the tables would be too large for the caps that shall be counted; the solve has then not been done.</summary>
    public bool IsTooLarge { get; private set; }

    /// <summary>Largest size of the tables for counted caps.</summary>
    public long MostCells { get; set; } = 20_000_000;

    /// <summary>Finds the cheapest schedule.</summary>
    /// <param name="rules">Rules to keep.</param>
    /// <param name="costs">For each day of the horizon: the cost of a day off, then of each kind. Infinity forbids.</param>
    /// <param name="window">Days to plan.</param>
    /// <param name="counted">Bits of the caps to count.</param>
    /// <param name="worked">How often each kind is worked outside the window; empty for never.</param>
    /// <param name="choices">Receives 0 for a day off or 1 + kind for each day of the window; the others stay as they are.</param>
    /// <returns>False if there is none.</returns>
    public bool Solve(
        StretchRules rules, ReadOnlySpan<double> costs, in ScheduleWindow window, ulong counted, ReadOnlySpan<int> worked, Span<int> choices)
    {
        this.rules = rules;
        this.window = window;
        groups = rules.GroupsFor(counted);
        Cost = double.PositiveInfinity;
        IsTooLarge = false;
        if (!FormStates(worked))
        {
            return false;
        }

        ReadCosts(costs);
        Forward();
        if (FindCheapest() is not var (row, total))
        {
            return false;
        }

        Trace(row, total, choices);
        return true;
    }

    private bool FormStates(ReadOnlySpan<int> worked)
    {
        int days = window.To - window.From;
        Span<int> left = stackalloc int[groups.CountedKinds.Length];
        for (int c = 0; c < left.Length; c++)
        {
            int kind = groups.CountedKinds[c];
            left[c] = Math.Min(days, rules.Cap[kind] - (worked.IsEmpty ? 0 : worked[kind]));
        }

        int within = ((window.To + rules.FirstWeekday + 6) / 7) - ((window.From + rules.FirstWeekday) / 7);
        weekendStates = rules.MaxWeekends < 0 ? 1 : 1 + Math.Min(rules.MaxWeekends - window.Weekends, within);
        int totals = rules.CountsTotal ? 1 + Math.Min(rules.MostTotal - window.Units, rules.MostUnits * rules.MostWorked(days)) : 1;
        if (left.ContainsAnyInRange(int.MinValue, -1) || weekendStates < 1 || totals < 1)
        {
            return false;
        }

        IsTooLarge = !caps.TryForm(left, Math.Max(1, MostCells / ((long)weekendStates * totals * (days + 1))));
        if (IsTooLarge)
        {
            return false;
        }

        int least = rules.LeastTotal - window.Units;
        if (least > rules.MostUnits * rules.MostWorked(days))
        {
            return false;
        }

        Grow(ref leastTotal, days + 1);
        Grow(ref mostTotal, days + 1);
        for (int i = 0; i <= days; i++)
        {
            leastTotal[i] = Math.Max(0, least - (rules.MostUnits * rules.MostWorked(days - i)));
            mostTotal[i] = rules.MostUnits * rules.MostWorked(i);
        }

        table.Reset(days, weekendStates, caps, totals, leastTotal, mostTotal);
        return true;
    }

    private void ReadCosts(ReadOnlySpan<double> costs)
    {
        int days = window.To - window.From;
        int stride = 1 + rules.KindCount;
        Grow(ref optionStart, days + 1);
        Grow(ref offCost, days + 1);
        Grow(ref lastBlocked, days + 1);
        Grow(ref groupCost, days * groups.Count);
        Grow(ref groupKind, days * groups.Count);
        offCost[0] = 0;
        lastBlocked[0] = -1;
        for (int i = 0; i < days; i++)
        {
            ReadOnlySpan<double> day = costs.Slice((window.From + i) * stride, stride);
            bool blocked = double.IsPositiveInfinity(day[0]);
            offCost[i + 1] = offCost[i] + (blocked ? 0 : day[0]);
            lastBlocked[i + 1] = blocked ? i : lastBlocked[i];
            Span<double> best = groupCost.AsSpan(i * groups.Count, groups.Count);
            best.Fill(double.PositiveInfinity);
            for (int kind = 0; kind < rules.KindCount; kind++)
            {
                int group = groups.OfKind[kind];
                if (day[1 + kind] < best[group])
                {
                    best[group] = day[1 + kind];
                    groupKind[(i * groups.Count) + group] = kind;
                }
            }
        }
    }

    private (int Row, int Total)? FindCheapest()
    {
        int end = (window.To - window.From) * table.RowsPerDay;
        (int Row, int Total)? best = null;
        for (int row = end; row < end + table.RowsPerDay; row++)
        {
            (int first, int last) = table.Reached(row);
            for (int total = Math.Max(first, rules.LeastTotal - window.Units); total <= last; total++)
            {
                if (table[row, total] < Cost)
                {
                    Cost = table[row, total];
                    best = (row, total);
                }
            }
        }

        return best;
    }

    private void Forward()
    {
        int days = window.To - window.From;
        int perDay = table.RowsPerDay;
        options.Clear();
        stretches.Clear();
        for (int i = 0; i < days; i++)
        {
            optionStart[i] = options.Count;
            if (!table.IsDayReached(i))
            {
                continue;
            }

            table.Prune(i);
            if (lastBlocked[i + 1] < i)
            {
                double off = offCost[i + 1] - offCost[i];
                for (int row = 0; row < perDay; row++)
                {
                    table.Relax((i * perDay) + row, i, ((i + 1) * perDay) + row, i + 1, 0, off);
                }
            }

            stretches.From(rules, groups, window, i, groupCost, caps);
            foreach (StretchEnumeration.Stretch stretch in stretches.Found)
            {
                AddOption(i, stretch);
            }
        }

        optionStart[days] = options.Count;
    }

    private void AddOption(int start, in StretchEnumeration.Stretch stretch)
    {
        int days = window.To - window.From;
        int end = start + stretch.Days;
        int resume = Math.Min(end + rules.ShortestBreak, days);
        bool reachesEdge = end + rules.ShortestBreak > days;
        if ((reachesEdge && window.To < rules.Days) || lastBlocked[resume] >= end)
        {
            return;
        }

        int weekends = rules.MaxWeekends < 0 ? 0 : Weekends(window.From + start + rules.FirstWeekday, window.From + end + rules.FirstWeekday);
        var option = new Option(start, end, resume, weekends, stretch.Units, stretch.Cap, stretch.Cost + (offCost[resume] - offCost[end]), stretch.Node);
        options.Add(option);
        for (int w = 0; w + weekends < weekendStates; w++)
        {
            int from = (start * table.RowsPerDay) + (w * caps.Count);
            int to = (resume * table.RowsPerDay) + ((w + weekends) * caps.Count) + option.Cap;
            for (int c = 0; c + option.Cap < caps.Count; c++)
            {
                if (table.IsReached(from + c) && caps.Fits(c, option.Cap))
                {
                    table.Relax(from + c, start, to + c, resume, option.Units, option.Cost);
                }
            }
        }
    }

    private static int Weekends(int first, int end)
    {
        // Weekends touched by the days first .. end - 1, counted from a Monday: those that have begun by the end, less those over before the start.
        static int Begun(int days) => (days + 1) / 7;
        return Math.Max(0, Begun(end) - (first / 7));
    }

    private void Trace(int row, int total, Span<int> choices)
    {
        int day = window.To - window.From;
        while (day > 0)
        {
            double cost = table[row, total];
            if (lastBlocked[day] < day - 1 && table[row - table.RowsPerDay, total] + (offCost[day] - offCost[day - 1]) == cost)
            {
                choices[window.From + day - 1] = 0;
                day--;
                row -= table.RowsPerDay;
                continue;
            }

            Option option = OptionInto(day, row, total, cost);
            for (int d = option.End; d < option.Resume; d++)
            {
                choices[window.From + d] = 0;
            }

            int node = option.Node;
            for (int d = option.End - 1; d >= option.Start; d--)
            {
                choices[window.From + d] = 1 + groupKind[(d * groups.Count) + stretches.GroupOf(node)];
                node = stretches.ParentOf(node);
            }

            row -= RowsOf(option);
            total -= option.Units;
            day = option.Start;
        }
    }

    // The same sums in the same order gave the cost, so that it is met to the last bit.
    private Option OptionInto(int day, int row, int total, double cost)
    {
        int cap = row % caps.Count;
        int weekend = row % table.RowsPerDay / caps.Count;
        int earliest = Math.Max(0, day - rules.LongestStretch - rules.ShortestBreak);
        for (int i = optionStart[day] - 1; i >= optionStart[earliest]; i--)
        {
            Option option = options[i];
            if (option.Resume == day && option.Weekends <= weekend && option.Cap <= cap && option.Units <= total
                && table[row - RowsOf(option), total - option.Units] + option.Cost == cost && caps.Fits(cap - option.Cap, option.Cap))
            {
                return option;
            }
        }

        throw new InvalidOperationException("The programme lost the way back to its cheapest schedule.");
    }

    // Rows between the states before and after a stretch.
    private int RowsOf(in Option option) => ((option.Resume - option.Start) * table.RowsPerDay) + (option.Weekends * caps.Count) + option.Cap;

    private static void Grow<T>(ref T[] array, int size)
    {
        if (array.Length < size)
        {
            array = new T[Math.Max(size, 2 * array.Length)];
        }
    }

    private readonly record struct Option(
        int Start, int End, int Resume, int Weekends, int Units, int Cap, double Cost, int Node);
}
