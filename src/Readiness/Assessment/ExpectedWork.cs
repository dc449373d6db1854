using Readiness.Demand;
using Readiness.Districts;
using Readiness.Planning;

namespace Readiness.Assessment;

/// <summary>What the forecast asks for under given site decisions if every need is met: units of items, minutes of work, heads.</summary>
internal sealed class ExpectedWork
{
    public ExpectedWork(PlanningContext context, SiteDecisions sites)
    {
        Units = new DailyAmounts(context.Days);
        Minutes = new DailyAmounts(context.Days);
        Heads = new DailyAmounts(context.Days);
        HomeMonitoring home = context.AtHome(sites);
        AddTasks(context, new CoverNeeds(context, sites, home));
        AddBurnRates(context, home);
        AddGuests(context, sites);
    }

    /// <summary>Units consumed: kits of all heads, burn rates, guests. By item.</summary>
    public DailyAmounts Units { get; }

    /// <summary>Minutes of shifts that start on the day, by skill and for all skills.</summary>
    public DailyAmounts Minutes { get; }

    /// <summary>Heads over all shifts of the day, by skill.</summary>
    public DailyAmounts Heads { get; }

    private void AddTasks(PlanningContext context, CoverNeeds needs)
    {
        for (int t = 0; t < context.Tasks.Length; t++)
        {
            PlanningTask task = context.Tasks[t];
            int skill = context.Index.Skills[task.Skill];
            long minutes = task.Shifts.Sum(shift => (long)context.District.ShiftTypes[shift].LengthMinutes);
            (int Item, long Quantity)[] kit = task.Kit is null
                ? []
                : [.. context.District.Kits[context.Index.Kits[task.Kit]].Items.Select(entry => (context.Index.Items[entry.Item], entry.Quantity))];
            for (int day = 0; day < context.Days; day++)
            {
                long heads = needs[t, day];
                Heads.Add(task.Place, skill, day, heads * task.Shifts.Length);
                Minutes.Add(task.Place, skill, day, heads * minutes);
                Minutes.Add(task.Place, DailyAmounts.All, day, heads * minutes);
                foreach ((int item, long quantity) in kit)
                {
                    Units.Add(task.Place, item, day, heads * task.Shifts.Length * quantity);
                }
            }
        }
    }

    private void AddBurnRates(PlanningContext context, HomeMonitoring home)
    {
        foreach (BurnRate rate in context.District.BurnRates)
        {
            for (int day = 0; day < context.Days; day++)
            {
                Units.Add(context.Index.Places[rate.Place], context.Index.Items[rate.Item], day, context.Workload.UnitsNeeded(rate, day, home));
            }
        }
    }

    private void AddGuests(PlanningContext context, SiteDecisions sites)
    {
        for (int site = 0; site < context.District.CandidateSites.Length; site++)
        {
            for (int day = 0; day < context.Days; day++)
            {
                if (!sites.IsOpen(site, day))
                {
                    continue;
                }

                long guests = sites.Guests(site, day);
                foreach (GuestNeed need in context.District.CandidateSites[site].GuestNeeds)
                {
                    Units.Add(context.Index.PlaceOfSite(site), context.Index.Items[need.Item], day, WorkloadModel.GuestUnits(need, guests));
                }
            }
        }
    }
}
