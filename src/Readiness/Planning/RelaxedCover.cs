using Readiness.Demand;
using Readiness.Districts;

using Readiness.Solving;

namespace Readiness.Planning;

/// <summary>
/// Cover of the relaxation: per task and day the head-shifts that are filled and those that are missing, summed over the shifts of the day.
/// </summary>
internal sealed class RelaxedCover
{
    private readonly int[,] filled;

    public RelaxedCover(
        PlanningContext context, RelaxationRows rows, RelaxedSites sites, Func<int, List<(int Column, double Value)>> level)
    {
        filled = new int[context.Tasks.Length, context.Days];
        var atLeast = new CoverNeeds(context, new SiteDecisions(context), context.NobodyAtHome);
        for (int task = 0; task < context.Tasks.Length; task++)
        {
            PlanningTask info = context.Tasks[task];
            List<(int Column, double Value)> missingHeads = level(info.PriorityClass);
            for (int day = 0; day < context.Days; day++)
            {
                filled[task, day] = rows.Column(0, double.PositiveInfinity);
                int missing = rows.Column(0, double.PositiveInfinity);
                missingHeads.Add((missing, 1));
                int shifts = info.Shifts.Length;
                if (info.SiteIndex >= 0)
                {
                    AddSiteNeed(context, rows, sites, info, day, filled[task, day], missing, shifts);
                }
                else
                {
                    AddNeed(rows, filled[task, day], missing, shifts * (double)atLeast[task, day]);
                    AddHomeNeed(context, rows, sites, info, day, filled[task, day], missing, shifts);
                }
            }
        }

        AddTeamBalance(context, rows);
        AddLeastSiteCover(context, rows, sites);
    }

    /// <summary>Column of the filled head-shifts of a task on a day.</summary>
    public int Filled(int task, int day) => filled[task, day];

    /// <summary>filled + missing is at least the need that no plan avoids.</summary>
    private static void AddNeed(RelaxationRows rows, int filled, int missing, double need)
    {
        if (need > 0)
        {
            rows.Term(filled, 1);
            rows.Term(missing, 1);
            rows.EndRow(need, double.PositiveInfinity);
        }
    }

    /// <summary>Where people at home drive the need: filled + missing >= heads per person at home.</summary>
    private static void AddHomeNeed(
        PlanningContext context, RelaxationRows rows, RelaxedSites sites, PlanningTask info, int day, int filled, int missing, int shifts)
    {
        Duty duty = context.District.Duties[info.DutyIndex];
        Workload? workload = duty.Together ? duty.TeamWorkload : duty.Lines[info.LineIndex].Workload;
        if (workload is not { Driver: WorkloadDriver.HomeMonitored } || !context.Workload.Runs(duty, day))
        {
            return;
        }

        rows.Term(filled, 1);
        rows.Term(missing, 1);
        double headsPerPerson = shifts * (duty.Together ? info.HeadsPerTeam : 1) / workload.UnitsPerHead;
        for (int zone = 0; zone < context.District.Zones.Length; zone++)
        {
            if (duty.Zones.IsEmpty || duty.Zones.Contains(context.District.Zones[zone].Id))
            {
                rows.Term(sites.Home(zone, day), -headsPerPerson);
            }
        }

        rows.EndRow(0, double.PositiveInfinity);
    }

    private static void AddSiteNeed(
        PlanningContext context, RelaxationRows rows, RelaxedSites sites, PlanningTask info, int day, int filled, int missing, int shifts)
    {
        SiteLine line = context.District.CandidateSites[info.SiteIndex].Lines[info.LineIndex];
        rows.Term(filled, 1);
        rows.Term(missing, 1);
        rows.Term(sites.Open(info.SiteIndex, day), -shifts * (double)line.FixedHeads);
        rows.EndRow(0, double.PositiveInfinity);
        if (line.GuestsPerHead is { } guestsPerHead)
        {
            rows.Term(filled, 1);
            rows.Term(missing, 1);
            rows.Term(sites.Guests(info.SiteIndex, day), -shifts / guestsPerHead);
            rows.EndRow(0, double.PositiveInfinity);
        }
    }

    /// <summary>The lines of a joint team are filled in proportion.</summary>
    private void AddTeamBalance(PlanningContext context, RelaxationRows rows)
    {
        foreach (var team in context.Teams)
        {
            for (int i = 1; i < team.Length; i++)
            {
                for (int day = 0; day < context.Days; day++)
                {
                    rows.Term(filled[team[0], day], context.Tasks[team[i]].HeadsPerTeam);
                    rows.Term(filled[team[i], day], -context.Tasks[team[0]].HeadsPerTeam);
                    rows.EndRow(0, 0);
                }
            }
        }
    }

    /// <summary>A site that the plan chose to open has at least the least share of its fixed heads.</summary>
    private void AddLeastSiteCover(PlanningContext context, RelaxationRows rows, RelaxedSites sites)
    {
        double least = context.District.Policy.Quarantine.MinimumSiteCover;
        for (int s = 0; s < context.District.CandidateSites.Length; s++)
        {
            CandidateSite site = context.District.CandidateSites[s];
            if (site.Status != SiteStatus.Available)
            {
                continue;
            }

            double byGuest = site.Lines.Sum(line => line.GuestsPerHead is { } guests ? site.Shifts.Length / guests : 0);
            double fixedHeads = (double)site.Shifts.Length * site.Lines.Sum(line => line.FixedHeads);
            for (int day = 0; day < context.Days; day++)
            {
                if (context.Bound[s]?.Contains(day) == true)
                {
                    continue;
                }

                AddLeast(context, rows, s, day, sites.Open(s, day), least * fixedHeads);
                AddLeast(context, rows, s, day, sites.Guests(s, day), least * byGuest);
            }
        }
    }

    private void AddLeast(PlanningContext context, RelaxationRows rows, int site, int day, int driver, double headsPerUnit)
    {
        for (int task = 0; task < context.Tasks.Length; task++)
        {
            if (context.Tasks[task].SiteIndex == site)
            {
                rows.Term(filled[task, day], 1);
            }
        }

        rows.Term(driver, -headsPerUnit);
        rows.EndRow(0, double.PositiveInfinity);
    }
}
