using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Api.PlanFiles;

/// <summary>How many guests a site has on each day.</summary>
internal static class SiteCensus
{
    /// <summary>Counts the guests of the open days.</summary>
    /// <param name="site">The site.</param>
    /// <param name="district">The district, whose policy says how long guests stay.</param>
    public static IReadOnlyList<(DateOnly Day, long Guests)> Of(SiteOpening site, District district)
    {
        int length = district.Policy.Quarantine.LengthDays;
        int days = site.OpenTo.DayNumber - site.OpenFrom.DayNumber + 1;
        return
        [
            .. Enumerable.Range(0, days).Select(site.OpenFrom.AddDays).Select(day => (
                day, site.Admissions.Where(admission => admission.Day <= day && admission.Day.AddDays(length) > day).Sum(admission => admission.Guests))),
        ];
    }
}
