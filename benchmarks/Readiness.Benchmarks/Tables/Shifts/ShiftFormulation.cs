using System.Collections.Immutable;
using Readiness.Benchmarks.Peers;
using Readiness.Solving;

namespace Readiness.Benchmarks.Tables.Shifts;

/// <summary>
/// The integer programme that the peers get: x whether a person works a shift type on a day, w whether the person works on the day at all, v whether
/// the person works on a weekend, and for each requirement the missing and the surplus heads.
/// </summary>
/// <remarks>
/// Source of the formulation: T. Curtois, R. Qu, Computational results on new staff scheduling benchmark instances, 2014, which writes the sum of a day's x for w.
/// </remarks>
internal sealed class ShiftFormulation
{
    private readonly ShiftInstance instance;
    private readonly LinearModelBuilder model = new();
    private readonly int types;

    private ShiftFormulation(ShiftInstance instance)
    {
        this.instance = instance;
        types = instance.Types.Length;
    }

    /// <summary>The model: first x at (person × days + day) × types + type, then the other columns.</summary>
    public static LinearModelBuilder Of(ShiftInstance instance)
    {
        var formulation = new ShiftFormulation(instance);
        formulation.AddShiftColumns();
        for (int person = 0; person < instance.Staff.Length; person++)
        {
            int[] works = formulation.AddWorkColumns(person);
            formulation.AddTotalRows(person);
            formulation.AddRunRows(instance.Staff[person], works);
            formulation.AddWeekendRows(instance.Staff[person], works);
        }

        formulation.AddCoverRows();
        return formulation.model;
    }

    /// <summary>The lines that a peer's answer stands for.</summary>
    public static ImmutableArray<ShiftAssignment> Lines(ShiftInstance instance, double[] values)
    {
        int types = instance.Types.Length;
        return
        [
            .. from k in Enumerable.Range(0, instance.Staff.Length * instance.Days * types)
               where values[k] > 0.5
               let day = k / types
               select new ShiftAssignment(instance.Staff[day / instance.Days].Id, day % instance.Days, instance.Types[k % types].Id),
        ];
    }

    private int Shift(int person, int day, int type) => (((person * instance.Days) + day) * types) + type;

    private IEnumerable<int> Shifts(int person, int type) => Enumerable.Range(0, instance.Days).Select(day => Shift(person, day, type));

    // Requests cost where the shift is worked against one, or not worked in spite of one: the latter is a constant and a refund.
    private void AddShiftColumns()
    {
        double[] costs = new double[instance.Staff.Length * instance.Days * types];
        foreach (ShiftWish wish in instance.Requests)
        {
            costs[Shift(wish.Worker, wish.Day, wish.Type)] += wish.On ? -wish.Weight : wish.Weight;
            model.ObjectiveOffset += wish.On ? wish.Weight : 0;
        }

        for (int k = 0; k < costs.Length; k++)
        {
            int day = k / types;
            bool isOff = instance.Staff[day / instance.Days].DaysOff.Contains(day % instance.Days);
            model.AddColumn(costs[k], 0, isOff ? 0 : 1, isInteger: true);
        }
    }

    private int[] AddWorkColumns(int person)
    {
        int[] works = new int[instance.Days];
        for (int day = 0; day < works.Length; day++)
        {
            works[day] = model.AddColumn(0, 0, 1, isInteger: true);
            Row(0, 0, [.. Enumerable.Range(0, types).Select(type => (Shift(person, day, type), 1.0)), (works[day], -1)]);
            for (int type = 0; type < types && day + 1 < works.Length; type++)
            {
                if (instance.Types[type].MayNotPrecede is { IsEmpty: false } barred)
                {
                    Row(0, 1, [(Shift(person, day, type), 1), .. barred.Select(next => (Shift(person, day + 1, next), 1.0))]);
                }
            }
        }

        return works;
    }

    private void AddTotalRows(int person)
    {
        ShiftWorker worker = instance.Staff[person];
        for (int type = 0; type < types; type++)
        {
            if (worker.MostShifts[type] < instance.Days)
            {
                Row(0, worker.MostShifts[type], [.. Shifts(person, type).Select(static k => (k, 1.0))]);
            }
        }

        Row(
            worker.LeastMinutes,
            worker.MostMinutes,
            [.. Enumerable.Range(0, types).SelectMany(type => Shifts(person, type).Select(k => (k, (double)instance.Types[type].Minutes)))]);
    }

    // A run that is too short lies between two days of the other kind, so that those at the edges are free.
    private void AddRunRows(ShiftWorker worker, int[] works)
    {
        for (int first = 0; first < works.Length - worker.LongestRun; first++)
        {
            Row(0, worker.LongestRun, [.. works[first..(first + worker.LongestRun + 1)].Select(static k => (k, 1.0))]);
        }

        int longestChecked = Math.Max(worker.ShortestRun, worker.ShortestBreak) - 1;
        for (int before = 0; before < works.Length; before++)
        {
            for (int length = 1; length <= longestChecked && before + length + 1 < works.Length; length++)
            {
                var run = works[(before + 1)..(before + length + 1)].Select(static k => (k, -1.0));
                (int, double)[] row = [(works[before], 1), .. run, (works[before + length + 1], 1)];
                if (length < worker.ShortestRun)
                {
                    Row(1 - length, 2, row);
                }

                if (length < worker.ShortestBreak)
                {
                    Row(-length, 1, row);
                }
            }
        }
    }

    private void AddWeekendRows(ShiftWorker worker, int[] works)
    {
        var weekends = new List<(int, double)>();
        for (int saturday = 5; saturday < works.Length; saturday += 7)
        {
            int weekend = model.AddColumn(0, 0, 1, isInteger: true);
            weekends.Add((weekend, 1));
            foreach (int work in works[saturday..Math.Min(saturday + 2, works.Length)])
            {
                Row(-1, 0, [(work, 1), (weekend, -1)]);
            }
        }

        if (worker.MostWeekends < weekends.Count)
        {
            Row(0, worker.MostWeekends, [.. weekends]);
        }
    }

    private void AddCoverRows()
    {
        foreach (ShiftDemand demand in instance.Cover)
        {
            int under = model.AddColumn(demand.UnderWeight, 0, demand.Heads, isInteger: true);
            int over = model.AddColumn(demand.OverWeight, 0, instance.Staff.Length, isInteger: true);
            var heads = Enumerable.Range(0, instance.Staff.Length).Select(person => (Shift(person, demand.Day, demand.Type), 1.0));
            Row(demand.Heads, demand.Heads, [.. heads, (under, 1), (over, -1)]);
        }
    }

    // Both sides are finite: on rows with an open side the CBC of OR-Tools 9.15 called a point optimal that broke one.
    private void Row(double lower, double upper, (int Column, double Value)[] entries) =>
        model.AddRow(lower, upper, Array.ConvertAll(entries, static e => e.Column), Array.ConvertAll(entries, static e => e.Value));
}
