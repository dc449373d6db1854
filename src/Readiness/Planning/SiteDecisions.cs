using System.Collections.Immutable;
using Readiness.Audit;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Planning;

/// <summary>Which sites open when and who moves in, by index.</summary>
internal sealed class SiteDecisions
{
    private readonly PlanningContext context;
    private readonly int stay;
    private readonly (int From, int To)?[] windows;
    private readonly long[,] residents;
    private readonly long[,,] admitted;

    public SiteDecisions(PlanningContext context)
    {
        this.context = context;
        stay = context.District.Policy.Quarantine.LengthDays;
        windows = new (int, int)?[context.District.CandidateSites.Length];
        admitted = new long[context.District.Zones.Length, context.Days, context.District.CandidateSites.Length];
        residents = context.Residents;
    }

    private SiteDecisions(SiteDecisions other)
    {
        context = other.context;
        stay = other.stay;
        windows = ((int, int)?[])other.windows.Clone();
        admitted = (long[,,])other.admitted.Clone();
        residents = other.residents;
    }

    private int Zones => admitted.GetLength(0);

    private int Days => admitted.GetLength(1);

    /// <summary>Only the sites that must open and, of a published plan, what must stay: the decisions that need no choice.</summary>
    public static SiteDecisions Forced(PlanningContext context)
    {
        SiteDecisions decisions = Published(context);
        foreach (int site in Enumerable.Range(0, decisions.windows.Length))
        {
            decisions = decisions.Without(site);
        }

        return decisions;
    }

    /// <summary>The sites that must open, and all of a published plan that can still be.</summary>
    public static SiteDecisions Published(PlanningContext context)
    {
        var decisions = new SiteDecisions(context);
        foreach (SiteOpening opening in context.Pins?.Possible.Sites ?? [])
        {
            int site = context.Index.Sites[opening.Site];
            decisions.OpenSite(site, context.District.Horizon.DayOf(opening.OpenFrom), context.District.Horizon.DayOf(opening.OpenTo));
            foreach (Admission admission in opening.Admissions)
            {
                decisions.Admit(context.Index.Zones[admission.Zone], context.District.Horizon.DayOf(admission.Day), site, admission.Guests);
            }
        }

        for (int s = 0; s < context.District.CandidateSites.Length; s++)
        {
            CandidateSite site = context.District.CandidateSites[s];
            if (site.Status == SiteStatus.MustOpen && site.SetUpDays < context.Days)
            {
                decisions.OpenSite(s, site.SetUpDays, context.Days - 1);
            }
        }

        // Sites stay open for those who are there.
        foreach ((int site, BoundDays? bound) in context.Bound.Index())
        {
            if (bound is not null)
            {
                (int from, int to) = decisions.Open(site) ?? (bound.From, bound.To);
                decisions.OpenSite(site, Math.Min(from, bound.From), Math.Max(to, bound.To));
            }
        }

        return decisions;
    }

    public (int From, int To)? Open(int site) => windows[site];

    public void OpenSite(int site, int from, int to) => windows[site] = (from, to);

    public void Admit(int zone, int day, int site, long guests) => admitted[zone, day, site] += guests;

    public bool IsOpen(int site, int day) => windows[site] is { } open && day >= open.From && day <= open.To;

    /// <summary>Guests who sleep at the site on the day, with those who were there before the horizon.</summary>
    public long Guests(int site, int day)
    {
        long guests = residents[site, day];
        for (int start = Math.Max(0, day - stay + 1); start <= day; start++)
        {
            for (int zone = 0; zone < Zones; zone++)
            {
                guests += admitted[zone, start, site];
            }
        }

        return guests;
    }

    /// <summary>Guests who are admitted anywhere, by zone and day.</summary>
    public long[,] Housed()
    {
        var housed = new long[Zones, Days];
        for (int zone = 0; zone < Zones; zone++)
        {
            for (int day = 0; day < Days; day++)
            {
                for (int site = 0; site < windows.Length; site++)
                {
                    housed[zone, day] += admitted[zone, day, site];
                }
            }
        }

        return housed;
    }

    /// <summary>Rooms of a site that are free on all days of a stay that begins on a day.</summary>
    public long FreeRooms(int site, int day)
    {
        long guests = 0;
        for (int later = day; later <= Math.Min(Days - 1, day + stay - 1); later++)
        {
            guests = Math.Max(guests, Guests(site, later));
        }

        return context.District.CandidateSites[site].Rooms - guests;
    }

    /// <summary>Whether a site may be open from one day to another: days of a published opening that must stay have no others beside them within the window.</summary>
    public bool MayBeOpen(int site, int from, int to)
    {
        CandidateSite candidate = context.District.CandidateSites[site];
        if (context.Pins?.Opening(candidate.Id) is not { } opening || candidate.Status == SiteStatus.MustOpen)
        {
            return true;
        }

        PlanningHorizon horizon = context.District.Horizon;
        int first = Math.Max(from, horizon.DayOf(context.Pins.Window!.From));
        int last = Math.Min(to, horizon.DayOf(context.Pins.Window.To));
        return first > last || (first >= horizon.DayOf(opening.OpenFrom) && last <= horizon.DayOf(opening.OpenTo));
    }

    /// <summary>
    /// The same decisions with a site left closed; its guests stay at home. A site that must be open stays so, and of a published plan the days and guests that must stay.
    /// </summary>
    public SiteDecisions Without(int site)
    {
        var copy = new SiteDecisions(this);
        if (context.District.CandidateSites[site].Status != SiteStatus.MustOpen)
        {
            copy.windows[site] = context.Bound[site] is { } bound ? (bound.From, bound.To) : null;
        }

        for (int zone = 0; zone < Zones; zone++)
        {
            for (int day = 0; day < Days; day++)
            {
                copy.admitted[zone, day, site] = 0;
            }
        }

        foreach ((int zone, int day, long guests) in PinnedAdmissions(site))
        {
            copy.Admit(zone, day, site, guests);
        }

        return copy;
    }

    /// <summary>Admissions to a site that must stay.</summary>
    public IEnumerable<(int Zone, int Day, long Guests)> PinnedAdmissions(int site) =>
        context.Pins?.Opening(context.District.CandidateSites[site].Id) is not { } opening
            ? []
            : opening.Admissions.Where(admission => context.Pins.InWindow(admission.Day))
                .Select(admission => (context.Index.Zones[admission.Zone], context.District.Horizon.DayOf(admission.Day), admission.Guests));

    public ImmutableArray<SiteOpening> ToOpenings(PlanningContext context)
    {
        var openings = ImmutableArray.CreateBuilder<SiteOpening>();
        for (int site = 0; site < windows.Length; site++)
        {
            if (windows[site] is not { } open)
            {
                continue;
            }

            var admissions = ImmutableArray.CreateBuilder<Admission>();
            for (int day = 0; day < Days; day++)
            {
                for (int zone = 0; zone < Zones; zone++)
                {
                    if (admitted[zone, day, site] > 0)
                    {
                        admissions.Add(new Admission(
                            context.District.Zones[zone].Id, context.District.Horizon.DateOf(day), admitted[zone, day, site]));
                    }
                }
            }

            openings.Add(new SiteOpening(
                context.District.CandidateSites[site].Id,
                context.District.Horizon.DateOf(open.From),
                context.District.Horizon.DateOf(open.To),
                admissions.ToImmutable()));
        }

        return openings.ToImmutable();
    }
}
