using System.Numerics;
using System.Runtime.InteropServices;

namespace Readiness.Staffing;

/// <summary>
/// The cheapest schedule of one person for given prices per day and kind of shift, by dynamic programming over stretches of work and the
/// breaks between them.
/// </summary>
/// <remarks>
/// A state is the beginning of a day after a break, with weekends, counted caps and total units so far; its cost stands in a dense table,
/// so that one stretch moves a whole row of totals at once. All rules are kept exactly except caps that are not counted: then the cost is
/// a lower bound. Buffers are kept between solves; an instance serves one thread.
/// </remarks>
internal sealed class StretchProgram
{
    private const double None = double.PositiveInfinity;

    // Larger tables cost more than they are worth.
    private const long MostCells = 20_000_000;

    private readonly List<Option> options = [];
    private double[] table = [];
    private int[] rowFirst = [];
    private int[] rowLast = [];
    private int[] optionStart = [];
    private double[] offCost = [];
    private int[] lastBlocked = [];
    private double[] groupCost = [];
    private int[] groupKind = [];
    private double[] floor = [];
    private int[] least = [];
    private int[] most = [];
    private StretchRules rules = null!;
    private StretchGroups groups = null!;
    private readonly StretchEnumeration stretches = new();
    private readonly CapStates caps = new();
    private ScheduleWindow window;
    private int weekendStates;
    private int capStates;
    private int totals;

    /// <summary>Cost of the cheapest schedule, or a lower bound where it breaks a cap that was not counted.</summary>
    public double Cost { get; private set; }

    /// <summary>Whether the tables would be too large for the caps that shall be counted; the solve has then not been done.</summary>
    public bool IsTooLarge { get; private set; }

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
        Cost = None;
        IsTooLarge = false;
        if (!Prepare(costs, worked))
        {
            return false;
        }

        Forward();
        int last = (window.To - window.From) * weekendStates * capStates;
        int best = -1;
        for (int row = last; row < last + (weekendStates * capStates); row++)
        {
            for (int total = Math.Max(rowFirst[row], rules.LeastTotal - window.Units); total <= rowLast[row]; total++)
            {
                double cost = table[(row * totals) + total];
                if (cost < Cost)
                {
                    Cost = cost;
                    best = (row * totals) + total;
                }
            }
        }

        if (best < 0)
        {
            return false;
        }

        Trace(best, choices);
        return true;
    }

    private bool Prepare(ReadOnlySpan<double> costs, ReadOnlySpan<int> worked)
    {
        int days = window.To - window.From;
        int stride = 1 + rules.KindCount;
        Span<int> left = stackalloc int[groups.CountedKinds.Length];
        for (int c = 0; c < left.Length; c++)
        {
            int kind = groups.CountedKinds[c];
            left[c] = Math.Min(days, rules.Cap[kind] - (worked.IsEmpty ? 0 : worked[kind]));
            if (left[c] < 0)
            {
                return false;
            }
        }

        weekendStates = 1;
        if (rules.MaxWeekends >= 0)
        {
            int within = ((window.To + 6) / 7) - (window.From / 7);
            int weekendsLeft = rules.MaxWeekends - window.Weekends;
            if (weekendsLeft < 0)
            {
                return false;
            }

            weekendStates = 1 + Math.Min(weekendsLeft, within);
        }

        totals = rules.CountsTotal ? 1 + Math.Min(rules.MostTotal - window.Units, rules.MostUnits * rules.MostWorked(days)) : 1;
        if (totals < 1)
        {
            return false;
        }

        long perState = (long)weekendStates * totals * (days + 1);
        IsTooLarge = !caps.TryForm(left, Math.Max(1, MostCells / perState));
        if (IsTooLarge)
        {
            return false;
        }

        capStates = caps.Count;
        long cells = perState * capStates;
        int rows = (days + 1) * weekendStates * capStates;
        Grow(ref rowFirst, rows);
        Grow(ref rowLast, rows);
        Array.Fill(rowFirst, int.MaxValue, 0, rows);
        Array.Fill(rowLast, -1, 0, rows);
        Grow(ref floor, weekendStates * capStates * totals);
        Grow(ref table, (int)cells);
        Array.Fill(table, None, 0, (int)cells);
        Grow(ref optionStart, days + 2);
        Grow(ref offCost, days + 1);
        Grow(ref lastBlocked, days + 1);
        Grow(ref groupCost, days * groups.Count);
        Grow(ref groupKind, days * groups.Count);
        Grow(ref least, days + 1);
        Grow(ref most, days + 1);
        offCost[0] = 0;
        lastBlocked[0] = -1;
        for (int i = 0; i < days; i++)
        {
            ReadOnlySpan<double> day = costs.Slice((window.From + i) * stride, stride);
            bool blocked = double.IsPositiveInfinity(day[0]);
            offCost[i + 1] = offCost[i] + (blocked ? 0 : day[0]);
            lastBlocked[i + 1] = blocked ? i : lastBlocked[i];
            Span<double> best = groupCost.AsSpan(i * groups.Count, groups.Count);
            best.Fill(None);
            for (int kind = 0; kind < rules.KindCount; kind++)
            {
                int group = groups.OfKind[kind];
                if (day[1 + kind] < best[group])
                {
                    best[group] = day[1 + kind];
                    groupKind[(i * groups.Count) + group] = kind;
                }
            }

            // Totals from which the least total cannot be reached any more need not be followed.
            least[i] = Math.Max(0, rules.LeastTotal - window.Units - (rules.MostUnits * rules.MostWorked(days - i)));
            most[i] = totals - 1;
        }

        least[days] = Math.Max(0, rules.LeastTotal - window.Units);
        most[days] = totals - 1;
        return true;
    }

    private void Forward()
    {
        int days = window.To - window.From;
        int perDay = weekendStates * capStates;
        options.Clear();
        stretches.Clear();
        table[0] = 0;
        rowFirst[0] = rowLast[0] = 0;
        for (int i = 0; i < days; i++)
        {
            optionStart[i] = options.Count;
            bool reached = false;
            for (int row = i * perDay; row < (i + 1) * perDay; row++)
            {
                reached |= rowLast[row] >= 0;
            }

            if (!reached)
            {
                continue;
            }

            Prune(i * perDay);

            if (lastBlocked[i + 1] < i)
            {
                double off = offCost[i + 1] - offCost[i];
                for (int row = 0; row < perDay; row++)
                {
                    Relax((i * perDay) + row, ((i + 1) * perDay) + row, 0, off, i + 1);
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

        int weekends = 0;
        if (rules.MaxWeekends >= 0)
        {
            weekends = Weekends(window.From + start, window.From + end);
        }

        var option = new Option(start, end, resume, weekends, stretch.Units, stretch.Cap, stretch.Cost + (offCost[resume] - offCost[end]), stretch.Node);
        options.Add(option);
        int perDay = weekendStates * capStates;
        for (int w = 0; w + weekends < weekendStates; w++)
        {
            int from = (start * perDay) + (w * capStates);
            int to = (resume * perDay) + ((w + weekends) * capStates) + option.Cap;
            for (int c = 0; c + option.Cap < capStates; c++)
            {
                if (rowLast[from + c] >= 0 && caps.Fits(c, option.Cap))
                {
                    Relax(from + c, to + c, option.Units, option.Cost, resume);
                }
            }
        }
    }

    private static int Weekends(int first, int end)
    {
        // Weekends touched by the days first .. end - 1: those that have begun by the end, less those over before the start.
        static int Begun(int days) => (days + 1) / 7;
        return Math.Max(0, Begun(end) - (first / 7));
    }

    // A state that costs as much as one with the same total and no more weekends and caps used leads to nothing better.
    private void Prune(int firstRow)
    {
        if (weekendStates * capStates == 1)
        {
            return;
        }

        for (int row = 0; row < weekendStates * capStates; row++)
        {
            Span<double> below = floor.AsSpan(row * totals, totals);
            below.Fill(None);
            if (row >= capStates)
            {
                Lower(below, floor.AsSpan((row - capStates) * totals, totals));
            }

            for (int cap = 0; cap < caps.Caps; cap++)
            {
                if (caps.Uses(row % capStates, cap))
                {
                    Lower(below, floor.AsSpan((row - caps.One(cap)) * totals, totals));
                }
            }

            int first = rowFirst[firstRow + row];
            int last = rowLast[firstRow + row];
            rowFirst[firstRow + row] = int.MaxValue;
            rowLast[firstRow + row] = -1;
            Span<double> cells = table.AsSpan((firstRow + row) * totals, totals);
            for (int total = first; total <= last; total++)
            {
                if (cells[total] >= below[total])
                {
                    cells[total] = None;
                }
                else
                {
                    below[total] = cells[total];
                    rowFirst[firstRow + row] = Math.Min(rowFirst[firstRow + row], total);
                    rowLast[firstRow + row] = total;
                }
            }
        }
    }

    private static void Lower(Span<double> values, ReadOnlySpan<double> others)
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = Math.Min(values[i], others[i]);
        }
    }

    private void Relax(int from, int to, int units, double cost, int day)
    {
        int first = Math.Max(rowFirst[from], least[day] - units);
        int last = Math.Min(rowLast[from], most[day] - units);
        if (first > last)
        {
            return;
        }

        ReadOnlySpan<double> source = table.AsSpan((from * totals) + first, last - first + 1);
        Span<double> target = table.AsSpan((to * totals) + first + units, last - first + 1);
        int i = 0;
        if (source.Length >= Vector<double>.Count)
        {
            var add = new Vector<double>(cost);
            ReadOnlySpan<Vector<double>> sources = MemoryMarshal.Cast<double, Vector<double>>(source);
            Span<Vector<double>> targets = MemoryMarshal.Cast<double, Vector<double>>(target);
            for (int v = 0; v < sources.Length; v++)
            {
                targets[v] = Vector.Min(targets[v], sources[v] + add);
            }

            i = sources.Length * Vector<double>.Count;
        }

        for (; i < source.Length; i++)
        {
            target[i] = Math.Min(target[i], source[i] + cost);
        }

        rowFirst[to] = Math.Min(rowFirst[to], first + units);
        rowLast[to] = Math.Max(rowLast[to], last + units);
    }

    private void Trace(int cell, Span<int> choices)
    {
        int perDay = weekendStates * capStates;
        int day = cell / (perDay * totals);
        int rest = cell - (day * perDay * totals);
        while (day > 0)
        {
            double cost = table[(day * perDay * totals) + rest];
            int before = ((day - 1) * perDay * totals) + rest;
            if (lastBlocked[day] < day - 1 && table[before] + (offCost[day] - offCost[day - 1]) == cost)
            {
                choices[window.From + day - 1] = 0;
                day--;
                continue;
            }

            Option option = OptionInto(day, rest, cost);
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

            rest -= (((option.Weekends * capStates) + option.Cap) * totals) + option.Units;
            day = option.Start;
        }
    }

    private Option OptionInto(int day, int rest, double cost)
    {
        int perDay = weekendStates * capStates;
        int total = rest % totals;
        int cap = rest / totals % capStates;
        int weekend = rest / totals / capStates;
        int earliest = Math.Max(0, day - rules.LongestStretch - rules.ShortestBreak);
        for (int i = optionStart[day] - 1; i >= optionStart[earliest]; i--)
        {
            Option option = options[i];
            if (option.Resume == day && option.Weekends <= weekend && option.Cap <= cap && option.Units <= total)
            {
                int from = rest - (((option.Weekends * capStates) + option.Cap) * totals) - option.Units;
                if (table[(option.Start * perDay * totals) + from] + option.Cost == cost && caps.Fits(cap - option.Cap, option.Cap))
                {
                    return option;
                }
            }
        }

        throw new InvalidOperationException("The programme lost the way back to its cheapest schedule.");
    }

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
