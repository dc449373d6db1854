using System.Collections.Immutable;
using Readiness.Districts;
using Readiness.Plans;
using Readiness.Staffing;

namespace Readiness.Planning;

/// <summary>Turns a district and the heads that are wanted into a roster problem, and a roster back into heads.</summary>
internal static class RosterTranslation
{
    /// <summary>The problem of filling the heads.</summary>
    public static RosterProblem Build(PlanningContext context, HeadCount wanted)
    {
        District district = context.District;
        return new RosterProblem
        {
            Days = context.Days,
            FirstWeekday = ((int)district.Horizon.Start.DayOfWeek + 6) % 7,
            Levels = [.. Enumerable.Range(1, 4).Select(ObjectiveLevels.Cover), ObjectiveLevels.Overtime],
            OvertimeLevel = 4,
            Shifts = [.. district.ShiftTypes.Select(shift => new RosterShift(
                shift.Id, (int)(shift.Start.ToTimeSpan().TotalMinutes), shift.LengthMinutes))],
            Tasks = [.. context.Tasks.Select(task => new RosterTask(
                $"{task.Duty}/{task.Line}", task.Place, task.ProtectiveMinutesPerHour))],
            Rules = [.. district.Contracts.Select(contract => Rules(district, contract))],
            People = People(context),
            Cover = Cover(context, wanted),
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

    private static ImmutableArray<CoverRequirement> Cover(PlanningContext context, HeadCount wanted)
    {
        var cover = ImmutableArray.CreateBuilder<CoverRequirement>();
        for (int task = 0; task < context.Tasks.Length; task++)
        {
            PlanningTask info = context.Tasks[task];
            for (int day = 0; day < context.Days; day++)
            {
                for (int shift = 0; shift < info.Shifts.Length; shift++)
                {
                    int heads = wanted[task, day, shift];
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
