using Readiness.Demand;
using Readiness.Districts;
using Readiness.Planning;

namespace Readiness.Assessment;

/// <summary>The site decisions that stand for a housing assumption; see <see cref="HousingAssumption"/>.</summary>
internal static class NearestSites
{
    public static SiteDecisions Under(HousingAssumption housing, PlanningContext context)
    {
        var sites = new SiteDecisions(context);
        for (int site = 0; site < context.District.CandidateSites.Length; site++)
        {
            if (context.District.CandidateSites[site].Status == SiteStatus.MustOpen)
            {
                Open(context, sites, site);
            }
        }

        if (housing == HousingAssumption.AtSites)
        {
            House(context, sites);
        }

        return sites;
    }

    private static void House(PlanningContext context, SiteDecisions sites)
    {
        var occupied = new long[context.District.CandidateSites.Length, context.Days];
        int stay = context.District.Policy.Quarantine.LengthDays;
        int[][] nearest = [.. Enumerable.Range(0, context.District.Zones.Length).Select(zone => InReach(context, zone))];
        for (int day = 0; day < context.Days; day++)
        {
            for (int zone = 0; zone < nearest.Length; zone++)
            {
                long left = context.Trajectory.Zones[zone].NewContacts[day];
                foreach (int site in nearest[zone])
                {
                    CandidateSite candidate = context.District.CandidateSites[site];
                    long guests = day < candidate.SetUpDays ? 0 : Math.Min(left, candidate.Rooms - occupied[site, day]);
                    if (guests == 0)
                    {
                        continue;
                    }

                    Open(context, sites, site);
                    sites.Admit(zone, day, site, guests);
                    left -= guests;
                    for (int night = day; night < Math.Min(context.Days, day + stay); night++)
                    {
                        occupied[site, night] += guests;
                    }
                }
            }
        }
    }

    /// <summary>Sites that may open within the policy's distance of the zone, the nearest first.</summary>
    private static int[] InReach(PlanningContext context, int zone) =>
    [
        .. Enumerable.Range(0, context.District.CandidateSites.Length)
            .Where(site => context.District.CandidateSites[site].Status != SiteStatus.Closed)
            .Select(site => (Site: site, Km: context.Index.ZoneDistanceKm(zone, context.Index.PlaceOfSite(site))))
            .Where(entry => entry.Km <= context.District.Policy.Quarantine.MaxDistanceKm)
            .OrderBy(entry => entry.Km)
            .Select(entry => entry.Site),
    ];

    private static void Open(PlanningContext context, SiteDecisions sites, int site) =>
        sites.OpenSite(site, context.District.CandidateSites[site].SetUpDays, context.Days - 1);
}
