using System.Collections.Immutable;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Planning;

/// <summary>Which sites open when and who moves in, by index.</summary>
internal sealed class SiteDecisions
{
    private readonly int stay;
    private readonly (int From, int To)?[] windows;
    private readonly long[,,] admitted;

    public SiteDecisions(PlanningContext context)
    {
        stay = context.District.Policy.Quarantine.LengthDays;
        windows = new (int, int)?[context.District.CandidateSites.Length];
        admitted = new long[context.District.Zones.Length, context.Days, context.District.CandidateSites.Length];
    }

    private SiteDecisions(SiteDecisions other)
    {
        stay = other.stay;
        windows = ((int, int)?[])other.windows.Clone();
        admitted = (long[,,])other.admitted.Clone();
    }

    private int Zones => admitted.GetLength(0);

    private int Days => admitted.GetLength(1);

    /// <summary>Only the sites that must open, without guests: the decisions that need no choice.</summary>
    public static SiteDecisions Forced(PlanningContext context)
    {
        var decisions = new SiteDecisions(context);
        for (int s = 0; s < context.District.CandidateSites.Length; s++)
        {
            CandidateSite site = context.District.CandidateSites[s];
            if (site.Status == SiteStatus.MustOpen && site.SetUpDays < context.Days)
            {
                decisions.OpenSite(s, site.SetUpDays, context.Days - 1);
            }
        }

        return decisions;
    }

    public (int From, int To)? Open(int site) => windows[site];

    public void OpenSite(int site, int from, int to) => windows[site] = (from, to);

    public void Admit(int zone, int day, int site, long guests) => admitted[zone, day, site] += guests;

    public bool IsOpen(int site, int day) => windows[site] is { } open && day >= open.From && day <= open.To;

    /// <summary>Guests who sleep at the site on the day.</summary>
    public long Guests(int site, int day)
    {
        long guests = 0;
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

    /// <summary>The same decisions with a site left closed; its guests stay at home.</summary>
    public SiteDecisions Without(int site)
    {
        var copy = new SiteDecisions(this);
        copy.windows[site] = null;
        for (int zone = 0; zone < Zones; zone++)
        {
            for (int day = 0; day < Days; day++)
            {
                copy.admitted[zone, day, site] = 0;
            }
        }

        return copy;
    }

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
