using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Audit;

/// <summary>Days on which a site cannot be closed: its opening is pinned, or people whose admission is pinned or who were there before the horizon are there.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
internal sealed record BoundDays(int From, int To)
{
    public bool Contains(int day) => day >= From && day <= To;

    /// <summary>By candidate site, within the horizon; null where nothing binds it.</summary>
    public static BoundDays?[] Of(District district, PinnedDecisions? pins)
    {
        var bound = new BoundDays?[district.CandidateSites.Length];
        for (int site = 0; site < bound.Length; site++)
        {
            string id = district.CandidateSites[site].Id;
            DateOnly? last = district.InQuarantine.Where(group => group.Site == id).Max(group => (DateOnly?)group.Until);
            BoundDays? residents = last is { } until ? new BoundDays(0, Math.Min(district.Horizon.Days - 1, district.Horizon.DayOf(until))) : null;
            BoundDays? pinned = pins?.Opening(id) is { } opening ? Of(district, opening, pins) : null;
            bound[site] = residents is null ? pinned
                : pinned is null ? residents
                : new BoundDays(0, Math.Max(residents.To, pinned.To));
        }

        return bound;
    }

    private static BoundDays Of(District district, SiteOpening opening, PinnedDecisions pins)
    {
        PlanWindow window = pins.Window!;
        int last = district.Horizon.Days - 1;
        var days = new List<int>
        {
            Math.Max(district.Horizon.DayOf(opening.OpenFrom), district.Horizon.DayOf(window.From)),
            Math.Min(district.Horizon.DayOf(opening.OpenTo), district.Horizon.DayOf(window.To)),
        };
        foreach (Admission admission in opening.Admissions.Where(admission => window.Contains(admission.Day)))
        {
            int day = district.Horizon.DayOf(admission.Day);
            days.Add(day);
            days.Add(Math.Min(last, day + district.Policy.Quarantine.LengthDays - 1));
        }

        return new BoundDays(Math.Max(0, days.Min()), Math.Min(last, days.Max()));
    }
}
