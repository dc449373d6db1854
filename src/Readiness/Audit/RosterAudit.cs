using System.Collections.Immutable;
using System.Globalization;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Audit;

/// <summary>Checks every assignment by itself, counts the heads of each slot, and groups the assignments by person.</summary>
internal sealed class RosterAudit
{
    private const double Tolerance = 1e-9;

    private readonly AuditContext context;
    private readonly WorkTable table;
    private readonly int[][] skills;
    private readonly bool[][] contractShifts;

    public RosterAudit(AuditContext context, WorkTable table)
    {
        this.context = context;
        this.table = table;
        District district = context.District;
        Heads = new long[table.Slots];
        Turns = new List<WorkedTurn>[district.Staff.Length];
        Absent = new bool[district.Staff.Length * context.Days];
        skills = [.. district.Staff.Select(person => person.Skills.Select(skill => context.Index.Skills[skill]).ToArray())];
        contractShifts = [.. district.Contracts.Select(AllowedShifts)];
        foreach (Absence absence in district.Absences)
        {
            int person = context.Index.Staff[absence.Staff];
            int to = Math.Min(context.Days - 1, district.Horizon.DayOf(absence.To));
            for (int day = Math.Max(0, district.Horizon.DayOf(absence.From)); day <= to; day++)
            {
                Absent[person * context.Days + day] = true;
            }
        }
    }

    /// <summary>Heads assigned, by slot of the work table.</summary>
    public long[] Heads { get; }

    /// <summary>What each person works, by position; null if nothing.</summary>
    public List<WorkedTurn>?[] Turns { get; }

    /// <summary>Whether a person (major) is absent on a day (minor).</summary>
    public bool[] Absent { get; }

    public void Run()
    {
        foreach (Assignment assignment in context.Assignments)
        {
            Check(assignment);
        }
    }

    private void Check(Assignment assignment)
    {
        int person = AuditContext.Find(context.Index.Staff, assignment.Staff);
        int position = AuditContext.Find(context.Index.Works, assignment.Duty);
        int shiftType = AuditContext.Find(context.Index.ShiftTypes, assignment.Shift);
        AuditedWork? work = position < 0 ? null : table.Works[position];
        int line = work is null ? -1 : Array.FindIndex(work.Lines, candidate => candidate.Id == assignment.Line);
        if (person < 0 || work is null || line < 0 || shiftType < 0)
        {
            context.Report(AuditRules.UnknownAssignment, Subject(assignment), null, $"There is no such {(person < 0 ? "person" : work is null ? "duty" : line < 0 ? "line" : "shift type")}.");
            return;
        }

        int day = context.District.Horizon.DayOf(assignment.Day);
        if ((uint)day >= (uint)context.Days)
        {
            _ = context.TryDay(assignment.Day, Subject(assignment), out _);
            return;
        }

        CheckPerson(assignment, person, work.Lines[line], shiftType, day);
        CheckReach(assignment, person, work.Place, day);
        (Turns[person] ??= []).Add(new WorkedTurn(
            day, shiftType, work.Place, context.District.ShiftTypes[shiftType].LengthMinutes * work.Lines[line].ProtectiveMinutesPerHour / 60));

        int shift = Array.IndexOf(work.Shifts, shiftType);
        if (shift < 0)
        {
            context.Report(AuditRules.ShiftNotOfDuty, Subject(assignment), day, "The duty does not run in that shift.");
        }

        if (!work.Runs[day])
        {
            context.Report(AuditRules.DutyNotRunning, Subject(assignment), day, "The duty does not run on the day.");
        }
        else if (shift >= 0)
        {
            Heads[work.Slot(line, shift, day)]++;
        }
    }

    private void CheckPerson(Assignment assignment, int person, AuditedLine line, int shiftType, int day)
    {
        if (Absent[person * context.Days + day])
        {
            context.Report(AuditRules.Absent, Subject(assignment), day, "The person is absent.");
        }

        if (Array.IndexOf(skills[person], line.Skill) < 0)
        {
            context.Report(AuditRules.Skill, Subject(assignment), day, $"The person lacks {context.District.Skills[line.Skill].Id}.");
        }

        if (line.Organisation >= 0 && context.Index.StaffOrganisation(person) != line.Organisation)
        {
            context.Report(AuditRules.Organisation, Subject(assignment), day, $"The person does not belong to {context.District.Organisations[line.Organisation].Id}.");
        }

        int contract = context.Index.Contracts[context.District.Staff[person].Contract];
        if (!contractShifts[contract][shiftType])
        {
            context.Report(AuditRules.ShiftNotInContract, Subject(assignment), day, $"The contract {context.District.Contracts[contract].Id} does not allow the shift.");
        }
    }

    private void CheckReach(Assignment assignment, int person, int place, int day)
    {
        int home = context.Index.StaffHome(person);
        if (place == home)
        {
            return;
        }

        if (!context.District.Staff[person].Lendable)
        {
            context.Report(AuditRules.NotLendable, Subject(assignment), day, "The person may not be lent.");
        }

        double distance = context.Index.DistanceKm(home, place);
        double limit = context.District.Policy.TravelLimitKm;
        if (distance > limit + Tolerance)
        {
            context.Report(AuditRules.TravelLimit, Subject(assignment), day, string.Create(CultureInfo.InvariantCulture, $"{distance:F1} km from home; the limit is {limit:F1} km."));
        }
    }

    private bool[] AllowedShifts(Contract contract)
    {
        var allowed = new bool[context.District.ShiftTypes.Length];
        Array.Fill(allowed, contract.ShiftTypes.IsDefaultOrEmpty);
        foreach (string shift in contract.ShiftTypes.IsDefault ? [] : contract.ShiftTypes)
        {
            allowed[context.Index.ShiftTypes[shift]] = true;
        }

        return allowed;
    }

    private static string Subject(Assignment assignment) =>
        $"{assignment.Staff}/{assignment.Duty}/{assignment.Line}/{assignment.Shift}";
}
