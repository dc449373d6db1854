using Google.OrTools.Sat;
using Readiness.Districts;

namespace Readiness.Tests.Planning.Exact;

/// <summary>What a contract limits in an outbreak: weekends, shifts of a type, stays in a closed loop, time in protective clothing in a week.</summary>
internal sealed class ExactDuty(CpModel model, Contract contract, PlanningHorizon horizon)
{
    private const int Week = 7;

    private readonly int days = horizon.Days;

    public void Write(HashSet<int> past, (int Day, string Shift, int Protective, BoolVar Works)[] turns)
    {
        var weekends = new List<BoolVar>();
        foreach (var weekend in turns.Where(turn => horizon.DateOf(turn.Day).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            .GroupBy(turn => horizon.DateOf(turn.Day).DayNumber / Week))
        {
            weekends.Add(model.NewBoolVar(""));
            foreach (var turn in weekend)
            {
                model.AddImplication(turn.Works, weekends[^1]);
            }
        }

        model.Add(LinearExpr.Sum(weekends) <= (contract.MaxWeekends ?? days));
        foreach (ShiftLimit limit in contract.MaxShifts)
        {
            model.Add(LinearExpr.Sum(turns.Where(turn => turn.Shift == limit.Shift).Select(turn => turn.Works)) <= limit.Most);
        }

        for (int from = 0; from < days && contract.MaxProtectiveMinutesPerWeek is not null; from += Week)
        {
            var minutes = new Terms();
            foreach ((int _, string _, int protective, BoolVar works) in turns.Where(turn => turn.Day >= from && turn.Day < from + Week))
            {
                minutes.Add(works, protective);
            }

            model.Add(minutes.Sum() <= contract.MaxProtectiveMinutesPerWeek.Value);
        }

        if (contract is { ClosedLoopDays: { } most, IsolationDays: { } isolation })
        {
            WriteStays(turns.ToLookup(turn => turn.Day, turn => turn.Works), past, most, isolation);
        }
    }

    /// <summary>Whoever works, or has worked on one of the days before that are fewer than isolation asks for, is inside; a day more than yesterday.</summary>
    private void WriteStays(ILookup<int, BoolVar> works, HashSet<int> past, int most, int isolation)
    {
        IntVar? stay = null;
        BoolVar? wasInside = null;
        int first = Math.Min(0, past.DefaultIfEmpty(0).Min());
        for (int day = first; day < days; day++)
        {
            IntVar today = model.NewIntVar(0, days - first, "");
            BoolVar isInside = model.NewBoolVar("");
            BoolVar[] recent = [.. Enumerable.Range(day - isolation + 1, isolation).SelectMany(earlier => works[earlier])];
            if (Enumerable.Range(day - isolation + 1, isolation).Any(past.Contains))
            {
                model.Add(isInside == 1);
            }
            else
            {
                model.AddBoolOr(recent).OnlyEnforceIf(isInside);
            }

            foreach (BoolVar work in recent)
            {
                model.AddImplication(work, isInside);
            }

            model.Add(today >= 1).OnlyEnforceIf(isInside);
            if (stay is not null)
            {
                model.Add(today >= stay + 1).OnlyEnforceIf([wasInside!, isInside]);
            }

            foreach (BoolVar work in works[day])
            {
                model.Add(today <= most).OnlyEnforceIf(work);
            }

            (stay, wasInside) = (today, isInside);
        }
    }
}
