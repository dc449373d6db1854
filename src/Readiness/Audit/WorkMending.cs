using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Audit;

/// <summary>Takes assignments out of a published plan that break a rule of staff.</summary>
internal sealed class WorkMending(District district, PublishedDraft draft)
{
    private const int Week = 7;

    private readonly Dictionary<string, StaffMember> staff = district.Staff.ToDictionary(person => person.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, int> minutes = district.ShiftTypes.ToDictionary(shift => shift.Id, shift => shift.LengthMinutes, StringComparer.Ordinal);
    private readonly Dictionary<string, string> places = district.Duties.ToDictionary(duty => duty.Id, duty => duty.Place, StringComparer.Ordinal);

    /// <summary>Whether the rule is about an assignment by itself.</summary>
    public static bool IsOfOneDecision(string rule) => rule is AuditRules.UnknownAssignment or AuditRules.Absent or AuditRules.Skill or AuditRules.Organisation or AuditRules.DutyNotRunning
        or AuditRules.ShiftNotOfDuty or AuditRules.ShiftNotInContract or AuditRules.NotLendable or AuditRules.TravelLimit;

    /// <summary>Mends a violation.</summary>
    /// <returns>Whether something went.</returns>
    public bool Mend(AuditFinding finding)
    {
        int day = finding.Day ?? 0;
        switch (finding.Rule)
        {
            case AuditRules.UnknownAssignment:
                return Drop(finding, One(finding), long.MaxValue);
            case { } rule when IsOfOneDecision(rule):
                return Drop(finding, work => One(finding)(work) && IsOn(work, day, day), 1);
            case AuditRules.DoubleAssignment or AuditRules.MaximumShifts or AuditRules.MaximumProtectiveMinutesPerShift or AuditRules.MaximumWeekends:
                return Drop(finding, work => work.Staff == finding.Subject && IsOn(work, day, day), 1);
            case AuditRules.MinimumRest:
                return Drop(finding, work => work.Staff == finding.Subject && IsOn(work, day - 1, day), 1);
            case AuditRules.MaximumConsecutiveDays or AuditRules.ClosedLoop:
                return Drop(finding, work => work.Staff == finding.Subject && IsOn(work, 0, day), 1);
            case AuditRules.MaximumWeeklyMinutes or AuditRules.MaximumProtectiveMinutesPerWeek:
                return Drop(finding, work => work.Staff == finding.Subject && IsOn(work, day, day + Week - 1), 1);
            case AuditRules.LendingLimit:
                return Drop(finding, work => IsLent(work, finding.Subject) && IsOn(work, day, day + Week - 1), finding.Amount, work => minutes[work.Shift]);
            case AuditRules.Overstaffed or AuditRules.IncompleteTeam:
                return Drop(finding, work => finding.Subject == $"{work.Duty}/{work.Line}/{work.Shift}" && IsOn(work, day, day), finding.Amount);
            default:
                return false;
        }
    }

    private static Func<Assignment, bool> One(AuditFinding finding) => work => finding.Subject == $"{work.Staff}/{work.Duty}/{work.Line}/{work.Shift}";

    private bool IsOn(Assignment work, int from, int to) => district.Horizon.DayOf(work.Day) is var day && day >= from && day <= to;

    private bool IsLent(Assignment work, string unit) =>
        staff.GetValueOrDefault(work.Staff)?.Home == unit && places.GetValueOrDefault(work.Duty, work.Duty) != unit;

    /// <summary>Drops assignments until an amount is reached: those outside the window first, then the later.</summary>
    private bool Drop(AuditFinding finding, Func<Assignment, bool> concerned, long amount, Func<Assignment, long>? size = null)
    {
        Assignment[] found = [.. draft.Assignments.Where(concerned).Reverse().OrderBy(work => draft.InWindow(work.Day)).ThenByDescending(work => work.Day)];
        foreach (Assignment work in found)
        {
            if (amount <= 0)
            {
                break;
            }

            draft.Drop(work, finding);
            amount -= size?.Invoke(work) ?? 1;
        }

        return found.Length > 0;
    }
}
