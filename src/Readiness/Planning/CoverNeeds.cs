using Readiness.Demand;
using Readiness.Districts;

namespace Readiness.Planning;

/// <summary>Heads that every task asks for on every day, in each of its shifts, under given site decisions.</summary>
internal sealed class CoverNeeds
{
    private readonly int[,] heads;

    public CoverNeeds(PlanningContext context, SiteDecisions sites, HomeMonitoring home)
    {
        heads = new int[context.Tasks.Length, context.Days];
        for (int task = 0; task < context.Tasks.Length; task++)
        {
            PlanningTask info = context.Tasks[task];
            for (int day = 0; day < context.Days; day++)
            {
                heads[task, day] = info.DutyIndex >= 0
                    ? DutyHeads(context, info, day, home)
                    : SiteHeads(context, info, day, sites);
            }
        }
    }

    /// <summary>Heads that the task asks for in each of its shifts on the day.</summary>
    public int this[int task, int day] => heads[task, day];

    /// <summary>The same, shift by shift.</summary>
    public HeadCount ByShift(PlanningContext context)
    {
        var wanted = new HeadCount(context);
        for (int task = 0; task < context.Tasks.Length; task++)
        {
            for (int day = 0; day < context.Days; day++)
            {
                for (int shift = 0; shift < context.Tasks[task].Shifts.Length; shift++)
                {
                    wanted[task, day, shift] = heads[task, day];
                }
            }
        }

        return wanted;
    }

    private static int DutyHeads(PlanningContext context, PlanningTask info, int day, HomeMonitoring home)
    {
        Duty duty = context.District.Duties[info.DutyIndex];
        return context.Workload.Runs(duty, day)
            ? context.Workload.HeadsRequired(duty, duty.Lines[info.LineIndex], day, home)
            : 0;
    }

    private static int SiteHeads(PlanningContext context, PlanningTask info, int day, SiteDecisions sites) =>
        sites.IsOpen(info.SiteIndex, day)
            ? WorkloadModel.SiteHeads(
                context.District.CandidateSites[info.SiteIndex].Lines[info.LineIndex], sites.Guests(info.SiteIndex, day))
            : 0;
}
