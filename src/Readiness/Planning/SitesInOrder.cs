using Readiness.Demand;
using Readiness.Districts;

namespace Readiness.Planning;

/// <summary>Houses contacts without a plan: each in the first site of a fixed order that has a room left, day after day.</summary>
/// <remarks>
/// A site opens on the day of its first guest, if its set-up can be over by then, and closes when the last one has left. Whether it can
/// be staffed or supplied is not asked.
/// </remarks>
internal static class SitesInOrder
{
    /// <summary>The openings and admissions that result.</summary>
    public static SiteDecisions Choose(PlanningContext context, SiteOrder order) => FillUp(context, order, SiteDecisions.Forced(context));

    /// <summary>Houses whom given decisions leave at home.</summary>
    /// <param name="context">The plan's context.</param>
    /// <param name="order">The order of the sites.</param>
    /// <param name="decisions">Decisions to add to.</param>
    public static SiteDecisions FillUp(PlanningContext context, SiteOrder order, SiteDecisions decisions)
    {
        District district = context.District;
        int lastStayDay = district.Policy.Quarantine.LengthDays - 1;
        long[,] housed = decisions.Housed();
        (int Zone, int Site)[] inOrder = InOrder(context, order);
        for (int day = 0; day < context.Days; day++)
        {
            long[] waiting = [.. context.Trajectory.Zones.Select((zone, z) => zone.NewContacts[day] - housed[z, day])];
            foreach ((int zone, int site) in inOrder)
            {
                CandidateSite candidate = district.CandidateSites[site];
                if (waiting[zone] <= 0 || day < candidate.SetUpDays)
                {
                    continue;
                }

                int last = Math.Min(context.Days - 1, day + lastStayDay);
                long guests = Math.Min(waiting[zone], decisions.FreeRooms(site, day));
                if (guests > 0 && decisions.MayBeOpen(site, day, last))
                {
                    (int from, int to) = decisions.Open(site) ?? (day, day);
                    decisions.OpenSite(site, Math.Min(from, day), Math.Max(to, last));
                    decisions.Admit(zone, day, site, guests);
                    waiting[zone] -= guests;
                }
            }
        }

        return decisions;
    }

    /// <summary>The pairs within the distance limit, best first; by site, then zone, where they are equal.</summary>
    private static (int Zone, int Site)[] InOrder(PlanningContext context, SiteOrder order)
    {
        District district = context.District;
        return [.. Enumerable.Range(0, district.CandidateSites.Length)
            .Where(site => district.CandidateSites[site].Status != SiteStatus.Closed)
            .SelectMany(site => Enumerable.Range(0, district.Zones.Length).Select(zone =>
                (Zone: zone, Site: site, Km: context.Index.ZoneDistanceKm(zone, context.Index.PlaceOfSite(site)))))
            .Where(pair => pair.Km <= district.Policy.Quarantine.MaxDistanceKm)
            .OrderBy(pair => PerRoom(district.CandidateSites[pair.Site], order))
            .ThenBy(pair => pair.Km)
            .Select(pair => (pair.Zone, pair.Site))];
    }

    /// <summary>What the order asks of a site before distance.</summary>
    private static double PerRoom(CandidateSite site, SiteOrder order) => order switch
    {
        SiteOrder.Cheapest => site.OpeningCost / site.Rooms,
        SiteOrder.FewestHeads =>
            (double)site.Shifts.Length * site.Lines.Sum(line => WorkloadModel.SiteHeads(line, site.Rooms)) / site.Rooms,
        _ => 0,
    };
}
