using System.Collections.Immutable;
using Readiness.Demand;
using Readiness.Districts;
using Readiness.Quarantine;

namespace Readiness.Planning;

/// <summary>
/// Person-shifts per day and role that candidate sites can count on: people in reach who are not absent, within lending
/// and weekly limits, less what duties of class 1 and 2 need of the same role.
/// </summary>
internal sealed class ReachableStaff
{
    private readonly PlanningContext context;
    private readonly ImmutableArray<Role> roles;

    public ReachableStaff(PlanningContext context)
    {
        this.context = context;
        var needs = new CoverNeeds(context, new SiteDecisions(context), context.AtHome(new SiteDecisions(context)));
        roles = [.. Enumerable.Range(0, context.Tasks.Length)
            .Where(task => context.Tasks[task].SiteIndex >= 0)
            .GroupBy(task => (context.Tasks[task].Skill, context.Tasks[task].Organisation))
            .Select(group => new Role(group.Key.Skill, group.Key.Organisation, [.. group], Surplus(group.Key, [.. group], needs)))];
    }

    /// <summary>One per-day resource per role.</summary>
    /// <param name="confidence">Share of the surplus that sites may count on.</param>
    public IEnumerable<SiteResource> Resources(double confidence) =>
        roles.Select(role => new SiteResource(
            $"staff/{role.Skill}/{role.Organisation}",
            Cumulative: false,
            [.. role.Surplus.Select(surplus => surplus * confidence)],
            [.. context.District.CandidateSites.Select((_, s) => HeadShifts(role, s, 0))],
            [.. context.District.CandidateSites.Select((site, s) =>
                (HeadShifts(role, s, site.Rooms) - HeadShifts(role, s, 0)) / site.Rooms)]));

    private double HeadShifts(Role role, int site, long guests) =>
        role.Tasks
            .Where(task => context.Tasks[task].SiteIndex == site)
            .Sum(task => (double)context.Tasks[task].Shifts.Length * WorkloadModel.SiteHeads(
                context.District.CandidateSites[site].Lines[context.Tasks[task].LineIndex], guests));

    private double[] Surplus((string Skill, string? Organisation) role, ImmutableArray<int> tasks, CoverNeeds needs)
    {
        double shiftMinutes = tasks
            .SelectMany(task => context.Tasks[task].Shifts)
            .Average(shift => context.District.ShiftTypes[shift].LengthMinutes);
        var workable = new double[context.Days];
        var lendable = new double[context.Days];
        for (int p = 0; p < context.District.Staff.Length; p++)
        {
            StaffMember person = context.District.Staff[p];
            Contract contract = context.District.Contracts[context.Index.Contracts[person.Contract]];
            if (!CanDo(person, role) || !tasks.Any(task => context.AllowsAnyShift(contract, context.Tasks[task])))
            {
                continue;
            }

            double perDay = Math.Min(
                contract.MaxConsecutiveDays / (contract.MaxConsecutiveDays + 1.0),
                contract.MaxMinutesPerWeek / (7 * shiftMinutes));
            if (contract is { ClosedLoopDays: { } stay, IsolationDays: { } isolation })
            {
                perDay = Math.Min(perDay, stay / (double)(stay + isolation));
            }

            double lentPerDay = context.Reach[p].Any(tasks.Contains)
                ? Math.Min(perDay, context.District.Policy.LendingShare * contract.NormalMinutesPerWeek / (7 * shiftMinutes))
                : 0;
            for (int day = 0; day < context.Days; day++)
            {
                if (!context.IsAbsent(p, day))
                {
                    workable[day] += perDay;
                    lendable[day] += lentPerDay;
                }
            }
        }

        return [.. Enumerable.Range(0, context.Days).Select(day =>
            Math.Max(0, Math.Min(lendable[day], workable[day] - UrgentNeed(role, needs, day))))];
    }

    private bool CanDo(StaffMember person, (string Skill, string? Organisation) role) =>
        person.Skills.Contains(role.Skill)
        && (role.Organisation is null
            || context.District.Facilities[context.Index.Places[person.Home]].Organisation == role.Organisation);

    private double UrgentNeed((string Skill, string? Organisation) role, CoverNeeds needs, int day)
    {
        double heads = 0;
        for (int task = 0; task < context.Tasks.Length; task++)
        {
            PlanningTask info = context.Tasks[task];
            if (info.SiteIndex < 0 && info.PriorityClass <= 2 && info.Skill == role.Skill
                && (role.Organisation is null || info.Organisation is null || info.Organisation == role.Organisation))
            {
                heads += (double)needs[task, day] * info.Shifts.Length;
            }
        }

        return heads;
    }

    private sealed record Role(string Skill, string? Organisation, ImmutableArray<int> Tasks, double[] Surplus);
}
