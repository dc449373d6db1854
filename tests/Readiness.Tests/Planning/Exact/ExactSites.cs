using Google.OrTools.Sat;
using Readiness.Demand;
using Readiness.Districts;

namespace Readiness.Tests.Planning.Exact;

/// <summary>Which sites open from when to when, who moves in, and who is left at home.</summary>
internal sealed class ExactSites
{
    private const double Tolerance = 1e-9;

    private readonly CpModel model;
    private readonly District district;
    private readonly DemandTrajectory demand;
    private readonly Terms[,] home;

    public ExactSites(CpModel model, DistrictIndex index, DemandTrajectory demand)
    {
        this.model = model;
        this.demand = demand;
        district = index.District;
        int days = district.Horizon.Days;
        Stage = new IntVar[district.CandidateSites.Length, days];
        home = new Terms[district.Zones.Length, days];
        NotHoused = new Terms[district.Zones.Length, days];
        for (int site = 0; site < district.CandidateSites.Length; site++)
        {
            WritePeriods(site, days);
            WriteAdmissions(index, site, days);
            WriteStages(site, days);
        }

        WriteHome(days);
    }

    /// <summary>The periods in which a site may be open; at most one is chosen.</summary>
    public List<(int Site, int From, int To, BoolVar Chosen)> Periods { get; } = [];

    /// <summary>Guests admitted by site, zone and day.</summary>
    public Dictionary<(int Site, int Zone, int Day), IntVar> Admitted { get; } = [];

    /// <summary>0 while a site is closed, 1 + its guests while it is open, by site and day.</summary>
    public IntVar[,] Stage { get; }

    /// <summary>Contacts who stay at home, by zone and the day on which they become contacts.</summary>
    public Terms[,] NotHoused { get; }

    /// <summary>Guest-days within the horizon that are not spent at a site.</summary>
    public Terms UnhousedDays { get; } = new();

    /// <summary>A whole quantity that depends on whether a site is open and on its guests.</summary>
    public IntVar Function(int site, int day, Func<int, long> ofGuests)
    {
        long[] table = [0, .. Enumerable.Range(0, district.CandidateSites[site].Rooms + 1).Select(ofGuests)];
        IntVar value = model.NewIntVar(table.Min(), table.Max(), "");
        model.AddElement(Stage[site, day], table, value);
        return value;
    }

    /// <summary>A whole quantity that depends on the people at home in some zones (all if none is named).</summary>
    public IntVar FunctionOfHome(IEnumerable<string> zones, int day, Func<long, long> ofPeople)
    {
        int[] counted = [.. zones.Select(id => district.Zones.Select(zone => zone.Id).ToList().IndexOf(id))];
        var people = new Terms();
        foreach (int zone in counted.Length == 0 ? Enumerable.Range(0, district.Zones.Length) : counted)
        {
            people.Add(home[zone, day]);
        }

        // Nobody is housed: the constant counts them all.
        long[] table = [.. Enumerable.Range(0, (int)people.Constant + 1).Select(count => ofPeople(count))];
        IntVar atHome = model.NewIntVar(0, people.Constant, "");
        model.Add(people.Sum() == atHome);
        IntVar value = model.NewIntVar(table.Min(), table.Max(), "");
        model.AddElement(atHome, table, value);
        return value;
    }

    private int LastStay(int day) => Math.Min(district.Horizon.Days - 1, day + district.Policy.Quarantine.LengthDays - 1);

    private void WritePeriods(int site, int days)
    {
        CandidateSite candidate = district.CandidateSites[site];
        if (candidate.Status == SiteStatus.Closed)
        {
            return;
        }

        bool must = candidate.Status == SiteStatus.MustOpen;
        var chosen = new List<BoolVar>();
        for (int from = candidate.SetUpDays; from < (must ? Math.Min(days, candidate.SetUpDays + 1) : days); from++)
        {
            for (int to = must ? days - 1 : from; to < days; to++)
            {
                chosen.Add(model.NewBoolVar(""));
                Periods.Add((site, from, to, chosen[^1]));
            }
        }

        if (must)
        {
            model.AddExactlyOne(chosen);
        }
        else
        {
            model.AddAtMostOne(chosen);
        }
    }

    private void WriteAdmissions(DistrictIndex index, int site, int days)
    {
        for (int zone = 0; zone < district.Zones.Length; zone++)
        {
            double km = index.ZoneDistanceKm(zone, index.PlaceOfSite(site));
            for (int day = 0; day < days && km <= district.Policy.Quarantine.MaxDistanceKm + Tolerance; day++)
            {
                long contacts = demand.Zones[zone].NewContacts[day];
                if (contacts > 0)
                {
                    Admitted.Add((site, zone, day), model.NewIntVar(0, contacts, ""));
                }
            }
        }
    }

    private void WriteStages(int site, int days)
    {
        int rooms = district.CandidateSites[site].Rooms;
        for (int day = 0; day < days; day++)
        {
            var open = new Terms();
            foreach ((int _, int from, int to, BoolVar chosen) in Periods.Where(period => period.Site == site))
            {
                if (from <= day && day <= to)
                {
                    open.Add(chosen);
                }
            }

            var guests = new Terms();
            foreach (((int Site, int Zone, int Day) entry, IntVar admitted) in Admitted)
            {
                if (entry.Site == site && entry.Day <= day && day <= LastStay(entry.Day))
                {
                    guests.Add(admitted);
                }
            }

            Stage[site, day] = model.NewIntVar(0, rooms + 1, "");
            model.Add(Stage[site, day] == open.Sum() + guests.Sum());
            model.Add(guests.Sum() <= rooms * open.Sum());
        }
    }

    private void WriteHome(int days)
    {
        for (int zone = 0; zone < district.Zones.Length; zone++)
        {
            for (int day = 0; day < days; day++)
            {
                home[zone, day] = new Terms();
            }

            for (int day = 0; day < days; day++)
            {
                var left = new Terms().Add(demand.Zones[zone].NewContacts[day]);
                for (int site = 0; site < district.CandidateSites.Length; site++)
                {
                    if (Admitted.TryGetValue((site, zone, day), out IntVar? admitted))
                    {
                        left.Add(admitted, -1);
                    }
                }

                NotHoused[zone, day] = left;
                model.Add(left.Sum() >= 0);
                for (int stay = day; stay <= LastStay(day); stay++)
                {
                    home[zone, stay].Add(left);
                    UnhousedDays.Add(left);
                }
            }
        }
    }
}
