using System.Collections.Immutable;

namespace Readiness.Benchmarks.Tables.Shifts;

/// <summary>Checks a solution by the records of the file and the lines of the solution alone, apart from the library and its auditors.</summary>
internal sealed class ShiftEvaluator
{
    private const int Off = -1;

    private readonly ShiftInstance instance;
    private readonly List<string> faults = [];

    // The type that a person works on a day; Off if none.
    private readonly int[][] plan;

    private ShiftEvaluator(ShiftInstance instance)
    {
        this.instance = instance;
        plan = [.. instance.Staff.Select(_ => Enumerable.Repeat(Off, instance.Days).ToArray())];
    }

    /// <summary>Checks a solution.</summary>
    public static ShiftVerdict Evaluate(ShiftInstance instance, IEnumerable<ShiftAssignment> solution)
    {
        var evaluator = new ShiftEvaluator(instance);
        evaluator.Enter(solution);
        for (int worker = 0; worker < instance.Staff.Length; worker++)
        {
            evaluator.CheckDays(instance.Staff[worker], evaluator.plan[worker]);
            evaluator.CheckRuns(instance.Staff[worker], evaluator.plan[worker]);
            evaluator.CheckTotals(instance.Staff[worker], evaluator.plan[worker]);
        }

        return new ShiftVerdict(evaluator.CostOfRequests() + evaluator.CostOfCover(), [.. evaluator.faults]);
    }

    private void Enter(IEnumerable<ShiftAssignment> solution)
    {
        Dictionary<string, int> staff = instance.Staff.Select((w, i) => (w.Id, i)).ToDictionary();
        Dictionary<string, int> types = instance.Types.Select((t, i) => (t.Id, i)).ToDictionary();
        foreach (ShiftAssignment line in solution)
        {
            if (!staff.TryGetValue(line.Staff, out int worker) || !types.TryGetValue(line.Shift, out int type) || line.Day < 0 || line.Day >= instance.Days)
            {
                faults.Add($"{line} names something that the file does not have.");
            }
            else if (plan[worker][line.Day] != Off)
            {
                faults.Add($"{line.Staff} has more than one shift on day {line.Day}.");
            }
            else
            {
                plan[worker][line.Day] = type;
            }
        }
    }

    private void CheckDays(ShiftWorker worker, int[] days)
    {
        foreach (int day in worker.DaysOff)
        {
            if (days[day] != Off)
            {
                faults.Add($"{worker.Id} works on the day off {day}.");
            }
        }

        for (int day = 1; day < days.Length; day++)
        {
            if (days[day - 1] != Off && days[day] != Off && instance.Types[days[day - 1]].MayNotPrecede.Contains(days[day]))
            {
                faults.Add($"{worker.Id} works {instance.Types[days[day]].Id} on day {day} right after {instance.Types[days[day - 1]].Id}.");
            }
        }
    }

    private void CheckRuns(ShiftWorker worker, int[] days)
    {
        int first = 0;
        for (int day = 1; day <= days.Length; day++)
        {
            bool works = days[first] != Off;
            if (day < days.Length && (days[day] != Off) == works)
            {
                continue;
            }

            int length = day - first;
            bool inside = first > 0 && day < days.Length;
            if (works && length > worker.LongestRun)
            {
                faults.Add($"{worker.Id} works {length} days in a row from day {first}, more than {worker.LongestRun}.");
            }

            if (inside && length < (works ? worker.ShortestRun : worker.ShortestBreak))
            {
                faults.Add($"{worker.Id} {(works ? "works" : "is off for")} only {length} days in a row from day {first}.");
            }

            first = day;
        }
    }

    private void CheckTotals(ShiftWorker worker, int[] days)
    {
        int[] count = new int[instance.Types.Length];
        long minutes = 0;
        int weekends = 0;
        for (int day = 0; day < days.Length; day++)
        {
            bool saturdayWorked = day % 7 == 6 && days[day - 1] != Off;
            if (days[day] != Off)
            {
                count[days[day]]++;
                minutes += instance.Types[days[day]].Minutes;
                weekends += day % 7 == 5 || (day % 7 == 6 && !saturdayWorked) ? 1 : 0;
            }
        }

        if (minutes < worker.LeastMinutes || minutes > worker.MostMinutes)
        {
            faults.Add($"{worker.Id} works {minutes} minutes, not from {worker.LeastMinutes} to {worker.MostMinutes}.");
        }

        if (weekends > worker.MostWeekends)
        {
            faults.Add($"{worker.Id} works {weekends} weekends, more than {worker.MostWeekends}.");
        }

        for (int type = 0; type < count.Length; type++)
        {
            if (count[type] > worker.MostShifts[type])
            {
                faults.Add($"{worker.Id} works {instance.Types[type].Id} {count[type]} times, more than {worker.MostShifts[type]}.");
            }
        }
    }

    private long CostOfRequests()
    {
        long cost = 0;
        foreach (ShiftWish wish in instance.Requests)
        {
            bool works = plan[wish.Worker][wish.Day] == wish.Type;
            cost += works == wish.On ? 0 : wish.Weight;
        }

        return cost;
    }

    private long CostOfCover()
    {
        long cost = 0;
        foreach (ShiftDemand demand in instance.Cover)
        {
            int heads = plan.Count(days => days[demand.Day] == demand.Type);
            cost += heads < demand.Heads
                ? (long)demand.UnderWeight * (demand.Heads - heads)
                : (long)demand.OverWeight * (heads - demand.Heads);
        }

        return cost;
    }
}
