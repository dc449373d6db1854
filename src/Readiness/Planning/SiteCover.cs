using System.Collections.Immutable;
using Readiness.Districts;

namespace Readiness.Planning;

/// <summary>Finds open sites that fall below the least cover of the quarantine policy.</summary>
internal static class SiteCover
{
    private const double Tolerance = 1e-9;

    /// <summary>Sites that may be closed and on some open day that does not bind them have less than the least share of their heads.</summary>
    public static ImmutableArray<int> Understaffed(PlanningContext context, SiteDecisions sites, CoverNeeds needs, HeadCount heads)
    {
        double least = context.District.Policy.Quarantine.MinimumSiteCover;
        return [.. Enumerable.Range(0, context.District.CandidateSites.Length)
            .Where(site => sites.Open(site) is not null
                && context.District.CandidateSites[site].Status != SiteStatus.MustOpen
                && Enumerable.Range(0, context.Days).Any(day => sites.IsOpen(site, day) && context.Bound[site]?.Contains(day) != true
                    && Share(context, site, day, needs, heads) < least - Tolerance))];
    }

    /// <summary>Share of the heads that a site requires on a day, over all lines and shifts, that is filled; 1 if it requires none.</summary>
    public static double Share(PlanningContext context, int site, int day, CoverNeeds needs, HeadCount heads)
    {
        int required = 0;
        int filled = 0;
        for (int task = 0; task < context.Tasks.Length; task++)
        {
            PlanningTask info = context.Tasks[task];
            if (info.SiteIndex == site)
            {
                required += needs[task, day] * info.Shifts.Length;
                for (int shift = 0; shift < info.Shifts.Length; shift++)
                {
                    filled += heads[task, day, shift];
                }
            }
        }

        return required == 0 ? 1 : (double)filled / required;
    }
}
