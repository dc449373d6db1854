using System.Collections.Immutable;
using Readiness.Districts;

using Readiness.Solving;

namespace Readiness.Planning;

/// <summary>Staff of the relaxation: people with the same skills, organisation and contract are pooled.</summary>
internal static class RelaxedStaff
{
    private const int Week = 7;

    public static void Add(PlanningContext context, RelaxationRows rows, RelaxedCover cover)
    {
        ImmutableArray<ImmutableArray<int>> cells = [.. Enumerable.Range(0, context.Tasks.Length)
            .GroupBy(task => (context.Tasks[task].Skill, context.Tasks[task].Organisation, ShiftSet(context, task)))
            .Select(group => group.ToImmutableArray())];
        var suppliers = new List<int>[cells.Length, context.Days];
        foreach (IGrouping<(string, string, string), int> group in Enumerable.Range(0, context.District.Staff.Length)
            .Where(person => context.Reach[person].Length > 0)
            .GroupBy(person => Key(context, context.District.Staff[person])))
        {
            AddGroup(context, rows, cells, [.. group], suppliers);
        }

        for (int cell = 0; cell < cells.Length; cell++)
        {
            for (int day = 0; day < context.Days; day++)
            {
                foreach (int task in cells[cell])
                {
                    rows.Term(cover.Filled(task, day), 1);
                }

                foreach (int column in suppliers[cell, day] ?? [])
                {
                    rows.Term(column, -1);
                }

                rows.EndRow(double.NegativeInfinity, 0);
            }
        }
    }

    private static void AddGroup(
        PlanningContext context, RelaxationRows rows, ImmutableArray<ImmutableArray<int>> cells, ImmutableArray<int> people,
        List<int>[,] suppliers)
    {
        StaffMember first = context.District.Staff[people[0]];
        Contract contract = context.District.Contracts[context.Index.Contracts[first.Contract]];
        ImmutableArray<int> reachable = [.. Enumerable.Range(0, cells.Length)
            .Where(cell => people.Any(person => cells[cell].Any(task => context.Reach[person].BinarySearch(task) >= 0)))];
        var minutes = reachable.Select(cell => LeastMinutes(context, contract, cells[cell])).ToArray();
        var columns = new int[reachable.Length, context.Days];
        for (int day = 0; day < context.Days; day++)
        {
            int present = people.Count(person => !context.IsAbsent(person, day));
            for (int i = 0; i < reachable.Length; i++)
            {
                columns[i, day] = rows.Column(0, minutes[i] is null ? 0 : present);
                (suppliers[reachable[i], day] ??= []).Add(columns[i, day]);
                rows.Term(columns[i, day], 1);
            }

            rows.EndRow(double.NegativeInfinity, present);
        }

        AddWindows(context, rows, people, contract, minutes, columns);
    }

    /// <summary>Weekly minutes and consecutive days, summed over the group, in every seven days and every run one longer than allowed.</summary>
    private static void AddWindows(
        PlanningContext context, RelaxationRows rows, ImmutableArray<int> people, Contract contract, int?[] minutes, int[,] columns)
    {
        for (int from = 0; from < context.Days; from++)
        {
            int week = Math.Min(Week, context.Days - from);
            long limit = people.Count(person => PresentDays(context, person, from, week) > 0) * (long)contract.MaxMinutesPerWeek;
            AddWindow(rows, columns, from, week, i => minutes[i] ?? 0, limit);

            int run = contract.MaxConsecutiveDays + 1;
            if (run <= context.Days - from)
            {
                int days = people.Sum(person => Math.Min(contract.MaxConsecutiveDays, PresentDays(context, person, from, run)));
                AddWindow(rows, columns, from, run, _ => 1, days);
            }
        }

        AddStays(context, rows, people, contract, columns);
    }

    /// <summary>Days as many as a stay in a closed loop and its isolation hold the days of one stay at most, wherever they begin.</summary>
    private static void AddStays(
        PlanningContext context, RelaxationRows rows, ImmutableArray<int> people, Contract contract, int[,] columns)
    {
        if (contract is not { ClosedLoopDays: { } stay, IsolationDays: { } isolation } || stay >= context.Days)
        {
            return;
        }

        int length = Math.Min(stay + isolation, context.Days);
        for (int from = 0; from + length <= context.Days; from++)
        {
            AddWindow(rows, columns, from, length, _ => 1, people.Sum(person => Math.Min(stay, PresentDays(context, person, from, length))));
        }
    }

    private static void AddWindow(
        RelaxationRows rows, int[,] columns, int from, int length, Func<int, double> weight, double limit)
    {
        for (int day = from; day < from + length; day++)
        {
            for (int i = 0; i < columns.GetLength(0); i++)
            {
                rows.Term(columns[i, day], weight(i));
            }
        }

        rows.EndRow(double.NegativeInfinity, limit);
    }

    private static int PresentDays(PlanningContext context, int person, int from, int length) =>
        Enumerable.Range(from, length).Count(day => !context.IsAbsent(person, day));

    /// <summary>Length of the cell's shortest shift that the contract allows; null if it allows none.</summary>
    private static int? LeastMinutes(PlanningContext context, Contract contract, ImmutableArray<int> tasks) =>
        tasks.SelectMany(task => context.Tasks[task].Shifts)
            .Select(shift => context.District.ShiftTypes[shift])
            .Where(shift => contract.ShiftTypes.IsEmpty || contract.ShiftTypes.Contains(shift.Id))
            .Select(shift => (int?)shift.LengthMinutes)
            .Min();

    private static (string Skills, string Organisation, string Contract) Key(PlanningContext context, StaffMember person) =>
        (string.Join('\n', person.Skills.Order(StringComparer.Ordinal)),
            context.District.Facilities[context.Index.Facilities[person.Home]].Organisation,
            person.Contract);

    private static string ShiftSet(PlanningContext context, int task) => string.Join(',', context.Tasks[task].Shifts.Order());
}
