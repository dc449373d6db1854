using System.Collections.Immutable;
using Readiness.Demand;
using Readiness.Districts;
using Readiness.Quarantine;

namespace Readiness.Planning;

/// <summary>
/// Turns a district into a location problem that knows which staff the sites can reach and which items can be there, and its plan back.
/// </summary>
internal sealed class SiteTranslation
{
    private readonly PlanningContext context;
    private readonly ReachableStaff staff;

    public SiteTranslation(PlanningContext context)
    {
        this.context = context;
        staff = new ReachableStaff(context);
    }

    /// <summary>The problem of housing the contacts, with staff and stock that class 1 and 2 duties leave over.</summary>
    /// <param name="confidence">Share of that surplus that sites may count on, more than 0: pooled figures promise more than places and days keep.</param>
    public LocationProblem Build(double confidence)
    {
        District district = context.District;
        int days = context.Days;
        SiteDecisions forced = SiteDecisions.Forced(context);
        long[,] housed = forced.Housed();
        return new LocationProblem
        {
            Days = days,
            LengthOfStay = district.Policy.Quarantine.LengthDays,
            WholeUnits = true,
            Sites = [.. district.CandidateSites.Select(site => new LocationSite(
                site.Id,
                site.Rooms,
                site.OpeningCost,
                CostPerOpenDay(site),
                site.SetUpDays,
                site.Status switch
                {
                    SiteStatus.MustOpen => OpeningRule.MustOpen,
                    SiteStatus.Closed => OpeningRule.Forbidden,
                    _ => OpeningRule.Free,
                }))],
            Customers = [.. context.Trajectory.Zones.Select(zone => new LocationCustomer(
                zone.Zone, [.. zone.NewContacts.Select((count, day) => (double)(count - housed[context.Index.Zones[zone.Zone], day]))]))],
            AssignmentCosts = Distances(),
            Resources = [.. staff.Resources(confidence).Concat(ItemResources(confidence)).Select(resource => Left(resource, forced)).Concat(Rooms(forced))],
        };
    }

    /// <summary>The plan's sites and admissions, beside what must stay of a published plan.</summary>
    public SiteDecisions Decisions(SitePlan plan)
    {
        SiteDecisions decisions = SiteDecisions.Forced(context);
        foreach (SiteUse use in plan.Sites)
        {
            (int from, int to) = decisions.Open(use.Site) is { } open ? (Math.Min(open.From, use.FirstDay), Math.Max(open.To, use.LastDay)) : (use.FirstDay, use.LastDay);
            if (decisions.MayBeOpen(use.Site, from, to))
            {
                decisions.OpenSite(use.Site, from, to);
            }
        }

        int stay = context.District.Policy.Quarantine.LengthDays;
        foreach (Placement placement in plan.Placements)
        {
            if (decisions.IsOpen(placement.Site, placement.Day) && decisions.IsOpen(placement.Site, Math.Min(context.Days - 1, placement.Day + stay - 1)))
            {
                decisions.Admit(placement.Customer, placement.Day, placement.Site, (long)Math.Round(placement.Quantity));
            }
        }

        return decisions;
    }

    /// <summary>What of a resource is left beside those who are in sites in any case.</summary>
    private SiteResource Left(SiteResource resource, SiteDecisions forced)
    {
        var left = new double[context.Days];
        double used = 0;
        for (int day = 0; day < left.Length; day++)
        {
            used = resource.Cumulative ? used : 0;
            for (int site = 0; site < resource.UsePerUnit.Length; site++)
            {
                used += resource.UsePerUnit[site] * forced.Guests(site, day);
            }

            left[day] = Math.Max(0, resource.Available[day] - used);
        }

        return resource with { Available = [.. left] };
    }

    /// <summary>Rooms beside those who are in a site in any case.</summary>
    private IEnumerable<SiteResource> Rooms(SiteDecisions forced)
    {
        int sites = context.District.CandidateSites.Length;
        return Enumerable.Range(0, sites)
            .Where(site => Enumerable.Range(0, context.Days).Any(day => forced.Guests(site, day) > 0))
            .Select(site => new SiteResource(
                $"rooms/{context.District.CandidateSites[site].Id}",
                Cumulative: false,
                [.. Enumerable.Range(0, context.Days).Select(day => Math.Max(0.0, context.District.CandidateSites[site].Rooms - forced.Guests(site, day)))],
                [.. new double[sites]],
                [.. Enumerable.Range(0, sites).Select(other => other == site ? 1.0 : 0)]));
    }

    /// <summary>An open day costs its fixed head-shifts, so that a site closes when its last guest has left.</summary>
    private static double CostPerOpenDay(CandidateSite site) =>
        site.Shifts.Length * site.Lines.Sum(line => Math.Max(1, line.FixedHeads));

    private ImmutableArray<double> Distances()
    {
        District district = context.District;
        var costs = ImmutableArray.CreateBuilder<double>(district.Zones.Length * district.CandidateSites.Length);
        foreach (Zone zone in district.Zones)
        {
            foreach (CandidateSite site in district.CandidateSites)
            {
                double km = zone.Location.DistanceKm(site.Location);
                costs.Add(km <= district.Policy.Quarantine.MaxDistanceKm ? km : double.PositiveInfinity);
            }
        }

        return costs.MoveToImmutable();
    }

    /// <summary>
    /// By item that sites use: what has come into the district up to each day less the use of class 1 and 2 duties at full cover with every
    /// contact at home; a guest's use is net of the home monitoring that is spared.
    /// </summary>
    private IEnumerable<SiteResource> ItemResources(double confidence)
    {
        District district = context.District;
        SiteDecisions forced = SiteDecisions.Forced(context);
        var needs = new CoverNeeds(context, forced, context.AtHome(forced));
        foreach (Item item in district.Items)
        {
            ImmutableArray<double> fixedUse = [.. district.CandidateSites.Select(site => SiteItemUse(site, item.Id, 0))];
            double spared = HomeUsePerGuest(item.Id);
            ImmutableArray<double> usePerUnit = [.. district.CandidateSites.Select((site, s) =>
                Math.Max(0, ((SiteItemUse(site, item.Id, site.Rooms) - fixedUse[s]) / site.Rooms) - spared))];
            if (fixedUse.All(use => use == 0) && usePerUnit.All(use => use == 0))
            {
                continue;
            }

            yield return new SiteResource(
                $"item/{item.Id}", Cumulative: true, Surplus(needs, item.Id, confidence), fixedUse, usePerUnit);
        }
    }

    /// <summary>Cumulative supply less cumulative urgent use; what later urgent use needs is not available earlier either.</summary>
    private ImmutableArray<double> Surplus(CoverNeeds needs, string item, double confidence)
    {
        var surplus = new double[context.Days];
        double balance = 0;
        for (int day = 0; day < context.Days; day++)
        {
            balance += Inflow(item, day) - UrgentUse(needs, item, day);
            surplus[day] = Math.Max(0, balance) * confidence;
        }

        for (int day = context.Days - 2; day >= 0; day--)
        {
            surplus[day] = Math.Min(surplus[day], surplus[day + 1]);
        }

        return [.. surplus];
    }

    /// <summary>Units of the item that monitoring a contact at home takes per day, averaged over the zones.</summary>
    private double HomeUsePerGuest(string item)
    {
        double use = 0;
        foreach (PlanningTask task in context.Tasks.Where(task => task.DutyIndex >= 0))
        {
            Duty duty = context.District.Duties[task.DutyIndex];
            Workload? workload = duty.Together ? duty.TeamWorkload : duty.Lines[task.LineIndex].Workload;
            if (workload is { Driver: WorkloadDriver.HomeMonitored })
            {
                double zones = duty.Zones.IsEmpty ? 1 : (double)duty.Zones.Length / context.District.Zones.Length;
                use += zones * task.Shifts.Length * Math.Max(1, task.HeadsPerTeam) / workload.UnitsPerHead
                    * context.KitQuantity(task.Kit, item);
            }
        }

        return use;
    }

    private double Inflow(string item, int day)
    {
        District district = context.District;
        double stock = day == 0 ? district.StockLots.Where(lot => lot.Item == item).Sum(lot => (double)lot.Quantity) : 0;
        return stock + context.Deliveries
            .Where(lot => lot.Item == context.Index.Items[item] && lot.AvailableDay == day)
            .Sum(lot => (double)lot.Quantity);
    }

    private double UrgentUse(CoverNeeds needs, string item, int day)
    {
        double use = 0;
        for (int task = 0; task < context.Tasks.Length; task++)
        {
            PlanningTask info = context.Tasks[task];
            if (info.SiteIndex < 0 && info.PriorityClass <= 2)
            {
                use += (double)needs[task, day] * info.Shifts.Length * context.KitQuantity(info.Kit, item);
            }
        }

        return use;
    }

    private double SiteItemUse(CandidateSite site, string item, long guests) =>
        site.Lines.Sum(line =>
            (double)site.Shifts.Length * WorkloadModel.SiteHeads(line, guests) * context.KitQuantity(line.Kit, item))
        + site.GuestNeeds.Where(need => need.Item == item).Sum(need => need.PerGuestDay * guests);
}
