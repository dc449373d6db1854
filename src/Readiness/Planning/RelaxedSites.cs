using Readiness.Districts;

using Readiness.Solving;

namespace Readiness.Planning;

/// <summary>Sites and guests of the relaxation: fractional openings, guests by site and day, people at home by zone and day.</summary>
internal sealed class RelaxedSites
{
    private readonly int[,] open;
    private readonly int[,] guests;
    private readonly int[,] home;

    public RelaxedSites(PlanningContext context, RelaxationRows rows, List<(int Column, double Value)> unhoused)
    {
        District district = context.District;
        int days = context.Days;
        int stay = district.Policy.Quarantine.LengthDays;
        int sites = district.CandidateSites.Length;
        var admitted = new int[sites, days];
        var housed = new int[district.Zones.Length, days];
        open = new int[sites, days];
        guests = new int[sites, days];
        home = new int[district.Zones.Length, days];
        for (int s = 0; s < sites; s++)
        {
            AddSite(district.CandidateSites[s], s, days, stay, rows, admitted);
        }

        for (int zone = 0; zone < district.Zones.Length; zone++)
        {
            AddZone(context, zone, days, stay, rows, housed, unhoused);
        }

        for (int day = 0; day < days; day++)
        {
            for (int s = 0; s < sites; s++)
            {
                rows.Term(admitted[s, day], 1);
            }

            for (int zone = 0; zone < district.Zones.Length; zone++)
            {
                rows.Term(housed[zone, day], -1);
            }

            rows.EndRow(0, 0);
        }
    }

    /// <summary>Column of the share to which a site is open on a day.</summary>
    public int Open(int site, int day) => open[site, day];

    /// <summary>Column of the guests of a site on a day.</summary>
    public int Guests(int site, int day) => guests[site, day];

    /// <summary>Column of the people in quarantine at home in a zone on a day.</summary>
    public int Home(int zone, int day) => home[zone, day];

    private void AddSite(CandidateSite site, int s, int days, int stay, RelaxationRows rows, int[,] admitted)
    {
        for (int day = 0; day < days; day++)
        {
            bool possible = site.Status != SiteStatus.Closed && day >= site.SetUpDays;
            bool forced = site.Status == SiteStatus.MustOpen && possible;
            open[s, day] = rows.Column(forced ? 1 : 0, possible ? 1 : 0);
            guests[s, day] = rows.Column(0, possible ? site.Rooms : 0);
            admitted[s, day] = rows.Column(0, possible ? site.Rooms : 0);
            rows.Term(guests[s, day], 1);
            rows.Term(open[s, day], -site.Rooms);
            rows.EndRow(double.NegativeInfinity, 0);

            rows.Term(guests[s, day], -1);
            for (int start = Math.Max(0, day - stay + 1); start <= day; start++)
            {
                rows.Term(admitted[s, start], 1);
            }

            rows.EndRow(0, 0);
        }
    }

    private void AddZone(
        PlanningContext context, int zone, int days, int stay, RelaxationRows rows, int[,] housed,
        List<(int Column, double Value)> unhoused)
    {
        for (int day = 0; day < days; day++)
        {
            housed[zone, day] = rows.Column(0, context.Trajectory.Zones[zone].NewContacts[day]);
        }

        for (int day = 0; day < days; day++)
        {
            long census = 0;
            home[zone, day] = rows.Column(0, double.PositiveInfinity);
            rows.Term(home[zone, day], 1);
            for (int start = Math.Max(0, day - stay + 1); start <= day; start++)
            {
                census += context.Trajectory.Zones[zone].NewContacts[start];
                rows.Term(housed[zone, start], 1);
            }

            rows.EndRow(census, census);
            unhoused.Add((home[zone, day], 1));
        }
    }
}
