using System.Collections.Immutable;
using Readiness.Plans;

namespace Readiness.Planning;

/// <summary>Which sites open when and who moves in, by index.</summary>
internal sealed class SiteDecisions
{
    private readonly int _stay;
    private readonly (int From, int To)?[] _open;
    private readonly long[,,] _admitted;

    public SiteDecisions(PlanningContext context)
    {
        _stay = context.District.Policy.Quarantine.LengthDays;
        _open = new (int, int)?[context.District.CandidateSites.Length];
        _admitted = new long[context.District.Zones.Length, context.Days, context.District.CandidateSites.Length];
    }

    private SiteDecisions(SiteDecisions other)
    {
        _stay = other._stay;
        _open = ((int, int)?[])other._open.Clone();
        _admitted = (long[,,])other._admitted.Clone();
    }

    private int Zones => _admitted.GetLength(0);

    private int Days => _admitted.GetLength(1);

    public (int From, int To)? Open(int site) => _open[site];

    public void OpenSite(int site, int from, int to) => _open[site] = (from, to);

    public void Admit(int zone, int day, int site, long guests) => _admitted[zone, day, site] += guests;

    public bool IsOpen(int site, int day) => _open[site] is { } open && day >= open.From && day <= open.To;

    /// <summary>Guests who sleep at the site on the day.</summary>
    public long Guests(int site, int day)
    {
        long guests = 0;
        for (int start = Math.Max(0, day - _stay + 1); start <= day; start++)
        {
            for (int zone = 0; zone < Zones; zone++)
            {
                guests += _admitted[zone, start, site];
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
                for (int site = 0; site < _open.Length; site++)
                {
                    housed[zone, day] += _admitted[zone, day, site];
                }
            }
        }

        return housed;
    }

    /// <summary>The same decisions with a site left closed; its guests stay at home.</summary>
    public SiteDecisions Without(int site)
    {
        var copy = new SiteDecisions(this);
        copy._open[site] = null;
        for (int zone = 0; zone < Zones; zone++)
        {
            for (int day = 0; day < Days; day++)
            {
                copy._admitted[zone, day, site] = 0;
            }
        }

        return copy;
    }

    public ImmutableArray<SiteOpening> ToOpenings(PlanningContext context)
    {
        var openings = ImmutableArray.CreateBuilder<SiteOpening>();
        for (int site = 0; site < _open.Length; site++)
        {
            if (_open[site] is not { } open)
            {
                continue;
            }

            var admissions = ImmutableArray.CreateBuilder<Admission>();
            for (int day = 0; day < Days; day++)
            {
                for (int zone = 0; zone < Zones; zone++)
                {
                    if (_admitted[zone, day, site] > 0)
                    {
                        admissions.Add(new Admission(
                            context.District.Zones[zone].Id, context.District.Horizon.DateOf(day), _admitted[zone, day, site]));
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
