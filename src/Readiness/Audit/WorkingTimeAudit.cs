using Readiness.Districts;

namespace Readiness.Audit;

/// <summary>Checks the working time of every person and the lending of every unit, and sums up the hours.</summary>
internal sealed class WorkingTimeAudit
{
    private const int Week = 7;
    private const int MinutesPerDay = 1440;

    private readonly AuditContext context;
    private readonly RosterAudit roster;
    private readonly int[] starts;
    private readonly int[] lengths;
    private readonly int[] minutes;
    private readonly long[][] awayMinutes;
    private readonly long[] normalMinutes;
    private readonly OutbreakDutyAudit outbreak;

    public WorkingTimeAudit(AuditContext context, RosterAudit roster)
    {
        this.context = context;
        this.roster = roster;
        starts = [.. context.District.ShiftTypes.Select(shift => shift.Start.Hour * 60 + shift.Start.Minute)];
        lengths = [.. context.District.ShiftTypes.Select(shift => shift.LengthMinutes)];
        minutes = new int[context.Days];
        int blocks = (context.Days + Week - 1) / Week;
        awayMinutes = [.. context.District.Facilities.Select(_ => new long[blocks])];
        normalMinutes = new long[context.District.Facilities.Length];
        outbreak = new OutbreakDutyAudit(context);
    }

    /// <summary>Minutes beyond the normal week, over people and blocks of seven days.</summary>
    public long OvertimeMinutes { get; private set; }

    /// <summary>Minutes worked.</summary>
    public long WorkedMinutes { get; private set; }

    /// <summary>Minutes worked away from home.</summary>
    public long LentMinutes { get; private set; }

    /// <summary>A seventh of the normal week for every day on which a person is not absent.</summary>
    public double AvailableMinutes { get; private set; }

    public void Run()
    {
        for (int person = 0; person < context.District.Staff.Length; person++)
        {
            StaffMember member = context.District.Staff[person];
            Contract contract = context.District.Contracts[context.Index.Contracts[member.Contract]];
            normalMinutes[context.Index.StaffHome(person)] += contract.NormalMinutesPerWeek;
            int present = context.Days - roster.Absent.AsSpan(person * context.Days, context.Days).Count(true);
            AvailableMinutes += present * (double)contract.NormalMinutesPerWeek / Week;
            if (roster.Turns[person] is { } turns)
            {
                turns.Sort((left, right) => StartOf(left).CompareTo(StartOf(right)));
                WorkedTurn[] past = Past(member);
                CheckTurns(member.Id, contract, past, turns, context.Index.StaffHome(person));
                CheckConsecutiveDays(member.Id, contract, past);
                CheckWeeks(member.Id, contract, past);
                outbreak.Check(member.Id, contract, past, turns);
            }
        }

        CheckLending();
    }

    private WorkedTurn[] Past(StaffMember member) =>
    [
        .. member.History
            .Select(shift => new WorkedTurn(context.District.Horizon.DayOf(shift.Date), context.Index.ShiftTypes[shift.Shift], -1, 0))
            .OrderBy(turn => turn.Day),
    ];

    private int StartOf(WorkedTurn turn) => turn.Day * MinutesPerDay + starts[turn.ShiftType];

    private void CheckTurns(string id, Contract contract, WorkedTurn[] past, List<WorkedTurn> turns, int home)
    {
        Array.Clear(minutes);
        int lastDay = -1;
        int doubled = -1;
        int lastEnd = past.Select(turn => StartOf(turn) + lengths[turn.ShiftType]).DefaultIfEmpty(int.MinValue / 2).Max();
        foreach (WorkedTurn turn in turns)
        {
            if (turn.Day == lastDay && turn.Day != doubled)
            {
                doubled = turn.Day;
                context.Report(AuditRules.DoubleAssignment, id, turn.Day, "More than one assignment on the day.");
            }

            int start = StartOf(turn);
            if (start - lastEnd < contract.MinRestMinutes)
            {
                context.Report(AuditRules.MinimumRest, id, turn.Day, $"{start - lastEnd} minutes of rest before the shift; {contract.MinRestMinutes} are due.");
            }

            lastDay = turn.Day;
            lastEnd = Math.Max(lastEnd, start + lengths[turn.ShiftType]);
            minutes[turn.Day] += lengths[turn.ShiftType];
            WorkedMinutes += lengths[turn.ShiftType];
            if (turn.Place != home)
            {
                LentMinutes += lengths[turn.ShiftType];
                awayMinutes[home][turn.Day / Week] += lengths[turn.ShiftType];
            }
        }
    }

    private void CheckConsecutiveDays(string id, Contract contract, WorkedTurn[] past)
    {
        int run = 0;
        while (run < past.Length && past[^(run + 1)].Day == -1 - run)
        {
            run++;
        }

        for (int day = 0; day < minutes.Length; day++)
        {
            run = minutes[day] > 0 ? run + 1 : 0;
            if (run == contract.MaxConsecutiveDays + 1 || (day == 0 && run > contract.MaxConsecutiveDays))
            {
                context.Report(AuditRules.MaximumConsecutiveDays, id, day, $"Day {run} in a row; {contract.MaxConsecutiveDays} are allowed.");
            }
        }
    }

    private void CheckWeeks(string id, Contract contract, WorkedTurn[] past)
    {
        int window = 0;
        int block = 0;
        int nextReport = 0;
        for (int day = 0; day < minutes.Length; day++)
        {
            window += minutes[day] - (day >= Week ? minutes[day - Week] : 0);
            int first = Math.Max(0, day - Week + 1);
            long before = day < Week - 1 ? past.Where(turn => turn.Day > day - Week).Sum(turn => (long)lengths[turn.ShiftType]) : 0;
            if (window > 0 && before + window > contract.MaxMinutesPerWeek && first >= nextReport)
            {
                nextReport = first + Week;
                context.Report(
                    AuditRules.MaximumWeeklyMinutes, id, first,
                    $"{before + window} minutes in the seven days up to day {day}; {contract.MaxMinutesPerWeek} are allowed.");
            }

            block += minutes[day];
            if (day % Week == Week - 1 || day == minutes.Length - 1)
            {
                OvertimeMinutes += Math.Max(0, block - contract.NormalMinutesPerWeek);
                block = 0;
            }
        }
    }

    private void CheckLending()
    {
        for (int unit = 0; unit < awayMinutes.Length; unit++)
        {
            double limit = context.District.Policy.LendingShare * normalMinutes[unit];
            for (int block = 0; block < awayMinutes[unit].Length; block++)
            {
                if (awayMinutes[unit][block] > limit + 1e-6)
                {
                    context.Report(
                        AuditRules.LendingLimit,
                        context.District.Facilities[unit].Id,
                        block * Week,
                        $"{awayMinutes[unit][block]} minutes away in seven days; {(long)limit} are allowed.",
                        (long)Math.Ceiling(awayMinutes[unit][block] - limit));
                }
            }
        }
    }
}
