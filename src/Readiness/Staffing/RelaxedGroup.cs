using Readiness.Solving;

namespace Readiness.Staffing;

/// <summary>One group of people in a <see cref="CoverRelaxation"/>: its columns, and the rows of what its people may work.</summary>
internal sealed class RelaxedGroup
{
    private const int LongestWindow = 28;

    private readonly RosterModel model;
    private readonly CoverRelaxationBuilder relaxation;
    private readonly RelaxationRows rows;
    private readonly int[] people;
    private readonly CompiledRules rules;
    private readonly int first;
    private readonly int last;
    private readonly int begin;
    private readonly int[] dayColumn;
    private readonly List<int> entries = [];

    /// <summary>Adds the columns of a group.</summary>
    /// <param name="model">The problem.</param>
    /// <param name="relaxation">What it is added to.</param>
    /// <param name="people">The people, of equal rules and tasks.</param>
    /// <param name="first">First day.</param>
    /// <param name="last">Last day.</param>
    public RelaxedGroup(RosterModel model, CoverRelaxationBuilder relaxation, int[] people, int first, int last)
    {
        this.model = model;
        this.relaxation = relaxation;
        this.people = people;
        this.first = first;
        this.last = last;
        rows = relaxation.Rows;
        rules = model.RulesOf(people[0]);
        begin = rows.Model.ColumnCount;
        EntryOptions options = model.Options[model.OptionsOf[people[0]]];
        dayColumn = new int[last - first + 2];
        for (int day = first; day <= last; day++)
        {
            int able = people.Count(p => !model.Unavailable[(p * model.Days) + day]);
            for (int i = options.DayStart[day]; i < options.DayStart[day + 1] && able > 0; i++)
            {
                int entry = options.Entries[i];
                entries.Add(entry);
                int column = rows.Column(people.Count(p => model.Pinned[(p * model.Days) + day] == entry), able);
                relaxation.AddWork(entry, column, options.Lent[i] ? model.Lender[people[0]] : -1);
            }

            dayColumn[day - first + 1] = entries.Count;
        }
    }

    /// <summary>Kinds of work that the group can do.</summary>
    public IEnumerable<int> Kinds => entries.Select(e => rules.KindOf(model.Cover[e])).Distinct().Order();

    /// <summary>Adds the rows.</summary>
    /// <param name="counts">What one of the group can work in up to seven days.</param>
    /// <param name="totals">What each of them can work over weeks.</param>
    /// <param name="mustStop">Asked now and then; rows that are then left out would only make the bound sharper.</param>
    public void AddRows(ShiftCounts counts, ShiftTotals totals, Func<bool> mustStop)
    {
        AddWishes();
        if (entries.Count == 0)
        {
            return;
        }

        AddMostDays(1, 0);
        AddMostDays(rules.MaxRun, 1);
        if (rules.LimitsStays)
        {
            AddMostDays(rules.Rules.ClosedLoopDays, rules.Rules.IsolationDays);
        }

        AddWindows(counts);
        AddWeeks(counts, totals, mustStop);
        AddRests();
        AddOvertime();
        AddProtection();
        if (first == 0 && last == model.Days - 1)
        {
            AddTotals();
        }
    }

    private int Available(int person, int from, int to)
    {
        int days = 0;
        for (int day = Math.Max(first, from); day <= Math.Min(last, to); day++)
        {
            days += model.Unavailable[(person * model.Days) + day] ? 0 : 1;
        }

        return days;
    }

    private void AddDays(int from, int to)
    {
        for (int i = dayColumn[Math.Max(from, first) - first]; i < dayColumn[Math.Min(to, last) - first + 1]; i++)
        {
            rows.Term(begin + i, 1);
        }
    }

    private void AddMinutes(int from, int to)
    {
        for (int i = dayColumn[Math.Max(from, first) - first]; i < dayColumn[Math.Min(to, last) - first + 1]; i++)
        {
            rows.Term(begin + i, model.MinutesOf(entries[i]));
        }
    }

    private void AddWindows(ShiftCounts counts)
    {
        int length = Math.Min(7, last - first + 1);
        foreach (int[] weights in counts.Limits)
        {
            int[] most = [.. Enumerable.Range(0, length + 1).Select(days => counts.Most(weights, days))];
            for (int day = first; day + length - 1 <= last; day++)
            {
                for (int i = dayColumn[day - first]; i < dayColumn[day - first + length]; i++)
                {
                    rows.Term(begin + i, weights[Array.IndexOf(counts.Lengths, model.MinutesOf(entries[i]))]);
                }

                rows.EndRow(double.NegativeInfinity, people.Sum(p => Most(p, day, most)));
            }
        }
    }

    // Any weeks in a row, up to a month, and all of them, where they bind more than one by one; a first week alone only because of the past.
    private void AddWeeks(ShiftCounts counts, ShiftTotals totals, Func<bool> mustStop)
    {
        int[] kinds = [.. Kinds];
        foreach (int[] weights in counts.Limits)
        {
            int[] ofEntry = [.. entries.Select(e => weights[Array.IndexOf(counts.Lengths, model.MinutesOf(e))])];
            int[] ofKind = [.. kinds.Select(k => weights[Array.IndexOf(counts.Lengths, rules.Minutes[k])])];
            for (int from = first; from <= last && !mustStop(); from += 7)
            {
                int[][] most = [.. people.Select(p => totals.Most(p, from, kinds, ofKind))];
                double alone = 0;
                for (int day = from; day <= last; day += 7)
                {
                    int end = Math.Min(last + 1, day + 7);
                    int[] mostOfWeek = [.. Enumerable.Range(0, end - day + 1).Select(days => counts.Most(weights, days))];
                    alone += people.Sum(p => (double)Most(p, day, mostOfWeek));
                    double together = most.Sum(m => (double)m[end - from]);
                    if (together < alone && (end - from <= LongestWindow || (from == 0 && end == model.Days)))
                    {
                        for (int i = dayColumn[from - first]; i < dayColumn[end - first]; i++)
                        {
                            rows.Term(begin + i, ofEntry[i]);
                        }

                        rows.EndRow(double.NegativeInfinity, together);
                    }
                }
            }
        }
    }

    // Days of absence part the days into stretches, which bind each other at least as much as if there were none.
    private int Most(int person, int from, int[] most)
    {
        int sum = 0;
        int stretch = 0;
        for (int day = from; day < from + most.Length - 1; day++)
        {
            stretch = model.Unavailable[(person * model.Days) + day] ? 0 : stretch + 1;
            sum += most[stretch] - (stretch > 0 ? most[stretch - 1] : 0);
        }

        return Math.Min(sum, most[^1]);
    }

    // Nobody works more than so many days before the pause, nor therefore in any so many days and the pause.
    private void AddMostDays(int most, int pause)
    {
        for (int day = first; day <= (long)last + 1 - most - pause; day++)
        {
            int end = day + most + pause - 1;
            AddDays(day, end);
            rows.EndRow(double.NegativeInfinity, people.Sum(p => Math.Min(most, Available(p, day, end))));
        }
    }

    // Of all shifts of a day that forbid at least what one of them forbids on the next, and of what that one forbids, a person works at most one.
    private void AddRests()
    {
        int[] shifts = [.. entries.Select(e => model.Cover[e].Shift).Distinct()];
        ILookup<int, int> forbidden = shifts
            .SelectMany(s => shifts.Where(next => ShiftSequence.Forbids(model.Problem, rules.Rules, s, next, 1)).Select(next => (s, next)))
            .ToLookup(pair => pair.s, pair => pair.next);
        foreach (IGrouping<int, int> next in forbidden.DistinctBy(f => string.Join(',', f.Order())))
        {
            int[] before = [.. shifts.Where(s => next.All(forbidden[s].Contains))];
            for (int day = first; day < last; day++)
            {
                AddShifts(before, day);
                AddShifts([.. next], day + 1);
                rows.EndRow(double.NegativeInfinity, people.Sum(p => Math.Min(1, Available(p, day, day + 1))));
            }
        }
    }

    private void AddShifts(int[] shifts, int day)
    {
        for (int i = dayColumn[day - first]; i < dayColumn[day - first + 1]; i++)
        {
            if (shifts.Contains(model.Cover[entries[i]].Shift))
            {
                rows.Term(begin + i, 1);
            }
        }
    }

    private void AddOvertime()
    {
        long longest = rules.Minutes.Max();
        for (int week = first / 7; week <= last / 7 && rules.Overtime; week++)
        {
            if (7 * week < first || Math.Min(model.Days - 1, (7 * week) + 6) > last)
            {
                continue;
            }

            long normal = people.Sum(p => Math.Min(rules.Rules.NormalMinutesPerWeek, longest * Available(p, 7 * week, (7 * week) + 6)));
            int overtime = rows.Column(0, double.PositiveInfinity);
            relaxation.Costs.Add((overtime, model.Problem.OvertimeLevel, 1 / 60.0));
            AddMinutes(7 * week, (7 * week) + 6);
            rows.Term(overtime, -1);
            rows.EndRow(double.NegativeInfinity, normal);
        }
    }

    private void AddProtection()
    {
        for (int week = first / 7; week <= last / 7 && rules.LimitsProtectiveWeek; week++)
        {
            for (int i = dayColumn[Math.Max(7 * week, first) - first]; i < dayColumn[Math.Min((7 * week) + 6, last) - first + 1]; i++)
            {
                rows.Term(begin + i, model.ProtectiveMinutesOf(entries[i]));
            }

            int most = entries.Max(model.ProtectiveMinutesOf);
            rows.EndRow(
                double.NegativeInfinity,
                people.Sum(p => Math.Min((double)rules.Rules.MaxProtectiveMinutesPerWeek, (double)most * Available(p, 7 * week, (7 * week) + 6))));
        }
    }

    // Wishes differ between people, so only a group of one can be charged for them; for others they are free, which only lowers the bound.
    private void AddWishes()
    {
        foreach (DayWish wish in people.Length == 1 ? model.Wishes[people[0]] : [])
        {
            if (wish.Day < first || wish.Day > last)
            {
                continue;
            }

            relaxation.Constants[wish.Level] += wish.On ? wish.Weight : 0;
            for (int i = dayColumn[wish.Day - first]; i < dayColumn[wish.Day - first + 1]; i++)
            {
                if (wish.Concerns(model.Cover[entries[i]]))
                {
                    relaxation.Costs.Add((begin + i, wish.Level, wish.On ? -wish.Weight : wish.Weight));
                }
            }
        }
    }

    private void AddTotals()
    {
        if (rules.LimitsTotal)
        {
            AddMinutes(first, last);
            double most = rules.Rules.MaxTotalMinutes == int.MaxValue ? double.PositiveInfinity : (double)people.Length * rules.Rules.MaxTotalMinutes;
            rows.EndRow((double)people.Length * rules.Rules.MinTotalMinutes, most);
        }

        for (int shift = 0; shift < model.Problem.Shifts.Length && !rules.Rules.MaxShifts.IsDefaultOrEmpty; shift++)
        {
            if (rules.Rules.MaxShifts[shift] < model.Days)
            {
                for (int i = 0; i < entries.Count; i++)
                {
                    if (model.Cover[entries[i]].Shift == shift)
                    {
                        rows.Term(begin + i, 1);
                    }
                }

                rows.EndRow(double.NegativeInfinity, (double)people.Length * rules.Rules.MaxShifts[shift]);
            }
        }

        if (rules.MaxWeekends >= 0)
        {
            AddWeekends();
        }
    }

    private void AddWeekends()
    {
        var weekends = new List<int>();
        int[] left = new int[people.Length];
        for (int day = 0; day < model.Days; day++)
        {
            int weekday = (day + rules.FirstWeekday) % 7;
            if (weekday == 5 || (weekday == 6 && day == 0))
            {
                int sunday = weekday == 5 ? day + 1 : day;
                weekends.Add(rows.Column(0, people.Count(p => Available(p, day, sunday) > 0)));
                for (int k = 0; k < people.Length; k++)
                {
                    left[k] += Available(people[k], day, sunday) > 0 ? 1 : 0;
                }
            }

            if (weekday >= 5)
            {
                AddDays(day, day);
                rows.Term(weekends[^1], -1);
                rows.EndRow(double.NegativeInfinity, 0);
            }
        }

        foreach (int column in weekends)
        {
            rows.Term(column, 1);
        }

        rows.EndRow(double.NegativeInfinity, left.Sum(available => Math.Min(available, rules.MaxWeekends)));
    }
}
