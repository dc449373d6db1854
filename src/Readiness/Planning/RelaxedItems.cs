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
        var issues = new Dictionary<string, List<(int Column, double PerUnit)>[]>();
        AddBurnRates(context, rows, sites, level, issues);
        AddGuestNeeds(context, rows, sites, level, issues);
        var purchases = new RelaxedPurchases(context, rows);
        foreach (Item item in district.Items)
        {
            double inflow = district.StockLots.Where(lot => lot.Item == item.Id).Sum(lot => (double)lot.Quantity);
            ILookup<int, SupplyLot> arrivals = context.Deliveries.Where(lot => lot.Item == context.Index.Items[item.Id]).ToLookup(lot => lot.AvailableDay);

            // The cumulative use is carried in one column per day, so that rows stay short.
            int used = -1;
            for (int day = 0; day < context.Days; day++)
            {
                inflow += arrivals[day].Sum(lot => (double)lot.Quantity);
                int usedUpTo = rows.Column(0, purchases.Has(item.Id) ? double.PositiveInfinity : inflow);
                for (int task = 0; task < context.Tasks.Length; task++)
                {
                    rows.Term(cover.Filled(task, day), context.KitQuantity(context.Tasks[task].Kit, item.Id));
                }

                foreach ((int issue, double perUnit) in issues.TryGetValue(item.Id, out List<(int Column, double PerUnit)>[]? byDay) ? byDay[day] : [])
                {
                    rows.Term(issue, perUnit);
                }

                if (used >= 0)
                {
                    rows.Term(used, 1);
                }

                rows.Term(usedUpTo, -1);
                rows.EndRow(0, 0);
                purchases.Bound(usedUpTo, item.Id, day, inflow);
                used = usedUpTo;
            }
        }
    }

    private static void AddBurnRates(
        PlanningContext context, RelaxationRows rows, RelaxedSites sites, Func<int, List<(int Column, double Value)>> level,
        Dictionary<string, List<(int Column, double PerUnit)>[]> issues)
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

                ServeOrMiss(context, rows, (rate.Item, rate.PriorityClass, day), level(rate.PriorityClass), issues);
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
        Dictionary<string, List<(int Column, double PerUnit)>[]> issues)
    {
        for (int s = 0; s < context.District.CandidateSites.Length; s++)
        {
            foreach (GuestNeed need in context.District.CandidateSites[s].GuestNeeds)
            {
                for (int day = 0; day < context.Days; day++)
                {
                    ServeOrMiss(context, rows, (need.Item, need.PriorityClass, day), level(need.PriorityClass), issues);
                    rows.Term(sites.Guests(s, day), -need.PerGuestDay);
                    rows.EndRow(0, double.PositiveInfinity);
                }
            }
        }
    }

    /// <summary>Begins the row of a need with all that serves it: issues, recipes (in batches of any size and without their share), or nothing.</summary>
    private static void ServeOrMiss(
        PlanningContext context, RelaxationRows rows, (string Item, int Class, int Day) need, List<(int Column, double Value)> level,
        Dictionary<string, List<(int Column, double PerUnit)>[]> issues)
    {
        int missing = rows.Column(0, double.PositiveInfinity);
        level.Add((missing, 1));
        rows.Term(missing, 1);
        int issue = rows.Column(0, double.PositiveInfinity);
        rows.Term(issue, 1);
        Use(context, issues, need.Item, need.Day, issue, 1);
        foreach (Recipe recipe in context.District.Recipes.Where(recipe => recipe.Item == need.Item && recipe.MostShare > 0 && recipe.Classes.Contains(need.Class)))
        {
            int units = rows.Column(0, double.PositiveInfinity);
            rows.Term(units, 1);
            foreach (RecipeItem use in recipe.Uses)
            {
                Use(context, issues, use.Item, need.Day, units, (double)use.Quantity / recipe.Serves);
            }
        }
    }

    private static void Use(
        PlanningContext context, Dictionary<string, List<(int Column, double PerUnit)>[]> issues, string item, int day, int column, double perUnit)
    {
        if (!issues.TryGetValue(item, out List<(int Column, double PerUnit)>[]? byDay))
        {
            issues.Add(item, byDay = [.. Enumerable.Range(0, context.Days).Select(_ => new List<(int, double)>())]);
        }

        byDay[day].Add((column, perUnit));
    }
}
