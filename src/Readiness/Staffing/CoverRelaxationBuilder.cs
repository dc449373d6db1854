using Readiness.Solving;

namespace Readiness.Staffing;

/// <summary>Writes the rows and columns of a <see cref="CoverRelaxation"/>.</summary>
internal sealed class CoverRelaxationBuilder
{
    private readonly RosterModel model;
    private readonly int first;
    private readonly int last;
    private readonly List<int>[] entryColumns;
    private readonly List<int> rowColumns = [];
    private readonly List<double> rowValues = [];
    private readonly Dictionary<(int Lender, int Week), List<(int Column, double Minutes)>> lent = [];

    /// <summary>Builds the model of the days from <paramref name="first"/> to <paramref name="last"/>.</summary>
    public CoverRelaxationBuilder(RosterModel model, IReadOnlyList<int[]> groups, int first, int last)
    {
        this.model = model;
        this.first = first;
        this.last = last;
        Constants = new double[model.LevelCount];
        entryColumns = new List<int>[model.Cover.Length];
        for (int e = 0; e < entryColumns.Length; e++)
        {
            entryColumns[e] = [];
        }

        foreach (int[] people in groups)
        {
            AddGroup(people);
        }

        AddCover();
        AddTeams();
        foreach (((int lender, _), List<(int Column, double Minutes)> terms) in lent)
        {
            foreach ((int column, double minutes) in terms)
            {
                Term(column, minutes);
            }

            Row(double.NegativeInfinity, model.Problem.LendingLimits[lender].MaxMinutesPerWeek);
        }
    }

    /// <summary>The model; its costs are zero until priced.</summary>
    public LinearModelBuilder Model { get; } = new();

    /// <summary>What a unit of a column adds to a level.</summary>
    public List<(int Column, int Level, double Weight)> Costs { get; } = [];

    /// <summary>What every roster pays on a level.</summary>
    public double[] Constants { get; }

    private bool IsWhole => first == 0 && last == model.Days - 1;

    private void Term(int column, double value)
    {
        rowColumns.Add(column);
        rowValues.Add(value);
    }

    private void Row(double lower, double upper)
    {
        Model.AddRow(lower, upper, [.. rowColumns], [.. rowValues]);
        rowColumns.Clear();
        rowValues.Clear();
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

    private void AddGroup(int[] people)
    {
        EntryOptions options = model.Options[model.OptionsOf[people[0]]];
        int begin = Model.ColumnCount;
        int[] dayColumn = new int[last - first + 2];
        var entries = new List<int>();
        for (int day = first; day <= last; day++)
        {
            int[] present = [.. people.Where(p => !model.Unavailable[(p * model.Days) + day])];
            int able = present.Length;
            for (int i = options.DayStart[day]; i < options.DayStart[day + 1] && able > 0; i++)
            {
                int entry = options.Entries[i];
                int column = Model.AddColumn(0, present.Count(p => model.Pinned[(p * model.Days) + day] == entry), able);
                entries.Add(entry);
                entryColumns[entry].Add(column);
                if (options.Lent[i])
                {
                    var key = (model.Lender[people[0]], day / 7);
                    lent.TryAdd(key, []);
                    lent[key].Add((column, model.MinutesOf(entry)));
                }
            }

            dayColumn[day - first + 1] = entries.Count;
            if (dayColumn[day - first + 1] > dayColumn[day - first])
            {
                AddDays(begin, dayColumn, day, day);
                Row(double.NegativeInfinity, able);
            }
        }

        if (entries.Count == 0)
        {
            AddIdleWishes(people);
            return;
        }

        AddWindows(people, begin, dayColumn, entries);
        AddOvertime(people, begin, dayColumn, entries);
        AddProtection(people, begin, dayColumn, entries);
        AddWishes(people, begin, dayColumn, entries);
        if (IsWhole)
        {
            AddTotals(people, begin, dayColumn, entries);
        }
    }

    private void AddDays(int begin, int[] dayColumn, int from, int to)
    {
        for (int i = dayColumn[Math.Max(from, first) - first]; i < dayColumn[Math.Min(to, last) - first + 1]; i++)
        {
            Term(begin + i, 1);
        }
    }

    private void AddMinutes(int begin, int[] dayColumn, List<int> entries, int from, int to)
    {
        for (int i = dayColumn[Math.Max(from, first) - first]; i < dayColumn[Math.Min(to, last) - first + 1]; i++)
        {
            Term(begin + i, model.MinutesOf(entries[i]));
        }
    }

    private void AddWindows(int[] people, int begin, int[] dayColumn, List<int> entries)
    {
        CompiledRules rules = model.RulesOf(people[0]);
        long longest = rules.Minutes.Max();
        for (int day = first; day <= last && rules.Rolling; day++)
        {
            int end = Math.Min(day + 6, last);
            long most = people.Sum(p => Math.Min(rules.Rules.MaxMinutesPer7Days, longest * Available(p, day, end)));
            if (end == day + 6 || day == first)
            {
                AddMinutes(begin, dayColumn, entries, day, end);
                Row(double.NegativeInfinity, most);
            }
        }

        AddMostDays(people, begin, dayColumn, rules.MaxRun, 1);
        if (rules.LimitsStays)
        {
            AddMostDays(people, begin, dayColumn, rules.Rules.ClosedLoopDays, rules.Rules.IsolationDays);
        }
    }

    // Nobody works more than so many days before the pause, nor therefore in any so many days and the pause.
    private void AddMostDays(int[] people, int begin, int[] dayColumn, int most, int pause)
    {
        for (int day = first; day <= (long)last + 1 - most - pause; day++)
        {
            int end = day + most + pause - 1;
            AddDays(begin, dayColumn, day, end);
            Row(double.NegativeInfinity, people.Sum(p => Math.Min(most, Available(p, day, end))));
        }
    }

    private void AddOvertime(int[] people, int begin, int[] dayColumn, List<int> entries)
    {
        CompiledRules rules = model.RulesOf(people[0]);
        long longest = rules.Minutes.Max();
        for (int week = first / 7; week <= last / 7 && rules.Overtime; week++)
        {
            if (7 * week < first || Math.Min(model.Days - 1, (7 * week) + 6) > last)
            {
                continue;
            }

            long normal = people.Sum(p => Math.Min(rules.Rules.NormalMinutesPerWeek, longest * Available(p, 7 * week, (7 * week) + 6)));
            int overtime = Model.AddColumn(0, 0, double.PositiveInfinity);
            Costs.Add((overtime, model.Problem.OvertimeLevel, 1 / 60.0));
            AddMinutes(begin, dayColumn, entries, 7 * week, (7 * week) + 6);
            Term(overtime, -1);
            Row(double.NegativeInfinity, normal);
        }
    }

    private void AddProtection(int[] people, int begin, int[] dayColumn, List<int> entries)
    {
        CompiledRules rules = model.RulesOf(people[0]);
        for (int week = first / 7; week <= last / 7 && rules.LimitsProtectiveWeek; week++)
        {
            for (int i = dayColumn[Math.Max(7 * week, first) - first]; i < dayColumn[Math.Min((7 * week) + 6, last) - first + 1]; i++)
            {
                Term(begin + i, model.ProtectiveMinutesOf(entries[i]));
            }

            Row(double.NegativeInfinity, (double)people.Length * rules.Rules.MaxProtectiveMinutesPerWeek);
        }
    }

    // Wishes differ between people, so only a group of one can be charged for them; for others they are free, which only lowers the bound.
    private void AddWishes(int[] people, int begin, int[] dayColumn, List<int> entries)
    {
        if (people.Length > 1)
        {
            return;
        }

        foreach (DayWish wish in model.Wishes[people[0]])
        {
            if (wish.Day < first || wish.Day > last)
            {
                continue;
            }

            Constants[wish.Level] += wish.On ? wish.Weight : 0;
            for (int i = dayColumn[wish.Day - first]; i < dayColumn[wish.Day - first + 1]; i++)
            {
                if (wish.Concerns(model.Cover[entries[i]]))
                {
                    Costs.Add((begin + i, wish.Level, wish.On ? -wish.Weight : wish.Weight));
                }
            }
        }
    }

    private void AddIdleWishes(int[] people)
    {
        foreach (DayWish wish in people.Length == 1 ? model.Wishes[people[0]] : [])
        {
            if (wish.On && wish.Day >= first && wish.Day <= last)
            {
                Constants[wish.Level] += wish.Weight;
            }
        }
    }

    private void AddTotals(int[] people, int begin, int[] dayColumn, List<int> entries)
    {
        CompiledRules rules = model.RulesOf(people[0]);
        if (rules.LimitsTotal)
        {
            AddMinutes(begin, dayColumn, entries, first, last);
            double most = rules.Rules.MaxTotalMinutes == int.MaxValue ? double.PositiveInfinity : (double)people.Length * rules.Rules.MaxTotalMinutes;
            Row((double)people.Length * rules.Rules.MinTotalMinutes, most);
        }

        for (int shift = 0; shift < model.Problem.Shifts.Length && !rules.Rules.MaxShifts.IsDefaultOrEmpty; shift++)
        {
            if (rules.Rules.MaxShifts[shift] < model.Days)
            {
                for (int i = 0; i < entries.Count; i++)
                {
                    if (model.Cover[entries[i]].Shift == shift)
                    {
                        Term(begin + i, 1);
                    }
                }

                Row(double.NegativeInfinity, (double)people.Length * rules.Rules.MaxShifts[shift]);
            }
        }

        if (rules.MaxWeekends >= 0)
        {
            AddWeekends(people, begin, dayColumn, rules);
        }
    }

    private void AddWeekends(int[] people, int begin, int[] dayColumn, CompiledRules rules)
    {
        var weekends = new List<int>();
        for (int day = 0; day < model.Days; day++)
        {
            if (day % 7 == 5 || (day % 7 == 6 && (weekends.Count == 0 || day == 0)))
            {
                weekends.Add(Model.AddColumn(0, 0, people.Length));
            }

            if (day % 7 >= 5)
            {
                AddDays(begin, dayColumn, day, day);
                Term(weekends[^1], -1);
                Row(double.NegativeInfinity, 0);
            }
        }

        foreach (int column in weekends)
        {
            Term(column, 1);
        }

        Row(double.NegativeInfinity, (double)people.Length * rules.MaxWeekends);
    }

    private void AddCover()
    {
        for (int e = 0; e < model.Cover.Length; e++)
        {
            CoverRequirement cover = model.Cover[e];
            if (cover.Day < first || cover.Day > last)
            {
                continue;
            }

            bool inTeam = model.Slots.OfEntry[e] >= 0;
            foreach (int column in entryColumns[e])
            {
                Term(column, 1);
            }

            if (!inTeam)
            {
                int missing = Model.AddColumn(0, 0, cover.Heads);
                Costs.Add((missing, cover.Level, cover.UnderWeight));
                Term(missing, 1);
            }

            if (double.IsFinite(cover.OverWeight))
            {
                int surplus = Model.AddColumn(0, 0, double.PositiveInfinity);
                Costs.Add((surplus, cover.Level, cover.OverWeight));
                Term(surplus, -1);
            }

            Row(inTeam ? double.NegativeInfinity : cover.Heads, cover.Heads);
        }
    }

    private void AddTeams()
    {
        foreach (int[] lines in model.Slots.Entries)
        {
            CoverRequirement one = model.Cover[lines[0]];
            if (one.Day < first || one.Day > last)
            {
                continue;
            }

            int missing = Model.AddColumn(0, 0, one.Heads / model.Slots.HeadsPerTeam[lines[0]]);
            foreach (int e in lines)
            {
                int perTeam = model.Slots.HeadsPerTeam[e];
                Costs.Add((missing, model.Cover[e].Level, model.Cover[e].UnderWeight * perTeam));
                foreach (int column in entryColumns[e])
                {
                    Term(column, 1);
                }

                Term(missing, perTeam);
                Row(model.Cover[e].Heads, double.PositiveInfinity);
            }
        }
    }
}
