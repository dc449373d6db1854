using System.Collections.Immutable;
using Readiness.Districts;
using Readiness.Plans;
using Readiness.Staffing;

namespace Readiness.Planning;

/// <summary>Turns a district and the heads that are wanted into a roster problem, and a roster back into heads.</summary>
internal static class RosterTranslation
{
    private const int ChangesLevel = 4;

    /// <summary>The problem of filling the heads, with what a round keeps of a published plan.</summary>
    public static RosterProblem Build(PlanningContext context, HeadCount wanted, Keep keep = Keep.Window)
    {
        District district = context.District;
        ImmutableArray<RosterAssignment> pins = Pins(context, wanted, keep);
        return new RosterProblem
        {
            Days = context.Days,
            FirstWeekday = ((int)district.Horizon.Start.DayOfWeek + 6) % 7,
            Levels = context.Kept.Any
                ? [.. Enumerable.Range(1, 4).Select(ObjectiveLevels.Cover), ObjectiveLevels.Changes, ObjectiveLevels.Overtime]
                : [.. Enumerable.Range(1, 4).Select(ObjectiveLevels.Cover), ObjectiveLevels.Overtime],
            OvertimeLevel = context.Kept.Any ? ChangesLevel + 1 : ChangesLevel,
            Pins = pins,
            Published = context.Kept.Any ? new PublishedRoster(context.Kept.Told, Weight: 1, ChangesLevel) : null,
            Shifts = [.. district.ShiftTypes.Select(shift => new RosterShift(
                shift.Id, (int)(shift.Start.ToTimeSpan().TotalMinutes), shift.LengthMinutes))],
            Tasks = [.. context.Tasks.Select(task => new RosterTask(
                $"{task.Duty}/{task.Line}", task.Place, task.ProtectiveMinutesPerHour))],
            Rules = [.. district.Contracts.Select(contract => Rules(district, contract))],
            People = People(context),
            Cover = Cover(context, wanted, pins),
            Teams = [.. context.Teams.Select(team => new JointTeam(
                [.. team.Select(task => new JointTeamLine(task, context.Tasks[task].HeadsPerTeam))]))],
            LendingLimits = LendingLimits(context),
        };
    }

    /// <summary>Heads that a roster fills.</summary>
    public static HeadCount Filled(PlanningContext context, IEnumerable<RosterAssignment> assignments)
    {
        var filled = new HeadCount(context);
        foreach (RosterAssignment assignment in assignments)
        {
            filled[assignment.Task, assignment.Day, context.Tasks[assignment.Task].Shifts.IndexOf(assignment.Shift)]++;
        }

        return filled;
    }

    private static RosterRules Rules(District district, Contract contract) => new()
    {
        Name = contract.Id,
        MinRestMinutes = contract.MinRestMinutes,
        MaxConsecutiveDays = contract.MaxConsecutiveDays,
        MaxMinutesPer7Days = contract.MaxMinutesPerWeek,
        NormalMinutesPerWeek = contract.NormalMinutesPerWeek,
        MaxShifts = contract.ShiftTypes.IsEmpty && contract.MaxShifts.IsEmpty
            ? []
            : [.. district.ShiftTypes.Select(shift => MostShifts(contract, shift.Id))],
        MaxWeekends = contract.MaxWeekends ?? int.MaxValue,
        ClosedLoopDays = contract.ClosedLoopDays ?? int.MaxValue,
        IsolationDays = contract.IsolationDays ?? 0,
        MaxProtectiveMinutesPerShift = contract.MaxProtectiveMinutesPerShift ?? int.MaxValue,
        MaxProtectiveMinutesPerWeek = contract.MaxProtectiveMinutesPerWeek ?? int.MaxValue,
    };

    private static int MostShifts(Contract contract, string shift) =>
        contract.ShiftTypes.IsEmpty || contract.ShiftTypes.Contains(shift)
            ? contract.MaxShifts.FirstOrDefault(limit => limit.Shift == shift)?.Most ?? int.MaxValue
            : 0;

    private static ImmutableArray<RosterPerson> People(PlanningContext context) =>
        [.. context.District.Staff.Select((person, p) => new RosterPerson(
            person.Id,
            context.Index.Contracts[person.Contract],
            context.Reach[p],
            context.Index.Places[person.Home],
            [.. Enumerable.Range(0, context.Days).Where(day => context.IsAbsent(p, day))],
            [.. person.History
                .Select(past => new PastShift(context.District.Horizon.DayOf(past.Date), context.Index.ShiftTypes[past.Shift]))
                .OrderBy(past => past.Day)]))];

    /// <summary>Beside what must stay, assignments that still find a head to fill.</summary>
    private static ImmutableArray<RosterAssignment> Pins(PlanningContext context, HeadCount wanted, Keep keep)
    {
        if (keep != Keep.Everything)
        {
            return context.Kept.Pinned;
        }

        HeadCount taken = Filled(context, context.Kept.Pinned);
        var pins = context.Kept.Pinned.ToBuilder();
        foreach (RosterAssignment work in context.Kept.Possible.Except(context.Kept.Pinned))
        {
            int shift = context.Tasks[work.Task].Shifts.IndexOf(work.Shift);
            if (taken[work.Task, work.Day, shift] < wanted[work.Task, work.Day, shift])
            {
                taken[work.Task, work.Day, shift]++;
                pins.Add(work);
            }
        }

        return pins.ToImmutable();
    }

    private static ImmutableArray<CoverRequirement> Cover(PlanningContext context, HeadCount wanted, ImmutableArray<RosterAssignment> pins)
    {
        HeadCount pinned = Filled(context, pins);
        var cover = ImmutableArray.CreateBuilder<CoverRequirement>();
        for (int task = 0; task < context.Tasks.Length; task++)
        {
            PlanningTask info = context.Tasks[task];
            for (int day = 0; day < context.Days; day++)
            {
                for (int shift = 0; shift < info.Shifts.Length; shift++)
                {
                    // A pinned head stays, even where it is needed no more.
                    int heads = Math.Max(wanted[task, day, shift], pinned[task, day, shift]);
                    if (heads > 0)
                    {
                        cover.Add(new CoverRequirement(
                            day, info.Shifts[shift], task, heads, info.PriorityClass - 1, UnderWeight: info.Weight));
                    }
                }
            }
        }

        return cover.ToImmutable();
    }

    private static ImmutableArray<LendingLimit> LendingLimits(PlanningContext context)
    {
        District district = context.District;
        return [.. district.Staff
            .GroupBy(person => person.Home)
            .Select(unit => new LendingLimit(
                context.Index.Places[unit.Key],
                (long)Math.Floor(district.Policy.LendingShare
                    * unit.Sum(person => (long)district.Contracts[context.Index.Contracts[person.Contract]].NormalMinutesPerWeek))))];
    }
}
