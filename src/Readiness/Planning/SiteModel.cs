using System.Collections.Immutable;
using Readiness.Demand;
using Readiness.Districts;
using Readiness.Quarantine;

namespace Readiness.Planning;

/// <summary>
/// Turns a district into a location problem that knows which staff the sites can reach and which items can be there, and its plan back.
/// </summary>
internal sealed class SiteModel
{
    private readonly PlanningContext _context;
    private readonly ReachableStaff _staff;

    public SiteModel(PlanningContext context)
    {
        _context = context;
        _staff = new ReachableStaff(context);
    }

    /// <summary>The problem of housing the contacts, with staff and stock that class 1 and 2 duties leave over.</summary>
    /// <param name="feedback">What earlier rounds learned about staff at sites.</param>
    public LocationProblem Build(SiteFeedback feedback)
    {
        District district = _context.District;
        int days = _context.Days;
        return new LocationProblem
        {
            Days = days,
            LengthOfStay = district.Policy.Quarantine.LengthDays,
            WholeUnits = true,
            Sites = [.. district.CandidateSites.Select((site, s) => new LocationSite(
                site.Id,
                site.Rooms,
                site.OpeningCost,
                CostPerOpenDay(site),
                site.SetUpDays,
                site.Status switch
                {
                    SiteStatus.MustOpen => OpeningRule.MustOpen,
                    SiteStatus.Closed => OpeningRule.Forbidden,
                    _ => feedback.IsBarred(s) ? OpeningRule.Forbidden : OpeningRule.Free,
                }))],
            Customers = [.. _context.Trajectory.Zones.Select(zone => new LocationCustomer(
                zone.Zone, [.. zone.NewContacts.Select(count => (double)count)]))],
            AssignmentCosts = Distances(),
            Resources = [.. _staff.Resources(feedback).Concat(ItemResources())],
        };
    }

    /// <summary>The plan's sites and admissions.</summary>
    public SiteDecisions Decisions(SitePlan plan)
    {
        var decisions = new SiteDecisions(_context);
        foreach (SiteUse use in plan.Sites)
        {
            decisions.OpenSite(use.Site, use.FirstDay, use.LastDay);
        }

        foreach (Placement placement in plan.Placements)
        {
            decisions.Admit(placement.Customer, placement.Day, placement.Site, (long)Math.Round(placement.Quantity));
        }

        return decisions;
    }

    /// <summary>Only the sites that must open, without guests: the decisions that need no optimiser.</summary>
    public SiteDecisions Forced()
    {
        var decisions = new SiteDecisions(_context);
        for (int s = 0; s < _context.District.CandidateSites.Length; s++)
        {
            CandidateSite site = _context.District.CandidateSites[s];
            if (site.Status == SiteStatus.MustOpen && site.SetUpDays < _context.Days)
            {
                decisions.OpenSite(s, site.SetUpDays, _context.Days - 1);
            }
        }

        return decisions;
    }

    /// <summary>An open day costs its fixed head-shifts, so that a site closes when its last guest has left.</summary>
    private static double CostPerOpenDay(CandidateSite site) =>
        site.Shifts.Length * site.Lines.Sum(line => Math.Max(1, line.FixedHeads));

    private ImmutableArray<double> Distances()
    {
        District district = _context.District;
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

    /// <summary>By item that sites use: what has come into the district up to each day less the use of class 1 and 2 duties at full cover.</summary>
    private IEnumerable<SiteResource> ItemResources()
    {
        District district = _context.District;
        var needs = new CoverNeeds(_context, Forced(), _context.NobodyAtHome);
        foreach (Item item in district.Items)
        {
            ImmutableArray<double> fixedUse = [.. district.CandidateSites.Select(site => SiteItemUse(site, item.Id, 0))];
            ImmutableArray<double> usePerUnit = [.. district.CandidateSites.Select((site, s) =>
                (SiteItemUse(site, item.Id, site.Rooms) - fixedUse[s]) / site.Rooms)];
            if (fixedUse.All(use => use == 0) && usePerUnit.All(use => use == 0))
            {
                continue;
            }

            var available = ImmutableArray.CreateBuilder<double>(_context.Days);
            double balance = 0;
            for (int day = 0; day < _context.Days; day++)
            {
                balance += Inflow(item.Id, day) - UrgentUse(needs, item.Id, day);
                available.Add(Math.Max(0, balance));
            }

            yield return new SiteResource($"item/{item.Id}", Cumulative: true, available.MoveToImmutable(), fixedUse, usePerUnit);
        }
    }

    private double Inflow(string item, int day)
    {
        District district = _context.District;
        double stock = day == 0 ? district.StockLots.Where(lot => lot.Item == item).Sum(lot => (double)lot.Quantity) : 0;
        return stock + district.Shipments
            .Where(shipment => shipment.Item == item && district.Horizon.DayOf(shipment.Arrives) == day)
            .Sum(shipment => (double)shipment.Quantity);
    }

    private double UrgentUse(CoverNeeds needs, string item, int day)
    {
        double use = 0;
        for (int task = 0; task < _context.Tasks.Length; task++)
        {
            PlanningTask info = _context.Tasks[task];
            if (info.SiteIndex < 0 && info.PriorityClass <= 2)
            {
                use += (double)needs[task, day] * info.Shifts.Length * _context.KitQuantity(info.Kit, item);
            }
        }

        return use;
    }

    private double SiteItemUse(CandidateSite site, string item, long guests) =>
        site.Lines.Sum(line =>
            (double)site.Shifts.Length * WorkloadModel.SiteHeads(line, guests) * _context.KitQuantity(line.Kit, item))
        + site.GuestNeeds.Where(need => need.Item == item).Sum(need => need.PerGuestDay * guests);
}
