using Readiness.Demand;
using Readiness.Districts;
using Readiness.Solving;
using Readiness.Supplies;

namespace Readiness.Planning;

/// <summary>Items of the relaxation: by item, what has been used up to a day is at most what has come in.</summary>
internal static class RelaxedItems
{
    public static void Add(
        PlanningContext context, RelaxationRows rows, RelaxedSites sites, RelaxedCover cover,
        Func<int, List<(int Column, double Value)>> level)
    {
        District district = context.District;
        var issues = new Dictionary<string, List<int>[]>();
        AddBurnRates(context, rows, sites, level, issues);
        AddGuestNeeds(context, rows, sites, level, issues);
        foreach (Item item in district.Items)
        {
            double inflow = district.StockLots.Where(lot => lot.Item == item.Id).Sum(lot => (double)lot.Quantity);
            ILookup<int, SupplyLot> arrivals = context.Deliveries.Where(lot => lot.Item == context.Index.Items[item.Id]).ToLookup(lot => lot.AvailableDay);

            // The cumulative use is carried in one column per day, so that rows stay short.
            int used = -1;
            for (int day = 0; day < context.Days; day++)
            {
                inflow += arrivals[day].Sum(lot => (double)lot.Quantity);
                int usedUpTo = rows.Column(0, inflow);
                for (int task = 0; task < context.Tasks.Length; task++)
                {
                    rows.Term(cover.Filled(task, day), context.KitQuantity(context.Tasks[task].Kit, item.Id));
                }

                foreach (int issue in issues.TryGetValue(item.Id, out List<int>[]? byDay) ? byDay[day] : [])
                {
                    rows.Term(issue, 1);
                }

                if (used >= 0)
                {
                    rows.Term(used, 1);
                }

                rows.Term(usedUpTo, -1);
                rows.EndRow(0, 0);
                used = usedUpTo;
            }
        }
    }

    private static void AddBurnRates(
        PlanningContext context, RelaxationRows rows, RelaxedSites sites, Func<int, List<(int Column, double Value)>> level,
        Dictionary<string, List<int>[]> issues)
    {
        foreach (BurnRate rate in context.District.BurnRates)
        {
            for (int day = 0; day < context.Days; day++)
            {
                long atLeast = context.Workload.UnitsNeeded(rate, day, context.NobodyAtHome);
                bool byHome = rate.Driver == WorkloadDriver.HomeMonitored;
                if (atLeast == 0 && !byHome)
                {
                    continue;
                }

                (int issue, int missing) = AddIssue(context, rows, rate.Item, day, level(rate.PriorityClass), issues);
                rows.Term(issue, 1);
                rows.Term(missing, 1);
                for (int zone = 0; byHome && zone < context.District.Zones.Length; zone++)
                {
                    if (rate.Zones.IsEmpty || rate.Zones.Contains(context.District.Zones[zone].Id))
                    {
                        rows.Term(sites.Home(zone, day), -rate.PerDriverUnit);
                    }
                }

                rows.EndRow(byHome ? rate.PerDay : atLeast, double.PositiveInfinity);
            }
        }
    }

    private static void AddGuestNeeds(
        PlanningContext context, RelaxationRows rows, RelaxedSites sites, Func<int, List<(int Column, double Value)>> level,
        Dictionary<string, List<int>[]> issues)
    {
        for (int s = 0; s < context.District.CandidateSites.Length; s++)
        {
            foreach (GuestNeed need in context.District.CandidateSites[s].GuestNeeds)
            {
                for (int day = 0; day < context.Days; day++)
                {
                    (int issue, int missing) = AddIssue(context, rows, need.Item, day, level(need.PriorityClass), issues);
                    rows.Term(issue, 1);
                    rows.Term(missing, 1);
                    rows.Term(sites.Guests(s, day), -need.PerGuestDay);
                    rows.EndRow(0, double.PositiveInfinity);
                }
            }
        }
    }

    private static (int Issue, int Missing) AddIssue(
        PlanningContext context, RelaxationRows rows, string item, int day, List<(int Column, double Value)> level,
        Dictionary<string, List<int>[]> issues)
    {
        if (!issues.TryGetValue(item, out List<int>[]? byDay))
        {
            issues.Add(item, byDay = [.. Enumerable.Range(0, context.Days).Select(_ => new List<int>())]);
        }

        int issue = rows.Column(0, double.PositiveInfinity);
        int missing = rows.Column(0, double.PositiveInfinity);
        byDay[day].Add(issue);
        level.Add((missing, 1));
        return (issue, missing);
    }
}
