using Readiness.Audit;
using Readiness.Districts;
using Readiness.Plans;
using static Readiness.Tests.Audit.TinyPlan;

namespace Readiness.Tests.Audit;

internal static class RosterMutations
{
    public static readonly PlanMutation[] All =
    [
        new(AuditRules.OutsideHorizon, "n1/ward/care/day", -1, plan => plan.Plus(Turn("n1", "ward", "care", -1))),
        new(AuditRules.UnknownAssignment, "ghost/ward/care/day", null, plan => plan.Plus(Turn("ghost", "ward", "care", 2))),
        new(AuditRules.UnknownAssignment, "n1/opera/care/day", null, plan => plan.Plus(Turn("n1", "opera", "care", 2))),
        new(AuditRules.UnknownAssignment, "n1/ward/cure/day", null, plan => plan.Plus(Turn("n1", "ward", "cure", 2))),
        new(AuditRules.UnknownAssignment, "n1/ward/care/dusk", null, plan => plan.Plus(Turn("n1", "ward", "care", 2, "dusk"))),
        new(AuditRules.DoubleAssignment, "n1", 0, plan => plan.Plus(Turn("n1", "team", "health", 0))),
        new(AuditRules.Absent, "p1/team/police/day", 0, plan => Absent(plan, 0, 0)),
        new(AuditRules.Skill, "p1/ward/care/day", 2, plan => plan.Plus(Turn("p1", "ward", "care", 2))),
        new(AuditRules.Organisation, "n1/team/police/day", 0, plan => plan.Plus(Turn("n1", "team", "police", 0))),
        new(AuditRules.DutyNotRunning, "n1/ward/care/day", 3, plan => plan.Plus(Turn("n1", "ward", "care", 3))),
        new(AuditRules.DutyNotRunning, "n1/hotel/watch/day", 3, plan => plan.Plus(Turn("n1", "hotel", "watch", 3))),
        new(AuditRules.ShiftNotOfDuty, "n1/ward/care/night", 2, plan => plan.Plus(Turn("n1", "ward", "care", 2, "night"))),
        new(AuditRules.ShiftNotInContract, "n1/ward/care/day", 0, plan => plan.WithContract(contract => contract with { ShiftTypes = ["night"] })),

        // From the end of the day shift (16:00) to the next (08:00) are 960 minutes; a night ends at 08:00 when the day begins.
        new(AuditRules.MinimumRest, "n1", 1, plan => plan.WithContract(contract => contract with { MinRestMinutes = 961 })),
        new(AuditRules.MinimumRest, "n1", 3, plan => plan.Plus(Turn("n1", "ward", "care", 2, "night")).Plus(Turn("n1", "ward", "care", 3))),
        new(AuditRules.MaximumWeeklyMinutes, "n2", 0, plan => plan.WithContract(contract => contract with { MaxMinutesPerWeek = 1439 })),
        new(AuditRules.MaximumWeeklyMinutes, "n2", 1, plan => plan.Plus(Turn("n2", "ward", "care", 7, "night"))),
        new(AuditRules.MaximumConsecutiveDays, "n2", 2, plan => plan.WithContract(contract => contract with { MaxConsecutiveDays = 2 })),

        // Day 0 is a Friday.
        new(AuditRules.MaximumWeekends, "n2", 1, plan => plan.WithContract(contract => contract with { MaxWeekends = 0 })),
        new(AuditRules.MaximumWeekends, "n1", 9, plan => plan.Plus(Turn("n1", "ward", "care", 9)).WithContract(contract => contract with { MaxWeekends = 1 })),

        // n2 works on days 0, 1 and 2, the last two at the hotel in clothing for 40 minutes of the hour: 320 minutes of each shift.
        new(AuditRules.MaximumShifts, "n2", 2, plan => plan.WithContract(contract => contract with { MaxShifts = [new ShiftLimit("day", 2)] })),
        new(AuditRules.MaximumShifts, "n1", 0, plan => plan.WithContract(contract => contract with { MaxShifts = [new ShiftLimit("night", 1), new ShiftLimit("day", 0)] })),
        new(AuditRules.ClosedLoop, "n2", 2, plan => plan.WithContract(contract => contract with { ClosedLoopDays = 2, IsolationDays = 1 })),
        new(AuditRules.ClosedLoop, "n1", 4, plan => plan.Plus(Turn("n1", "ward", "care", 4)).WithContract(contract => contract with { ClosedLoopDays = 3, IsolationDays = 3 })),
        new(AuditRules.MaximumProtectiveMinutesPerShift, "n2", 1, plan => Protected(plan).WithContract(contract => contract with { MaxProtectiveMinutesPerShift = 319 })),
        new(AuditRules.MaximumProtectiveMinutesPerWeek, "n2", 0, plan => Protected(plan).WithContract(contract => contract with { MaxProtectiveMinutesPerWeek = 639 })),
        new(AuditRules.MaximumProtectiveMinutesPerWeek, "n1", 7, plan => Protected(plan)
            .Plus(Turn("n1", "hotel", "watch", 7)).WithContract(contract => contract with { MaxProtectiveMinutesPerWeek = 0 })),

        // What was worked before the horizon counts: a night that ends when the day begins, a fourth shift in a row, two days before a stay.
        new(AuditRules.MinimumRest, "n1", 0, plan => Worked(plan, "n1", "night", 1)),
        new(AuditRules.MaximumWeeklyMinutes, "n2", 0, plan => Worked(plan, "n2", "day", 4)),
        new(AuditRules.MaximumConsecutiveDays, "n2", 2, plan => Worked(plan, "n2", "day", 1)),
        new(AuditRules.MaximumConsecutiveDays, "n2", 0, plan => Worked(plan, "n2", "day", 4, 3, 2, 1)),
        new(AuditRules.ClosedLoop, "n1", 1, plan => Worked(plan, "n1", "day", 2).WithContract(contract => contract with { ClosedLoopDays = 3, IsolationDays = 2 })),
        new(AuditRules.ClosedLoop, "n1", 0, plan => Worked(plan, "n1", "day", 9, 5, 1).WithContract(contract => contract with { ClosedLoopDays = 7, IsolationDays = 4 })),
        new(AuditRules.NotLendable, "n2/hotel/watch/day", 1, plan => Lendable(plan, "n2", false)),
        new(AuditRules.TravelLimit, "n2/team/health/day", 0, plan => plan.WithPolicy(policy => policy with { TravelLimitKm = 11 })),
        new(AuditRules.LendingLimit, "hospital", 0, plan => plan.WithPolicy(policy => policy with { LendingShare = 0.74 })),
        new(AuditRules.Overstaffed, "ward/care/day", 0, plan => plan.Plus(Turn("n2", "ward", "care", 0))),
        new(AuditRules.Overstaffed, "team/police/day", 0, plan => plan.Plus(Turn("n1", "team", "police", 0))),
        new(AuditRules.IncompleteTeam, "team/health/day", 0, plan => plan.Deciding(decisions =>
            decisions with { Assignments = [.. decisions.Assignments.Where(assignment => assignment.Staff != "p1")] })),
    ];

    private static DraftPlan Worked(DraftPlan plan, string person, string shift, params int[] daysBefore) => plan.WithPerson(
        person, member => member with { History = [.. daysBefore.Select(days => new WorkedShift(Date(-days), shift))] });

    private static DraftPlan Protected(DraftPlan plan) =>
        plan.WithSite(site => site with { Lines = [.. site.Lines.Select(line => line with { ProtectiveMinutesPerHour = 40 })] });

    private static DraftPlan Absent(DraftPlan plan, int from, int to) => plan.With(district =>
        district with { Absences = district.Absences.Add(new Absence("p1", Date(from), Date(to), AbsenceKind.Sick)) });

    private static DraftPlan Lendable(DraftPlan plan, string id, bool lendable) => plan.With(district =>
        district with { Staff = [.. district.Staff.Select(person => person.Id == id ? person with { Lendable = lendable } : person)] });
}
